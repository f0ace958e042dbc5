import { MultiSelect, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type Choice, type Kind, useChoices } from './data.ts';
import { useRefusal } from './fields.tsx';

/** Answers that are shown at a time. */
const SHOWN = 20;

interface Props<T> {
  kind: Kind;
  path: string;
  label: string;
  value: T;
  change(value: T): void;
  quiet?: boolean;
  hint?: string;
}

/** What is picked stays in sight, also where it is archived or not to be seen by whoever is here. */
const withPicked = (
  all: readonly Choice[],
  picked: readonly string[],
): { value: string; label: string }[] => {
  const options = all.map(({ value, label }) => ({ value, label }));
  const known = new Set(options.map(({ value }) => value));
  return [...options, ...picked.filter((id) => id && !known.has(id)).map((id) => ({ value: id, label: id }))];
};

/** One tag, course, type, attribute, role or form, by what is typed of its name. */
export function Picker({
  kind,
  path,
  label,
  value,
  change,
  quiet,
  hint,
  optional,
}: Props<string> & { optional?: boolean }) {
  const t = useTranslations('rules');
  const { data, isPending } = useChoices(kind);
  const refusal = useRefusal(path);
  return (
    <Select
      {...(quiet ? { 'aria-label': label } : { label })}
      description={hint}
      placeholder={t(`pick.${kind}`)}
      data={data || value === '' ? withPicked(data ?? [], [value]) : []}
      value={value || null}
      onChange={(id) => change(id ?? '')}
      error={refusal}
      searchable
      clearable={optional ?? false}
      required={!optional}
      withAsterisk={false}
      limit={SHOWN}
      nothingFoundMessage={isPending ? t('pick.waiting') : t('pick.nothing')}
      withScrollArea={false}
      comboboxProps={{ shadow: 'none' }}
      clearButtonProps={{ 'aria-label': t('pick.clear') }}
    />
  );
}

/** Any number of a kind. */
export function Pickers({ kind, path, label, value, change }: Props<readonly string[]>) {
  const t = useTranslations('rules');
  const { data, isPending } = useChoices(kind);
  const refusal = useRefusal(path);
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? t('pick.any') : undefined}
      data={data ? withPicked(data, value) : []}
      value={data ? [...value] : []}
      onChange={change}
      error={refusal}
      searchable
      limit={SHOWN}
      nothingFoundMessage={isPending ? t('pick.waiting') : t('pick.nothing')}
      withScrollArea={false}
      comboboxProps={{ shadow: 'none' }}
    />
  );
}
