import { type Caller, requireScope, type Writer } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { denied, invalid } from '../../../kernel/errors.ts';
import { BatchError } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { type Imported, tagsAtPaths } from '../../directory/index.ts';
import { importRequirements, type RequirementImport } from '../../requirements/index.ts';
import { FileProblem } from '../file-problem.ts';
import { kindOf, type Place, readHeader } from '../header.ts';
import type { Kind } from '../kinds.ts';
import { Names } from '../names.ts';
import { type Passed, runPass } from '../pass.ts';
import { tell } from '../problems.ts';
import { requirementsIn } from '../requirement-list.ts';
import { type ReadRow, readRow, toWrite } from '../rows.ts';
import type { Source } from '../source.ts';
import { openTable, type Table } from '../table.ts';
import { type ImportFields, type ImportLine, type ImportReport, MOST_ROWS } from './schema.ts';

/** What writing each kind takes beside importing at all. */
const SCOPES: Record<ImportFields['kind'], readonly string[]> = {
  people: ['Write Drivers', 'Write Users'],
  vehicles: ['Write Vehicles'],
  courses: ['Write Training Courses'],
  requirements: ['Write Requirements'],
};

const OPTION = 'createTags=true';

/** @throws 403 for whoever is limited to tags, or lacks a scope of what is in the file. */
export function requireImporter(caller: Caller, { kind, createTags }: ImportFields): void {
  if (caller.tagIds) throw denied('An import is for tokens and people who see the whole organization.');
  for (const scope of [...SCOPES[kind], ...(createTags ? ['Write Tags'] : [])])
    requireScope(caller.scopes, scope);
}

/**
 * Checks every row of a file against the organization and, unless it is a dry run or a row is refused, writes all of
 * them in one write.
 *
 * @throws 400 for a file that cannot be read at all.
 */
export async function importFile(
  database: Database,
  caller: Caller,
  source: Source,
  request: ImportFields,
): Promise<ImportReport> {
  try {
    if (request.kind === 'requirements') return await importList(database, caller, source);
    return await importTable(database, caller, source, { ...request, kind: request.kind });
  } catch (error) {
    if (error instanceof FileProblem) throw invalid('file', error.message);
    throw error;
  }
}

/** The same caller rehearsing: the one write that counts is another. */
const rehearsing = ({ idempotency: _, ...caller }: Caller): Writer => ({ ...caller, dryRun: true });

const tooMany = (rows: number): Error =>
  new FileProblem(`it has ${rows} rows or more; send at most ${MOST_ROWS} at a time.`);

async function importList(database: Database, caller: Caller, source: Source): Promise<ImportReport> {
  const entries = await requirementsIn(source);
  if (entries.length > MOST_ROWS) throw tooMany(entries.length);
  const report = (told: RequirementImport): ImportReport => {
    const isApplied = !caller.dryRun && told.problems.length === 0;
    return reportOf('requirements', isApplied, linesOf(entries, told), [], []);
  };
  return report(await importRequirements(database, caller, entries, report));
}

/** What became of each requirement of a list: those that are good in their order, the others by their places. */
function linesOf(entries: readonly unknown[], { requirements, problems }: RequirementImport): ImportLine[] {
  const refused = new Map<number, ImportLine>();
  for (const { place, problem } of problems) {
    const [, n = '0', field] = /^\[(\d+)\]\.?(.*)$/s.exec(place) ?? [];
    const line = Number(n) + 1;
    const name = (entries[Number(n)] as { name?: unknown } | null)?.name;
    const told = refused.get(line) ?? {
      line,
      outcome: 'refused',
      ...(typeof name === 'string' ? { name } : {}),
      problems: [],
    };
    told.problems?.push({ ...(field ? { field } : {}), message: problem });
    refused.set(line, told);
  }
  const good = requirements.map(({ name, outcome }) => ({ name, outcome }));
  return entries.map(
    (_entry, n) => refused.get(n + 1) ?? { line: n + 1, ...(good.shift() as (typeof good)[number]) },
  );
}

