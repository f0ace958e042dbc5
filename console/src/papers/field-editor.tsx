import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ColumnList } from './column-list.tsx';
import { type Edited, FIELD_TYPES, hasOptions, retyped } from './edited.ts';
import { FollowUps } from './follow-ups.tsx';
import { OptionList } from './option-list.tsx';

interface Props {
  field: Edited;
  /** The other fields, which may follow up on this one. */
  others: readonly Edited[];
  refusal: string | undefined;
  change(next: Edited): void;
}

/** One field: what it asks, how it is answered, and what belongs to that kind of answer. */
export function FieldEditor({ field, others, refusal, change }: Props) {
  const t = useTranslations('papers.types');
  const { label, type, isRequired, isNew, options, columns, followUps } = field;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);
  return (
    <div className="field-editor">
      <TextInput
        ref={first}
        label={t('label')}
        required
        maxLength={1000}
        autoComplete="off"
        value={label}
        onChange={(event) => change({ ...field, label: event.currentTarget.value })}
        error={refusal}
      />
      <NativeSelect
        label={t('answer')}
        value={type}
        // Another kind of answer is another field.
        disabled={!isNew}
        onChange={(event) => change(retyped(field, event.currentTarget.value as Edited['type']))}
        data={FIELD_TYPES.map((value) => ({ value, label: t(`fieldTypes.${value}`) }))}
      />
      {type === 'number' && (
        <TextInput
          label={t('decimals')}
          type="number"
          min={0}
          max={15}
          value={field.numDecimalPlaces ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { numDecimalPlaces: _, ...rest } = field;
            change(value === '' ? rest : { ...rest, numDecimalPlaces: Number(value) });
          }}
        />
      )}
      {type === 'datetime' && (
        <NativeSelect
          label={t('asks')}
          value={field.allowedDateTimeValueType ?? 'datetime'}
          onChange={(event) =>
            change({
              ...field,
              allowedDateTimeValueType: event.currentTarget.value as 'date' | 'time' | 'datetime',
            })
          }
          data={(['date', 'datetime', 'time'] as const).map((value) => ({
            value,
            label: t(`moments.${value}`),
          }))}
        />
      )}
      {type === 'signature' && (
        <TextInput
          label={t('legalText')}
          value={field.legalText ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { legalText: _, ...rest } = field;
            change(value ? { ...rest, legalText: value } : rest);
          }}
        />
      )}
      {hasOptions(type) && (
        <OptionList options={options ?? []} change={(next) => change({ ...field, options: next })} />
      )}
      {hasOptions(type) && others.length > 0 && (
        <FollowUps
          options={options ?? []}
          others={others}
          value={followUps}
          change={(next) => change({ ...field, followUps: next })}
        />
      )}
      {type === 'table' && (
        <ColumnList columns={columns ?? []} change={(next) => change({ ...field, columns: next })} />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={isRequired}
          onChange={(event) => change({ ...field, isRequired: event.currentTarget.checked })}
        />
        {t('isRequired')}
      </label>
    </div>
  );
}
