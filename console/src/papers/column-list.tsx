import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Definition } from './data.ts';
import { newId } from './draft.ts';
import { COLUMN_TYPES, hasOptions, retyped } from './edited.ts';
import { OptionList } from './option-list.tsx';

type Columns = NonNullable<Definition['columns']>;

/** The columns of a table. */
export function ColumnList({ columns, change }: { columns: Columns; change(next: Columns): void }) {
  const t = useTranslations('papers.types');
  const put = (before: Columns[number], after: Columns[number]): void =>
    change(columns.map((each) => (each === before ? after : each)));
  return (
    <fieldset className="option-list">
      <legend>{t('columns')}</legend>
      {columns.map((column, n) => (
        <div key={column.id}>
          <span>
            <TextInput
              aria-label={t('column', { number: n + 1 })}
              maxLength={1000}
              autoComplete="off"
              value={column.label}
              onChange={(event) => put(column, { ...column, label: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={t('answer')}
              value={column.type}
              onChange={(event) =>
                put(column, retyped(column, event.currentTarget.value as typeof column.type))
              }
              data={COLUMN_TYPES.map((value) => ({ value, label: t(`fieldTypes.${value}`) }))}
            />
            <ActionIcon
              className="icon-button"
              aria-label={t('remove', { label: column.label || t('column', { number: n + 1 }) })}
              onClick={() => change(columns.filter((each) => each !== column))}
            >
              <IconX size={15} stroke={1.8} />
            </ActionIcon>
          </span>
          {hasOptions(column.type) && (
            <OptionList
              options={column.options ?? []}
              change={(options) => put(column, { ...column, options })}
            />
          )}
        </div>
      ))}
      <Button
        className="quiet-button"
        size="compact-sm"
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() => change([...columns, { id: newId(), label: '', type: 'text' }])}
      >
        {t('addColumn')}
      </Button>
    </fieldset>
  );
}
