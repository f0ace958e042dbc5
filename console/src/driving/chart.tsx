import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

const DAY = 86_400_000;
const [WIDTH, HEIGHT] = [330, 130];
/** Room for the label of the last value. */
const RIGHT = 44;

interface Props {
  name: string;
  metric: string;
  unit: string;
  /** Oldest first; `day` is that on which a bucket begins, `2026-11-21`. */
  points: readonly { day: string; value: number }[];
  target: number;
  /** The day on which the period begins; what is before it is the period before. */
  since: string;
}

/** A metric over time with its target, as a line, a sentence, and a table behind a toggle. */
export function Chart({ name, metric, unit, points, target, since }: Props) {
  const t = useTranslations('driving');
  const format = useFormatter();
  const [isTable, setTable] = useState(false);
  const [first, last] = [points[0], points.at(-1)];
  const text = (value: number): string => `${format.number(value, { maximumFractionDigits: 1 })}${unit}`;
  if (!first || !last || points.length < 2) return <p className="quiet">{t('tooFew')}</p>;
  const [begin, end] = [Date.parse(first.day), Date.parse(last.day)];
  // Over most of a year a day alone would not say which.
  const isLong = end - begin > 300 * DAY;
  const day = (at: string): string =>
    format.dateTime(new Date(at), {
      day: 'numeric',
      month: 'short',
      ...(isLong && { year: 'numeric' }),
      timeZone: 'UTC',
    });
  const values = [...points.map(({ value }) => value), target];
  const room = Math.max(2, (Math.max(...values) - Math.min(...values)) * 0.1);
  const low = Math.max(0, Math.min(...values) - room);
  const high = Math.min(100, Math.max(...values) + room);
  const x = (at: string): number => ((Date.parse(at) - begin) / (end - begin)) * (WIDTH - RIGHT);
  const y = (value: number): number => HEIGHT - ((value - low) / (high - low)) * HEIGHT;
  const line = points
    .map(({ day: at, value }, n) => `${n ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
  const cut = x(since);
  // Labels that would lie on each other give way to the value.
  const isApart = Math.abs(y(last.value) - y(target)) > 14;
  return (
    <div className="chart">
      <svg
        viewBox={`-4 -14 ${WIDTH + 8} ${HEIGHT + 34}`}
        role="img"
        aria-label={t('chart', {
          metric,
          name,
          first: text(first.value),
          start: day(first.day),
          last: text(last.value),
          end: day(last.day),
          target: text(target),
        })}
      >
        {cut > 0 && cut < WIDTH - RIGHT && (
          <>
            <path className="cut" d={`M${cut} -8V${HEIGHT}`} />
            <text x={cut + 4} y={-4}>
              {t('thisPeriod')}
            </text>
          </>
        )}
        <path className="target" d={`M0 ${y(target)}H${WIDTH - RIGHT}`} />
        {isApart && (
          <text x={WIDTH - RIGHT + 6} y={y(target) + 4}>
            {text(target)}
          </text>
        )}
        <path className="line" d={line} />
        <circle cx={x(last.day)} cy={y(last.value)} r={3} />
        <text className="last" x={WIDTH - RIGHT + 6} y={y(last.value) + 4}>
          {text(last.value)}
        </text>
        <text x={0} y={HEIGHT + 16}>
          {day(first.day)}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT + 16} textAnchor="end">
          {day(last.day)}
        </text>
      </svg>
      <p className="chart-foot">
        <span className="quiet">
          <i aria-hidden /> {t('target', { value: text(target) })}
        </span>
        <Button
          className="quiet-button"
          size="compact-sm"
          aria-expanded={isTable}
          onClick={() => setTable(!isTable)}
        >
          {t('table')}
        </Button>
      </p>
      {isTable && (
        <table className="parts">
          <caption className="hidden">{metric}</caption>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('value')}</th>
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map(({ day: at, value }) => (
              <tr key={at}>
                <th scope="row">{day(at)}</th>
                <td>{text(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
