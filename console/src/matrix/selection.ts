import { useCallback, useMemo, useState } from 'react';
import type { Row } from './data.ts';

/** Rows that are chosen; those that are no longer shown are no longer chosen. */
export function useSelection(rows: readonly Row[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState(0);
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  const selected = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);
  const toggle = useCallback(
    (index: number, isRange: boolean): void => {
      const row = rows[index];
      if (!row) return;
      const next = new Set(ids);
      if (isRange) {
        const [first, last] = [Math.min(from, index), Math.max(from, index)];
        for (const { id } of rows.slice(first, last + 1)) next.add(id);
      } else if (!next.delete(row.id)) next.add(row.id);
      setIds(next);
      setFrom(index);
    },
    [rows, ids, from],
  );
  const all = useCallback((): void => setIds(new Set(rows.map(({ id }) => id))), [rows]);
  const clear = useCallback((): void => setIds(new Set()), []);
  return { chosen, selected, toggle, all, clear };
}
