import { tagsAtPaths } from '../../features/directory/index.ts';
import {
  fileAt,
  kindOf,
  Names,
  openTable,
  type Passed,
  readHeader,
  runPass,
} from '../../features/imports/index.ts';
import { systemWriter } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import type { Organization } from '../organizations.ts';
import { startProgress, UsageError } from '../output.ts';
import { importHours } from './hours.ts';
import type { Report } from './report.ts';

/** What the operator asked for. */
export interface ImportRequest {
  file: string;
  kind?: string;
  delimiter?: string;
  apply: boolean;
  skipBadRows: boolean;
  createTags: boolean;
  json: boolean;
  command: string;
}

/** Checks a file against the database and, when asked and all is well, writes it. */
export async function runImport(
  database: Database,
  organization: Organization,
  request: ImportRequest,
): Promise<Report> {
  const { file, createTags, json } = request;
  const table = await openTable(fileAt(file), request.delimiter);
  const kind = kindOf(file, table.header, request.kind);
  if (!kind)
    throw new UsageError(
      `The header does not tell what the rows are: ${table.header.join(', ').slice(0, 200)}. Add --kind people, --kind vehicles, --kind courses or --kind hours.`,
    );
  const places = readHeader(kind, table.header);
  const orgId = organization.id;
  const pass = async (what: string, dryRun: boolean, skip: ReadonlySet<number>): Promise<Passed> => {
    const names = await Names.read(database, orgId, createTags, '--create-tags');
    const writer = systemWriter(orgId, 'import', dryRun);
    const progress = startProgress(what, table.lines, json);
    const { advance } = progress;
    return runPass({ database, writer, table, kind, places, names, advance, skip }).finally(() =>
      progress.done(),
    );
  };
  const passedOver = places.flatMap((place) => (place?.passedOver ? place.name : []));
  const report = (passed: Passed, applied: boolean): Report => ({
    file,
    passedOver,
    kind: kind.name,
    organization,
    applied,
    passed,
    command: request.command,
  });
  if (kind.name === 'hours') {
    const { passed, applied } = await importHours({ database, orgId, table, places, ...request });
    return report(passed, applied);
  }
  const checked = await pass('Checking lines', true, new Set());
  const allowed = checked.bad.length === 0 || request.skipBadRows;
  if (!request.apply || !allowed) return report(checked, false);
  const writer = systemWriter(orgId, 'import');
  await tagsAtPaths(
    database,
    writer,
    [...checked.newTags].map((name) => [name]),
  );
  const skip = new Set(checked.bad.map(({ line }) => line));
  const written = await pass('Writing lines', false, skip);
  const [late] = written.bad;
  if (late && !request.skipBadRows)
    throw new Error(
      `Line ${late.line} was good when it was checked and is not any more: ${late.problem} ` +
        `${written.created + written.updated} rows are written. Run the command again; it goes on where this ended.`,
    );
  const bad = [...checked.bad, ...written.bad].sort((a, b) => a.line - b.line);
  return report({ ...written, bad, newTags: checked.newTags }, true);
}
