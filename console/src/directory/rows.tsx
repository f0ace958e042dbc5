import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useIsNarrow } from '../matrix/narrow.ts';
import { Initials } from '../parts/initials.tsx';
import { Sign, type StatusName } from '../parts/status.tsx';
import type { Subject } from './data.ts';

interface Props {
  rows: readonly Subject[];
  count: number | undefined;
  opened: string;
  open(id: string): void;
  /** Asks for the next page, if there is one. */
  more: (() => void) | undefined;
}

/** The list: only what is in sight is there, and the next page is asked for when its end is near. */
export function Rows({ rows, count, opened, open, more }: Props) {
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
    <div className="rows" ref={scroller}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const row = rows[index] as Subject;
          return (
            <li
              key={key}
              style={{ transform: `translateY(${start}px)`, height }}
              aria-setsize={count ?? rows.length}
              aria-posinset={index + 1}
              data-opened={row.id === opened || undefined}
            >
              <button type="button" onClick={() => open(row.id)}>
                <Line row={row} />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const worstOf = ({ needed, expired, missing, expiring }: Subject['requirements']): StatusName =>
  expired ? 'expired' : missing ? 'missing' : expiring ? 'expiring' : needed ? 'current' : 'notNeeded';

function Line({ row: { name, type, status, tags, requirements } }: { row: Subject }) {
  const t = useTranslations('directory');
  const k = useTranslations('kinds');
  const s = useTranslations('status');
  const { met, needed, overdue } = requirements;
  const worst = worstOf(requirements);
  return (
    <>
      <Initials name={name} />
      <strong>{name}</strong>
      <span className="kind">
        {type === 'user' && k(type)}
        {status === 'deactivated' && <span className="pill">{k(status)}</span>}
      </span>
      <span className="in">{tags.map((tag) => tag.name).join(', ')}</span>
      <span className={`worst ${worst}`}>
        <Sign status={worst} /> {overdue > 0 ? t('overdue', { count: overdue }) : s(worst)}
      </span>
      <span className="met">
        {needed > 0 && (
          <>
            <b>{met}</b>/{needed}
          </>
        )}
      </span>
    </>
  );
}
