import { useMantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl';
import { daysTo } from '../parts/when.tsx';
import { LETTERS, type Matrix, type Row, useDetails } from './data.ts';
import { CELL, draw, figureOf, paletteOf, ROW } from './draw.ts';
import type { useSelection } from './selection.ts';

/** Heights and widths of what is no cell, in CSS pixels. */
const HEAD = 168;
const NAMES = 240;
const NAMES_NARROW = 150;

interface Place {
  row: number;
  column: number;
}

interface Props {
  matrix: Matrix;
  rows: readonly Row[];
  /** The cell whose reasons are open. */
  opened: { subjectId: string | undefined; requirementId: string | undefined };
  open(row: Row, requirementId: string): void;
  selection: ReturnType<typeof useSelection>;
}

/** Names and heads are elements; the cells are one picture behind them, and elements in the row that has the focus. */
export function Grid({ matrix: { requirements, asOfSeq }, rows, opened, open, selection }: Props) {
  const t = useTranslations('matrix');
  const s = useTranslations('status');
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const names = size.width < 640 ? NAMES_NARROW : NAMES;
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const { colorScheme } = useMantineColorScheme();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
  });
  const items = virtual.getVirtualItems();
  const details = useDetails(rows, items[0]?.index ?? 0, items.at(-1)?.index ?? 0, asOfSeq);

  const paint = useCallback(() => {
    const [from, to] = [scroller.current, canvas.current];
    if (!from || !to) return;
    const now = Date.now();
    draw(to, {
      rows,
      requirements,
      details,
      selected: selection.selected,
      left: from.scrollLeft,
      top: from.scrollTop,
      width: Math.max(0, size.width - names),
      height: Math.max(0, size.height - HEAD),
      palette: paletteOf(from),
      font: getComputedStyle(from).fontFamily,
      figure: (time) => figureOf(daysTo(time, now)),
    });
  }, [rows, requirements, details, selection.selected, size, names]);

  useLayoutEffect(() => {
    const element = scroller.current as HTMLDivElement;
    const watch = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const frame = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame);
  }, [paint, colorScheme]);

  // What is opened from elsewhere is brought into sight.
  const isSized = size.height > 0;
  useEffect(() => {
    const row = rows.findIndex(({ id }) => id === opened.subjectId);
    const column = requirements.findIndex(({ id }) => id === opened.requirementId);
    if (row < 0 || !isSized) return;
    setAt({ row, column: Math.max(0, column) });
    virtual.scrollToIndex(row, { align: 'auto' });
  }, [opened.subjectId, opened.requirementId, isSized]);

  const placeOf = (event: MouseEvent): Place | undefined => {
    const box = (canvas.current as HTMLCanvasElement).getBoundingClientRect();
    const { scrollLeft = 0, scrollTop = 0 } = scroller.current ?? {};
    const column = Math.floor((event.clientX - box.left + scrollLeft) / CELL);
    const row = Math.floor((event.clientY - box.top + scrollTop) / ROW);
    return rows[row] && requirements[column] ? { row, column } : undefined;
  };
  const openAt = ({ row, column }: Place): void => {
    const [found, requirement] = [rows[row], requirements[column]];
    if (found && requirement) open(found, requirement.id);
  };
  const move = (to: Place): void => {
    const row = Math.min(rows.length - 1, Math.max(0, to.row));
    const column = Math.min(requirements.length - 1, Math.max(0, to.column));
    setAt({ row, column });
    virtual.scrollToIndex(row);
    const element = scroller.current as HTMLDivElement;
    const [left, right] = [column * CELL, (column + 1) * CELL];
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right > element.scrollLeft + size.width - names) element.scrollLeft = right - size.width + names;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((size.height - HEAD) / ROW) - 1);
    const { row, column } = at;
    const to: Record<string, Place> = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      PageDown: { row: row + page, column },
      PageUp: { row: row - page, column },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? rows.length - 1 : row, column: requirements.length - 1 },
    };
    const place = to[event.key];
    if (place) move(place);
    else if (event.key === 'Enter') openAt(at);
    else if (event.key === ' ') selection.toggle(row, event.shiftKey);
    else if (event.key === 'Escape') selection.clear();
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) selection.all();
    else return;
    event.preventDefault();
  };
  const told = (row: Row, column: number): string => {
    const { status, isOverdue } = LETTERS[row.statuses[column] as string] as (typeof LETTERS)[string];
    const figure = details.get(`${row.id} ${requirements[column]?.id}`);
    const words = [s(status), isOverdue && s('overdue'), figure?.isInHand && s('inHand')].filter(Boolean);
    return t('cell', { requirement: requirements[column]?.name ?? '', status: words.join(', ') });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of five thousand rows is no element
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={t('grid')}
      aria-rowcount={rows.length + 1}
      aria-colcount={requirements.length + 1}
      aria-multiselectable
      aria-activedescendant={`cell-${at.row}-${at.column}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={paint}
      style={{ '--names': `${names}px`, '--head': `${HEAD}px` } as CSSProperties}
    >
      <div
        style={{
          height: virtual.getTotalSize(),
          width: Math.max(size.width, names + requirements.length * CELL + 12),
        }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus */}
        <div className="grid-head" role="row">
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus */}
          <div className="corner" role="columnheader">
            {t('subjects', { count: rows.length })} <span>{t('met')}</span>
          </div>
          {requirements.map((requirement, column) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
            <div key={requirement.id} role="columnheader" className="column" title={requirement.name}>
              <span>{requirement.name}</span>
              <small>{metOf(rows, column)}</small>
            </div>
          ))}
        </div>
        <canvas
          ref={canvas}
          aria-hidden
          style={{
            width: Math.max(0, size.width - names),
            height: Math.max(0, size.height - HEAD),
            marginBottom: -Math.max(0, size.height - HEAD),
          }}
          onClick={(event) => {
            const place = placeOf(event);
            if (!place) return;
            setAt(place);
            openAt(place);
          }}
        />
        {items.map(({ index, start }) => {
          const row = rows[index] as Row;
          const isAt = index === at.row;
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
            <div
              key={row.id}
              role="row"
              aria-rowindex={index + 2}
              className="grid-row"
              data-opened={row.id === opened.subjectId || undefined}
              data-selected={selection.selected.has(row.id) || undefined}
              aria-selected={selection.selected.has(row.id)}
              style={{ transform: `translateY(${start}px)` }}
            >
              {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys */}
              <div
                role="rowheader"
                className="name"
                onClick={(event) => {
                  setAt({ row: index, column: at.column });
                  selection.toggle(index, event.shiftKey);
                }}
                title={t('row', { name: row.name, met: row.met, needed: row.needed })}
              >
                <span className="check" aria-hidden>
                  <IconCheck size={11} stroke={3} />
                </span>
                <strong>{row.name}</strong>
                <span>
                  <b>{row.met}</b>/{row.needed}
                </span>
              </div>
              {isAt &&
                requirements.map((requirement, column) => (
                  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
                  <div
                    key={requirement.id}
                    id={`cell-${index}-${column}`}
                    role="gridcell"
                    aria-label={told(row, column)}
                    className="cell"
                    data-at={column === at.column || undefined}
                    data-opened={
                      (row.id === opened.subjectId && requirement.id === opened.requirementId) || undefined
                    }
                    style={{ left: names + column * CELL }}
                  />
                ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** How many per cent of those who need it meet a requirement. */
function metOf(rows: readonly Row[], column: number): string {
  let needed = 0;
  let met = 0;
  for (const { statuses } of rows) {
    const letter = statuses[column] as string;
    if (letter === '-') continue;
    needed += 1;
    if ('cew'.includes(letter)) met += 1;
  }
  return needed === 0 ? '' : String(Math.floor((met / needed) * 100));
}
