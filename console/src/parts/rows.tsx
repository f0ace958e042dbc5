import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useIsNarrow } from '../matrix/narrow.ts';

interface Props<R> {
  rows: readonly R[];
  idOf(row: R): string;
  /** What stands in a row. */
  line(row: R): ReactNode;
  className?: string;
  count: number | undefined;
  opened: string;
  open(id: string): void;
  /** Asks for the next page, if there is one. */
  more: (() => void) | undefined;
}

/** The list: only what is in sight is there, and the next page is asked for when its end is near. */
export function Rows<R>({ rows, idOf, line, className = '', count, opened, open, more }: Props<R>) {
  const height = useIsNarrow() ? 64 : 40;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 15;
  useEffect(() => {
    if (isNearEnd) more?.();
  }, [isNearEnd, more]);
  useEffect(() => virtual.measure(), [virtual, height]);
  return (
    <div className={`rows ${className}`} ref={scroller}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index] as R;
          const id = idOf(row);
          return (
            <li
              key={key}
              style={{ transform: `translateY(${start}px)`, height }}
              aria-setsize={count ?? rows.length}
              aria-posinset={index + 1}
              data-opened={id === opened || undefined}
            >
              <button type="button" onClick={() => open(id)}>
                {line(row)}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
