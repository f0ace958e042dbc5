import { MultiSelect } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useTags } from '../parts/known.ts';

interface Props {
  value: readonly string[];
  change(value: string[]): void;
  refused: string | undefined;
}

/** The tags that somebody or something is limited to; none for the whole organization. */
export function TagField({ value, change, refused }: Props) {
  const t = useTranslations('settings');
  const { data: tags } = useTags();
  return (
    <MultiSelect
      label={t('tags')}
      description={t('tagsHint')}
      placeholder={value.length === 0 ? t('whole') : undefined}
      data={(tags ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={tags ? [...value] : []}
      onChange={change}
      error={refused}
      searchable
      limit={30}
      withScrollArea={false}
      className="picks"
      classNames={{ options: 'picks-options' }}
      comboboxProps={{ shadow: 'none', withinPortal: false }}
    />
  );
}

/** The names of tags, or that there is no limit. */
export function useTagNames() {
  const t = useTranslations('settings');
  const { data: tags } = useTags();
  return (ids: readonly string[] | undefined): string =>
    ids === undefined
      ? t('whole')
      : ids.map((id) => tags?.find((tag) => tag.id === id)?.name ?? id).join(', ');
}
