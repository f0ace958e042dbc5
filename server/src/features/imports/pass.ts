import type { Writer } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import type { Problem } from '../../kernel/errors.ts';
import { BatchError, type Imported, refreshStatistics } from '../directory/index.ts';
import { Duplicates } from './duplicates.ts';
import type { Place } from './header.ts';
import type { ImportRows, Kind } from './kinds.ts';
import type { Names } from './names.ts';
import { type RowProblem, tell } from './problems.ts';
import { type ReadRow, readRow, toWrite } from './rows.ts';
import type { Table } from './table.ts';

/** One way through the file. */
export interface Pass {
  database: Database;
  /** Who writes; with `dryRun` every batch is rolled back. */
  writer: Writer;
  table: Table;
  kind: Kind;
  places: Place[];
  names: Names;
  advance(lines: number): void;
  /** Told of every row that is good. */
  onRow?(row: ReadRow, imported: Imported): void;
  /** Lines that are known to be bad and are not to be written. */
  skip: ReadonlySet<number>;
}

/** What became of the rows. */
export interface Passed {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  bad: RowProblem[];
  /** Names of tags that rows have and the organization has not. */
  newTags: Set<string>;
}

/**
 * Reads the file and writes it batch by batch, each in a write of its own: one for the whole file would keep
 * everybody else from writing while it lasts. What only the whole file can tell, that two of its rows say the
 * same, is remembered beside.
 */
export async function runPass(pass: Pass): Promise<Passed> {
  const { table, kind, places, names, skip } = pass;
  const passed: Passed = { rows: 0, created: 0, updated: 0, unchanged: 0, bad: [], newTags: new Set() };
  const duplicates = new Duplicates(kind);
  const waiting = new Map(
    Object.entries(kind.write).map(([rowKind, write]) => [rowKind, { write, rows: [] as ReadRow[] }]),
  );
  let reached = 0;
  let counted = 500;
  for await (const row of table.rows()) {
    pass.advance(row.line - reached);
    reached = row.line;
    passed.rows += 1;
    if (skip.has(row.line)) continue;
    const read = readRow(kind, places, row, names, passed.bad);
    // A bad row is remembered too: another that says the same is no better.
    if (duplicates.refuse(read, passed.bad) || !read.sound) continue;
    const batch = waiting.get(read.rowKind);
    if (!batch || batch.rows.push(read) < kind.batch) continue;
    await writeBatch(pass, batch.write, batch.rows.splice(0), passed, duplicates);
    if (!pass.writer.dryRun && passed.created >= 2 * counted) {
      counted = passed.created;
      await refreshStatistics(pass.database);
    }
  }
  for (const { write, rows } of waiting.values()) await writeBatch(pass, write, rows, passed, duplicates);
  passed.bad.sort((a, b) => a.line - b.line);
  return passed;
}

async function writeBatch(
  pass: Pass,
  write: ImportRows,
  batch: ReadRow[],
  passed: Passed,
  duplicates: Duplicates,
): Promise<void> {
  let rows = batch;
  while (rows.length > 0) {
    const tried = rows;
    const problems = await attempt(pass, write, tried, (written) =>
      count(pass, written, tried, passed, duplicates),
    );
    const bad = new Set(problems.map(({ row }) => row));
    for (const problem of problems)
      passed.bad.push(
        tell(pass.kind, tried[problem.row ?? 0] as ReadRow, problem, (index) => tried[index]?.line ?? 0),
      );
    if (bad.size === 0) return;
    // What is wrong with the rest shows once these are out of the way.
    rows = tried.filter((_, index) => !bad.has(index));
  }
}

/** Writes rows, all or none; answers what is wrong when it is none. */
async function attempt(
  { database, writer }: Pass,
  write: ImportRows,
  rows: ReadRow[],
  done: (written: Imported[]) => void,
): Promise<readonly Problem[]> {
  try {
    done(await write(database, writer, rows.map(toWrite)));
    return [];
  } catch (error) {
    if (error instanceof BatchError) return error.problems;
    throw error;
  }
}

function count(
  pass: Pass,
  written: Imported[],
  rows: ReadRow[],
  passed: Passed,
  duplicates: Duplicates,
): void {
  for (const [index, row] of rows.entries()) {
    const { id, outcome } = written[index] as Imported;
    if (outcome !== 'unchanged' && row.suspects.length > 0) {
      passed.bad.push(...row.suspects);
      continue;
    }
    if (outcome !== 'created' && duplicates.refuseTarget(id, row, passed.bad)) continue;
    for (const tag of row.newTags) passed.newTags.add(tag);
    // A tag that is not there yet cannot be compared, but a row that names one changes something.
    const told = outcome === 'unchanged' && row.newTags.length > 0 ? 'updated' : outcome;
    passed[told] += 1;
    pass.onRow?.(row, { id, outcome: told });
  }
}
