import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Definition } from './data.ts';
import { type Draft, newId } from './draft.ts';
import { ValueInput } from './value-input.tsx';

interface Props {
  table: Definition;
  draft: Draft;
  change(next: Draft): void;
  error?: string | undefined;
}

/** A table, row by row. */
export function TableInput({ table, draft, change, error }: Props) {
  const t = useTranslations('papers');
  const rows = draft.rows ?? [];
  return (
    <fieldset className="table-input">
      <legend>{table.label}</legend>
      {rows.map((row, n) => (
        <fieldset key={row.id}>
          <legend>{t('row', { number: n + 1 })}</legend>
          {(table.columns ?? []).map((column) => (
            <ValueInput
              key={column.id}
              question={column}
              draft={row.cells[column.id] ?? {}}
              change={(next) =>
                change({
                  rows: rows.map((each) =>
                    each === row ? { ...row, cells: { ...row.cells, [column.id]: next } } : each,
                  ),
                })
              }
            />
          ))}
          <button
            type="button"
            className="link"
            onClick={() => change({ rows: rows.filter((each) => each !== row) })}
          >
            {t('removeRow')}
          </button>
        </fieldset>
      ))}
      <Button
        className="quiet-button"
        size="compact-sm"
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() => change({ rows: [...rows, { id: newId(), cells: {} }] })}
      >
        {t('addRow')}
      </Button>
      {error && <p className="refused">{error}</p>}
    </fieldset>
  );
}
