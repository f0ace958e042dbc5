import { TextInput } from '@mantine/core';
import { useContext, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Choose, Number_, Refusals, Section, unitOf, useRefusal } from './fields.tsx';
import type { Content, Figure } from './rule.ts';

interface Props {
  content: Content;
  change(patch: Partial<Content>): void;
}

/** By when somebody needs it, when they are warned, and how long after the end nobody minds. */
export function Due({ content: { firstDue, graceDays, warnDays }, change }: Props) {
  const t = useTranslations('rules');
  return (
    <Section title={t('due.title')} hint={t('due.hint')}>
      <Choose
        path="firstDue"
        label={t('due.first')}
        value={firstDue?.from ?? 'atOnce'}
        change={(from) =>
          change({
            firstDue: from === 'atOnce' ? undefined : { days: firstDue?.days ?? 30, from },
          })
        }
        options={(['atOnce', 'applicable', 'start'] as const).map((value) => ({
          value,
          label: t(`due.${value}`),
        }))}
      />
      {firstDue && (
        <Number_
          required
          path="firstDue.days"
          label={t('due.within')}
          unit={t('unit.days')}
          value={firstDue.days}
          change={(days) => change({ firstDue: { ...firstDue, days } })}
        />
      )}
      <Warnings value={warnDays} change={(days) => change({ warnDays: days })} />
      <Number_
        path="graceDays"
        label={t('due.grace')}
        unit={t('unit.days')}
        value={graceDays}
        change={(days) => change({ graceDays: days })}
      />
    </Section>
  );
}

const figuresOf = (text: string): Figure[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((each) => (Number.isNaN(Number(each)) ? each : Number(each)));

/** Several days in one field: "60, 30, 7". */
function Warnings({ value, change }: { value: Figure[]; change(value: Figure[]): void }) {
  const t = useTranslations('rules');
  const unitId = useId();
  const all = useContext(Refusals);
  const own = useRefusal('warnDays');
  const refused = Object.keys(all).find((path) => path.startsWith('warnDays['));
  const [typed, setTyped] = useState('');
  const isTyped = JSON.stringify(figuresOf(typed)) === JSON.stringify(value);
  return (
    <TextInput
      label={t('due.warn')}
      {...unitOf(t('unit.days'), unitId)}
      placeholder="60, 30, 7"
      value={isTyped ? typed : value.join(', ')}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        change(figuresOf(event.currentTarget.value));
      }}
      error={own ?? (refused && all[refused])}
    />
  );
}
