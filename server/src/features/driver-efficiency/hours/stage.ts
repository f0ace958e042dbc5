import { type Database, type Sql, sql } from '../../../kernel/database/database.ts';
import { type Session, withSession } from '../../../kernel/database/session.ts';
import { writeTelemetry } from '../../../kernel/telemetry.ts';
import { columns, METRIC_COLUMNS } from '../columns.ts';
import { addMonths, compareHours, type SavedHours, saveHours } from './store.ts';

/**
 * An hour that is known to be sound, for many at once: its place in the file, `2026-11-21T09:00:00.000Z`, the ids of
 * driver and vehicle, and the metrics in the order of METRIC_COLUMNS, null for what was not reported.
 */
export type StagedHour = readonly (string | number | null)[];

/** Hours that lie in a temporary table. Of two for one driver, vehicle and hour the one later in the file counts. */
export interface StagedHours {
  /** What writing them would do. */
  compare(): Promise<SavedHours>;
  /** Writes them, a few days at a time, each piece in a transaction of its own; `done` hears of each. */
  write(done?: (rows: number) => void): Promise<SavedHours>;
}

/** Hours that one transaction writes, more or less: others of the organization wait meanwhile. */
const AT_ONCE = 50_000;

const STAGED = ['line', 'hour', 'driver_id', 'vehicle_id', ...METRIC_COLUMNS].join(', ');

/** Puts hours into a temporary table and lends them to `work`. */
export async function withStagedHours<T>(
  database: Database,
  orgId: string,
  hours: AsyncIterable<readonly StagedHour[]>,
  work: (staged: StagedHours) => Promise<T>,
): Promise<T> {
  return withSession(database, async (session) => {
    const metrics = columns(METRIC_COLUMNS, (name) => `${name} int`);
    await session.rows(sql`
      create temporary table efficiency_staged (
        line int, hour timestamptz, driver_id bigint, vehicle_id bigint, ${metrics})`);
    await session.copy(`copy efficiency_staged (${STAGED}) from stdin (null '')`, asText(hours));
    await session.rows(sql`create index on efficiency_staged (hour)`);
    await session.rows(sql`analyze efficiency_staged`);
    return work({
      compare: () =>
        eachPiece(session, ({ hours: given, from, to }) => compareHours(session, orgId, given, from, to)),
      async write(done = () => {}) {
        const all = await eachPiece(session, async ({ hours: given, from, to, months, rows }) => {
          const saved = await writeTelemetry(session, { orgId }, async (tx) => {
            await addMonths(tx, months);
            return saveHours(tx, orgId, given, from, to);
          });
          done(rows);
          return saved;
        });
        // Plans go by what was last counted, and autovacuum comes by only later.
        await session.rows(sql`analyze efficiency_day, efficiency_month`);
        return all;
      },
    });
  });
}

async function* asText(batches: AsyncIterable<readonly StagedHour[]>): AsyncGenerator<string> {
  // What stands in a row needs no escaping: numbers, ids and times.
  for await (const batch of batches) yield batch.map((hour) => `${hour.join('\t')}\n`).join('');
}

interface Piece {
  hours: Sql;
  from: string;
  to: string;
  months: string[];
  rows: number;
}

/** Goes through the staged hours by whole days, so that the sums of a day are moved once. */
async function eachPiece(session: Session, work: (piece: Piece) => Promise<SavedHours>): Promise<SavedHours> {
  const days = await session.rows(sql`
    select (hour at time zone 'UTC')::date::text, count(*)::int from efficiency_staged group by 1 order by 1`);
  const total: SavedHours = { created: 0, updated: 0, unchanged: 0 };
  for (let start = 0; start < days.length; ) {
    let [end, rows] = [start, 0];
    while (end < days.length && (end === start || rows + days[end]?.[1] <= AT_ONCE)) rows += days[end++]?.[1];
    const piece = days.slice(start, end).map(([day]) => day as string);
    const saved = await work({
      ...between(`${piece[0]}T00:00:00Z`, `${piece.at(-1)}T23:00:00Z`),
      months: [...new Set(piece.map((day) => `${day.slice(0, 7)}-01`))],
      rows,
    });
    total.created += saved.created;
    total.updated += saved.updated;
    total.unchanged += saved.unchanged;
    start = end;
  }
  return total;
}

const between = (from: string, to: string): Pick<Piece, 'hours' | 'from' | 'to'> => ({
  hours: sql`
    select distinct on (hour, driver_id, vehicle_id) hour, driver_id, vehicle_id, ${columns(METRIC_COLUMNS)}
    from efficiency_staged where hour >= ${from}::timestamptz and hour <= ${to}::timestamptz
    order by hour, driver_id, vehicle_id, line desc`,
  from,
  to,
});
