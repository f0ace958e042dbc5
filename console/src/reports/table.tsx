import { useFormatter } from 'use-intl';
import type { Cell, Column } from './data.ts';

const HOUR = 3_600_000;
const UNITS: Record<string, string> = {
  milliseconds: 'h',
  percents: '%',
  kilograms: 'kg',
  days: 'd',
  minutes: 'min',
};

/** Rows of a report as they are read: times in the viewer's zone, long times in hours. */
export function Table({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}) {
  const format = useFormatter();
  const text = (cell: Cell | undefined, { dataType, unit }: Column): string => {
    if (cell === null || cell === undefined) return '';
    if (dataType === 'timestamp')
      return format.dateTime(new Date(String(cell)), { dateStyle: 'medium', timeStyle: 'short' });
    if (typeof cell !== 'number') return cell;
    return unit === 'milliseconds'
      ? format.number(cell / HOUR, { maximumFractionDigits: 2 })
      : format.number(cell, { maximumFractionDigits: 4 });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="result-rows" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, n) => (
              <th key={n} scope="col" className={isFigure(column) ? 'number' : ''}>
                {column.name}
                {column.unit && <small> {UNITS[column.unit]}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map((column, n) => (
                <td key={n} className={isFigure(column) ? 'number' : ''}>
                  {text(row[n], column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isFigure = ({ dataType }: Column): boolean => dataType === 'integer' || dataType === 'float';
