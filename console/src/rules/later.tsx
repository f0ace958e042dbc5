import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Choose, Number_, Refused, Section, Text, useRefusal } from './fields.tsx';
import { Picker } from './picker.tsx';
import type { Content, Figure, Refresh } from './rule.ts';

interface Props {
  content: Content;
  change(patch: Partial<Content>): void;
}

const COURSE: Refresh = { onCourseRevision: { dueDays: 30 } };
const OCCURRENCE: Refresh = { onOccurrence: { type: '', count: 1, withinDays: 0, dueDays: 14 } };

/** What brings the due time forward. */
export function Later({ content: { refresh, onlyOnOccurrence }, change }: Props) {
  const t = useTranslations('rules');
  const refusal = useRefusal('onlyOnOccurrence');
  const put = (n: number, next: Refresh): void =>
    change({ refresh: refresh.map((each, other) => (other === n ? next : each)) });
  return (
    <Section title={t('later.title')} hint={t('later.hint')}>
      {refresh.length > 0 && (
        <ul className="refreshes">
          {refresh.map((each, n) => (
            <li key={n} className="condition">
              <RefreshFields path={`refresh[${n}]`} value={each} change={(next) => put(n, next)} />
              <ActionIcon
                className="icon-button"
                aria-label={t('later.remove')}
                onClick={() => change({ refresh: refresh.filter((_, other) => other !== n) })}
              >
                <IconX size={15} stroke={1.8} />
              </ActionIcon>
              <Refused path={`refresh[${n}]`} />
            </li>
          ))}
        </ul>
      )}
      <div className="adders">
        <Button
          className="text-button"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => change({ refresh: [...refresh, refresh.length === 0 ? COURSE : OCCURRENCE] })}
        >
          {t('later.add')}
        </Button>
      </div>
      {refresh.some((each) => 'onOccurrence' in each) && (
        <Checkbox
          className="check"
          label={t('later.only')}
          checked={onlyOnOccurrence}
          onChange={(event) => change({ onlyOnOccurrence: event.currentTarget.checked })}
          error={refusal}
        />
      )}
    </Section>
  );
}

interface RefreshProps {
  path: string;
  value: Refresh;
  change(value: Refresh): void;
}

function RefreshFields({ path, value, change }: RefreshProps) {
  const t = useTranslations('rules');
  const kind = 'onCourseRevision' in value ? 'onCourseRevision' : 'onOccurrence';
  const days = (label: string, name: 'dueDays' | 'withinDays' | 'count', unit: string | undefined) => (
    <Number_
      required={name === 'dueDays'}
      path={`${path}.${kind}.${name}`}
      label={label}
      value={(value as Record<string, Record<string, Figure>>)[kind]?.[name]}
      change={(figure) =>
        change({ [kind]: { ...(value as Record<string, object>)[kind], [name]: figure } } as Refresh)
      }
      {...(unit ? { unit } : {})}
    />
  );
  return (
    <>
      <Choose
        quiet
        path={`${path}.kind`}
        label={t('later.kind')}
        value={kind}
        change={(next) => change(next === 'onCourseRevision' ? COURSE : OCCURRENCE)}
        options={(['onCourseRevision', 'onOccurrence'] as const).map((each) => ({
          value: each,
          label: t(`later.${each}`),
        }))}
      />
      {'onOccurrence' in value && (
        <>
          <Text
            quiet
            required
            path={`${path}.onOccurrence.type`}
            label={t('later.type')}
            placeholder={t('later.typeExample')}
            value={value.onOccurrence.type}
            change={(type) => change({ onOccurrence: { ...value.onOccurrence, type } })}
          />
          {days(t('later.count'), 'count', undefined)}
          {days(t('later.withinDays'), 'withinDays', t('unit.days'))}
        </>
      )}
      {days(t('later.dueDays'), 'dueDays', t('unit.days'))}
    </>
  );
}

/** The assignment that it makes by itself. */
export function Assign({ content: { assign }, change }: Props) {
  const t = useTranslations('rules');
  return (
    <Section title={t('assign.title')} hint={t('assign.hint')}>
      <Picker
        optional
        kind="course"
        path="assign.courseId"
        label={t('assign.course')}
        value={assign?.courseId ?? ''}
        change={(courseId) =>
          change({ assign: courseId ? { daysBefore: 30, ...assign, courseId } : undefined })
        }
      />
      {assign && (
        <Number_
          path="assign.daysBefore"
          label={t('assign.daysBefore')}
          unit={t('unit.days')}
          value={assign.daysBefore}
          change={(daysBefore) => change({ assign: { ...assign, daysBefore } })}
        />
      )}
    </Section>
  );
}
