import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Link } from 'react-router';
import { Initials } from '../parts/initials.tsx';
import { LETTERS, type Row } from './data.ts';

const HEIGHT = 72;
const ORDER = 'XMxmecw-';

/** The matrix on a phone: people, each with a strip of what they need, the worst first. */
export function People({ rows }: { rows: readonly Row[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 6,
  });
  return (
    <div className="people" ref={scroller}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const { id, name, met, needed, statuses } = rows[index] as Row;
          const letters = [...statuses].filter((each) => each !== '-');
          letters.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
          return (
            <li
              key={id}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <Link to={`/person/${id}`}>
                <Initials name={name} />
                <strong>{name}</strong>
                <span>
                  <b>{met}</b>/{needed}
                </span>
                <span className="strip" aria-hidden>
                  {letters.map((letter, n) => (
                    <i key={n} className={LETTERS[letter]?.status} />
                  ))}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
