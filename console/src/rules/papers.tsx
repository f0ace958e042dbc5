import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type Choice, useChoices } from './data.ts';
import { Choose, Number_, Refused, Text } from './fields.tsx';
import { Picker } from './picker.tsx';
import type { FieldCondition, Figure, Qualification } from './rule.ts';

const HOLDS = ['is', 'contains', 'atLeast', 'atMost'] as const;
type Holds = (typeof HOLDS)[number];

interface Props {
  path: string;
  value: Qualification;
  change(value: Qualification): void;
}

/** A qualification of a type, and what has to stand in its fields. */
export function Papers({ path, value, change }: Props) {
  const t = useTranslations('rules');
  const { data } = useChoices('type');
  const labels = data?.find((each) => each.value === value.typeId)?.fields ?? [];
  const fields = value.fields ?? [];
  const put = (next: FieldCondition[]): void =>
    change({ typeId: value.typeId, ...(next.length > 0 ? { fields: next } : {}) });
  return (
    <>
      <Picker
        quiet
        kind="type"
        path={`${path}.typeId`}
        label={t('pick.type')}
        value={value.typeId}
        change={(typeId) => change({ typeId })}
      />
      {(labels.length > 0 || fields.length > 0) && (
        <div className="field-conditions">
          {fields.map((field, n) => (
            <Field
              key={n}
              path={`${path}.fields[${n}]`}
              labels={labels}
              value={field}
              change={(next) => put(fields.map((each, other) => (other === n ? next : each)))}
              remove={() => put(fields.filter((_, other) => other !== n))}
            />
          ))}
          <Button
            className="text-button"
            leftSection={<IconPlus size={14} stroke={1.8} />}
            onClick={() => put([...fields, { field: labels[0]?.label ?? '', is: '' }])}
          >
            {t('addField')}
          </Button>
        </div>
      )}
    </>
  );
}

interface FieldProps {
  path: string;
  labels: NonNullable<Choice['fields']>;
  value: FieldCondition;
  change(value: FieldCondition): void;
  remove(): void;
}

function Field({ path, labels, value, change, remove }: FieldProps) {
  const t = useTranslations('rules');
  const holds = HOLDS.find((each) => each in value) ?? 'is';
  const isBound = holds === 'atLeast' || holds === 'atMost';
  const options = labels.find(({ label }) => label === value.field)?.options ?? [];
  const names = [...new Set([...labels.map(({ label }) => label), value.field])];
  const put = (what: Holds, of: string | Figure): void => change({ field: value.field, [what]: of });
  return (
    <div className="field-condition">
      <NativeSelect
        aria-label={t('field')}
        value={value.field}
        data={names}
        onChange={(event) => change({ ...value, field: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('hasToBe')}
        value={holds}
        onChange={(event) => put(event.currentTarget.value as Holds, value[holds])}
        data={HOLDS.map((each) => ({ value: each, label: t(`holds.${each}`) }))}
      />
      {isBound ? (
        <Number_
          quiet
          required
          path={`${path}.${holds}`}
          label={t('value')}
          value={value[holds]}
          change={(figure) => put(holds, figure)}
        />
      ) : options.length > 0 ? (
        <Choose
          quiet
          path={`${path}.${holds}`}
          label={t('value')}
          value={String(value[holds] ?? '')}
          change={(text) => put(holds, text)}
          options={['', ...options].map((each) => ({ value: each, label: each }))}
        />
      ) : (
        <Text
          quiet
          required
          path={`${path}.${holds}`}
          label={t('value')}
          value={String(value[holds] ?? '')}
          change={(text) => put(holds, text)}
        />
      )}
      <ActionIcon className="icon-button" aria-label={t('removeField')} onClick={remove}>
        <IconX size={15} stroke={1.8} />
      </ActionIcon>
      <Refused path={path} />
      <Refused path={`${path}.field`} />
    </div>
  );
}
