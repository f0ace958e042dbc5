import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { useIsNarrow } from '../matrix/narrow.ts';
import { Initials } from '../parts/initials.tsx';
import { signOf, TrainingBadge } from '../parts/training.tsx';
import { When } from '../parts/when.tsx';
import type { Row } from './data.ts';

interface Props {
  rows: readonly Row[];
  selected: ReadonlySet<string>;
  /** Nothing for those who may change nothing. */
  toggle: ((index: number, isRange: boolean) => void) | undefined;
}

/** Assignments, each with a box that chooses it; with shift, all from the last one to it. */
export function List({ rows, selected, toggle }: Props) {
  const t = useTranslations('assignments');
  const height = useIsNarrow() ? 72 : 40;
  const scroller = useRef<HTMLDivElement>(null);
  const shift = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  return (
    <div className="rows assignments" ref={scroller}>
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const { assignment, learnerName: learner, courseTitle: course } = rows[index] as Row;
          const { id, dueAtTime } = assignment;
          return (
            <li
              key={id}
              style={{ transform: `translateY(${start}px)`, height }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              data-opened={selected.has(id) || undefined}
            >
              {toggle ? (
                <input
                  type="checkbox"
                  aria-label={t('choose', { learner, course })}
                  checked={selected.has(id)}
                  onClick={(event) => {
                    shift.current = event.shiftKey;
                  }}
                  onChange={() => toggle(index, shift.current)}
                />
              ) : (
                <span />
              )}
              <Initials name={learner} />
              <Link to={`/person/${assignment.learner.id}`}>{learner}</Link>
              <span className="course">{course}</span>
              <span className="state">
                <TrainingBadge of={assignment} />
              </span>
              <span className={`due ${signOf(assignment, Date.now())}`}>
                {dueAtTime && <When time={dueAtTime} />}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
