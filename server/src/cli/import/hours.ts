import { allEntityIds } from '../../features/directory/index.ts';
import {
  HOUR_METRICS,
  type HourMetric,
  readHour,
  type StagedHour,
  withStagedHours,
} from '../../features/driver-efficiency/index.ts';
import {
  CellProblem,
  type Passed,
  type Place,
  type RowProblem,
  type Table,
  type TableRow,
} from '../../features/imports/index.ts';
import type { Database } from '../../kernel/database/database.ts';
import { ApiError } from '../../kernel/errors.ts';
import { markIn } from '../../kernel/spreadsheet.ts';
import { type Progress, startProgress } from '../output.ts';

/** What an import of hours needs to know. */
export interface HoursImport {
  database: Database;
  orgId: string;
  table: Table;
  places: readonly Place[];
  apply: boolean;
  skipBadRows: boolean;
  json: boolean;
}

/**
 * Reads and checks a file of hours in one go, the sound rows into a temporary table, and writes them from there. They
 * are millions, so a row is never an object of its own for longer than it takes to check it. Writing goes by pieces
 * that are each whole; one that is there already changes nothing, so a run that was cut off is begun again.
 */
export async function importHours(given: HoursImport): Promise<{ passed: Passed; applied: boolean }> {
  const { database, orgId, table, json } = given;
  const passed: Passed = { rows: 0, created: 0, updated: 0, unchanged: 0, bad: [], newTags: new Set() };
  const reader = await rowReader(database, orgId, given.places);
  const progress = startProgress('Checking lines', table.lines, json);
  const rows = soundRows(table, reader, passed, progress);
  return withStagedHours(database, orgId, rows, async (staged) => {
    progress.done();
    const applied = given.apply && (passed.bad.length === 0 || given.skipBadRows);
    if (!applied) return { passed: { ...passed, ...(await staged.compare()) }, applied };
    const writing = startProgress('Writing rows', passed.rows, json);
    const saved = await staged.write((count) => writing.advance(count)).finally(() => writing.done());
    return { passed: { ...passed, ...saved }, applied };
  }).finally(() => progress.done());
}

type Reader = (row: TableRow, bad: RowProblem[]) => StagedHour | undefined;

async function* soundRows(
  table: Table,
  read: Reader,
  passed: Passed,
  progress: Progress,
): AsyncGenerator<StagedHour[]> {
  let reached = 0;
  for await (const batch of table.batches()) {
    const sound: StagedHour[] = [];
    for (const row of batch) {
      const hour = read(row, passed.bad);
      if (hour) sound.push(hour);
    }
    passed.rows += batch.length;
    const last = batch.at(-1)?.line ?? reached;
    progress.advance(last - reached);
    reached = last;
    yield sound;
  }
}

type ReadCell = (text: string) => string | number | null;

/** Prepares the reading of rows: which cell is where, and what it may hold. */
async function rowReader(database: Database, orgId: string, places: readonly Place[]): Promise<Reader> {
  const drivers = await allEntityIds(database, orgId, 'driver');
  const vehicles = await allEntityIds(database, orgId, 'vehicle');
  const now = new Date();
  const readers: [name: string, read: ReadCell][] = [
    ['hour', remembered((text) => hourCell(text, now))],
    ['driverId', (text) => idCell('driver', drivers, text.replace(/^driver-(?=\d)/, ''))],
    ['vehicleId', (text) => idCell('vehicle', vehicles, text)],
    ...HOUR_METRICS.map((metric): [string, ReadCell] => [metric.field, metricCell(metric)]),
  ];
  const cells = readers.map(([name, read]) => ({
    name,
    read,
    at: places.findIndex((place) => place?.field === name),
  }));
  return ({ line, cells: texts }, bad) => {
    const before = bad.length;
    const values: (string | number | null)[] = [line];
    for (const { name, at, read } of cells) {
      const value = texts[at] ?? '';
      try {
        values.push(read(value));
      } catch (error) {
        if (!(error instanceof CellProblem)) throw error;
        bad.push({ line, column: name, ...(value === '' ? {} : { value }), problem: error.message });
      }
    }
    for (let at = 0; at < texts.length; at += 1) {
      if (places[at] || texts[at] === '') continue;
      const problem = `the cell in column ${at + 1} has no column name. Is there a delimiter too many in the row?`;
      bad.push({ line, value: texts[at] as string, problem });
    }
    return bad.length === before ? values : undefined;
  };
}

function metricCell({ required, minimum, maximum }: HourMetric): ReadCell {
  return (text) => {
    if (text === '' && !required) return null;
    if (text === '') throw new CellProblem('it is missing.');
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    if (value < minimum || value > maximum)
      throw new CellProblem(`give a whole number from ${minimum} to ${maximum}.`);
    return value;
  };
}

function idCell(kind: 'driver' | 'vehicle', known: ReadonlyMap<string, string>, text: string): string {
  const id = known.get(text);
  if (id !== undefined) return id;
  if (text === '') throw new CellProblem('it is missing.');
  throw new CellProblem(markIn(text) ?? `there is no ${kind} with this id or external id key:value.`);
}

function hourCell(text: string, now: Date): string {
  if (text === '') throw new CellProblem('it is missing.');
  try {
    return readHour('hour', text, now);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new CellProblem(error.message.replace(/^.*?hour: /, ''));
  }
}

/** A file has few hours and many rows. */
function remembered(read: (text: string) => string): ReadCell {
  const known = new Map<string, string>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size < 100_000) known.set(text, value);
    }
    return value;
  };
}
