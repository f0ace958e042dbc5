import { Checkbox } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import { Choose, Number_, Section } from './fields.tsx';
import type { Calendar, Content, Figure, Validity } from './rule.ts';

const KINDS = ['forever', 'untilRecordExpires', 'days', 'months', 'calendar'] as const;
type ValidityKind = (typeof KINDS)[number];

const FRESH: Record<ValidityKind, Validity> = {
  forever: 'forever',
  untilRecordExpires: 'untilRecordExpires',
  days: { days: 365 },
  months: { months: 12 },
  calendar: { calendar: { month: 1, day: 31, everyYears: 1, earlyDays: 60 } },
};

interface Props {
  content: Content;
  change(patch: Partial<Content>): void;
}

/** How long evidence is good, and how it is renewed. */
export function Lasts({ content: { validity, renewal }, change }: Props) {
  const t = useTranslations('rules');
  const kind = typeof validity === 'string' ? validity : (Object.keys(validity)[0] as ValidityKind);
  return (
    <Section title={t('lasts.title')} hint={t('lasts.hint')}>
      <Choose
        path="validity"
        label={t('lasts.validity')}
        value={kind}
        change={(next) => change({ validity: FRESH[next] })}
        options={KINDS.map((value) => ({ value, label: t(`lasts.${value}`) }))}
      />
      {typeof validity === 'object' && 'days' in validity && (
        <Number_
          required
          path="validity.days"
          label={t('lasts.howMany')}
          unit={t('unit.days')}
          value={validity.days}
          change={(days) => change({ validity: { days } })}
        />
      )}
      {typeof validity === 'object' && 'months' in validity && (
        <Number_
          required
          path="validity.months"
          label={t('lasts.howMany')}
          unit={t('unit.months')}
          value={validity.months}
          change={(months) => change({ validity: { months } })}
        />
      )}
      {typeof validity === 'object' && 'calendar' in validity && (
        <CalendarFields value={validity.calendar} change={(calendar) => change({ validity: { calendar } })} />
      )}
      {(validity !== 'forever' || renewal) && (
        <>
          <Number_
            path="renewal.earlyDays"
            label={t('lasts.early')}
            unit={t('unit.days')}
            value={renewal?.earlyDays}
            change={(earlyDays) =>
              change({
                renewal:
                  earlyDays === undefined
                    ? undefined
                    : { earlyDays, keepAnniversary: renewal?.keepAnniversary ?? true },
              })
            }
          />
          <Checkbox
            className="check"
            label={t('lasts.anniversary')}
            disabled={!renewal}
            checked={renewal?.keepAnniversary ?? false}
            onChange={(event) =>
              change({ renewal: { ...renewal, keepAnniversary: event.currentTarget.checked } })
            }
          />
        </>
      )}
    </Section>
  );
}

function CalendarFields({ value, change }: { value: Calendar; change(value: Calendar): void }) {
  const t = useTranslations('rules');
  const format = useFormatter();
  const months = Array.from({ length: 12 }, (_, n) => ({
    value: String(n + 1),
    label: format.dateTime(new Date(Date.UTC(2026, n, 1)), { month: 'long', timeZone: 'UTC' }),
  }));
  const figure = (name: 'day' | 'everyYears' | 'firstYear' | 'earlyDays', unit?: string) => (
    <Number_
      required={name === 'day'}
      path={`validity.calendar.${name}`}
      label={t(`lasts.${name}`)}
      value={value[name]}
      change={(next: Figure) => change({ ...value, [name]: next })}
      {...(unit ? { unit } : {})}
    />
  );
  return (
    <>
      <Choose
        path="validity.calendar.month"
        label={t('lasts.month')}
        value={String(value.month)}
        change={(month) => change({ ...value, month: Number(month) })}
        options={months}
      />
      {figure('day')}
      {figure('everyYears', t('unit.years'))}
      {figure('firstYear')}
      {figure('earlyDays', t('unit.days'))}
    </>
  );
}
