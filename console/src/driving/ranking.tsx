import { ActionIcon } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import '../directory/directory.css';
import { useIsNarrow } from '../matrix/narrow.ts';
import { useChosen } from '../parts/chosen.ts';
import { Initials } from '../parts/initials.tsx';
import { useMayWrite } from '../parts/known.ts';
import { Change } from './change.tsx';
import { type Rank, scoreText, useSettings } from './data.ts';

const HOUR = 3_600_000;

interface Props {
  rows: readonly Rank[];
  opened: string;
  open(id: string): void;
  /** Asks for the next page, if there is one. */
  more: (() => void) | undefined;
}

/** The ranking: only what is in sight is there, and the next page is asked for when its end is near. */
export function Ranking({ rows, opened, open, more }: Props) {
  const t = useTranslations('driving');
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
    <div className="rows ranking">
      <div className="ranking-head" aria-hidden>
        <span>{t('rank')}</span>
        <span>{t('change')}</span>
        <span>{t('driven')}</span>
      </div>
      <div className="rows" ref={scroller}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, key }) => {
            const row = rows[index] as Rank;
            return (
              <li
                key={key}
                style={{ transform: `translateY(${start}px)`, height }}
                aria-posinset={index + 1}
                aria-setsize={more ? -1 : rows.length}
                data-opened={row.id === opened || undefined}
              >
                <button type="button" onClick={() => open(row.id)}>
                  <Line row={row} />
                </button>
                {row.type === 'driver' && <Coach row={row} />}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function Line({ row: { name, overallScore, change, driveTimeDurationMs } }: { row: Rank }) {
  const t = useTranslations('driving');
  const { data: settings } = useSettings();
  return (
    <>
      <Initials name={name} />
      <strong>{name}</strong>
      <i className="score-bar" aria-hidden>
        <i style={{ width: `${overallScore ?? 0}%` }} />
      </i>
      <b className="score">{overallScore === null ? t('noScore') : scoreText(overallScore, settings)}</b>
      <Change points={change} />
      <span className="driven">{t('hours', { hours: Math.round(driveTimeDurationMs / HOUR) })}</span>
    </>
  );
}

function Coach({ row }: { row: Rank }) {
  const t = useTranslations('driving');
  const { open } = useChosen('assign');
  if (!useMayWrite()) return null;
  const label = t('coachOf', { name: row.name });
  return (
    <ActionIcon className="icon-button coach" aria-label={label} title={label} onClick={() => open([row.id])}>
      <IconSchool size={16} stroke={1.6} />
    </ActionIcon>
  );
}