async function importTable(
  database: Database,
  caller: Caller,
  source: Source,
  request: ImportFields & { kind: Kind['name'] },
): Promise<ImportReport> {
  const { createTags = false, delimiter } = request;
  const table = await openTable(source, delimiter === 'tab' ? '\t' : delimiter);
  const kind = kindOf(source.name, table.header, request.kind) as Kind;
  const places = readHeader(kind, table.header);
  let rows = 0;
  for await (const _row of table.rows()) {
    rows += 1;
    if (rows > MOST_ROWS) throw tooMany(rows);
  }
  const lines = new Map<number, ImportLine>();
  const note = (row: ReadRow, imported: Imported, isThere: boolean): void => {
    const name = row.fields.name ?? row.fields.title;
    lines.set(row.line, {
      line: row.line,
      outcome: imported.outcome,
      ...(typeof name === 'string' ? { name } : {}),
      ...(isThere ? { id: imported.id } : {}),
    });
  };
  const names = await Names.read(database, caller.orgId, createTags, OPTION);
  const passed = await runPass({
    database,
    writer: rehearsing(caller),
    table,
    kind,
    places,
    names,
    advance() {},
    skip: new Set(),
    onRow: (row, imported) => note(row, imported, imported.outcome !== 'created'),
  });
  refuse(lines, passed);
  const isApplied = !caller.dryRun && passed.bad.length === 0;
  const report = (): ImportReport =>
    reportOf(
      request.kind as ImportFields['kind'],
      isApplied,
      [...lines.values()].sort((a, b) => a.line - b.line),
      [...passed.newTags],
      places.flatMap((place) => (place?.passedOver ? place.name : [])),
    );
  if (!isApplied) return report();
  return write(database, caller, async (tx) => {
    const tags = [...passed.newTags].map((name) => [name]);
    if (tags.length > 0) await tagsAtPaths(tx, caller, tags);
    const known = await Names.read(tx, tx.orgId, createTags, OPTION);
    await writeRows(tx, caller, { table, kind, places, names: known }, (row, imported) =>
      note(row, imported, true),
    );
    return report();
  });
}

/** Writes the rows of a file inside of a write. @throws 400 for one that is not good any more. */
async function writeRows(
  tx: Tx,
  writer: Writer,
  { table, kind, places, names }: { table: Table; kind: Kind; places: readonly Place[]; names: Names },
  onRow: (row: ReadRow, imported: Imported) => void,
): Promise<void> {
  const batches = new Map<string, ReadRow[]>(Object.keys(kind.write).map((name) => [name, []]));
  for await (const row of table.rows()) {
    const read = readRow(kind, places, row, names, []);
    batches.get(read.rowKind)?.push(read);
  }
  for (const [rowKind, rows] of batches)
    for (let at = 0; at < rows.length; at += kind.batch) {
      const batch = rows.slice(at, at + kind.batch);
      const written = await kind.write[rowKind]?.(tx, writer, batch.map(toWrite)).catch((error: unknown) => {
        if (!(error instanceof BatchError)) throw error;
        const [first] = error.problems;
        const row = batch[first.row ?? 0] as ReadRow;
        const { line, problem } = tell(kind, row, first, (index) => batch[index]?.line ?? 0);
        throw invalid('file', `line ${line} was good when it was checked and is not any more: ${problem}`);
      });
      for (const [index, row] of batch.entries()) onRow(row, written?.[index] as Imported);
    }
}

/** Puts every row with which something is wrong among the lines. */
function refuse(lines: Map<number, ImportLine>, { bad }: Passed): void {
  for (const { line, column, value, problem } of bad) {
    const before = lines.get(line);
    const told: ImportLine =
      before?.outcome === 'refused' ? before : { ...(before ?? { line }), outcome: 'refused', problems: [] };
    told.problems?.push({
      ...(column === undefined ? {} : { field: column }),
      ...(value === undefined ? {} : { value: value.slice(0, 200) }),
      message: problem,
    });
    lines.set(line, told);
  }
}

function reportOf(
  kind: ImportReport['kind'],
  isApplied: boolean,
  lines: ImportLine[],
  newTags: string[],
  passedOver: string[],
): ImportReport {
  const count = (outcome: ImportLine['outcome']): number =>
    lines.filter((line) => line.outcome === outcome).length;
  return {
    kind,
    isApplied,
    rows: lines.length,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    newTags,
    passedOver,
    lines,
  };
}
