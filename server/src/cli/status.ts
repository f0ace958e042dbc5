import { once } from 'node:events';
import { type Command, Option } from 'commander';
import type { ReportedStatus, StatusReport } from '../features/requirements/index.ts';
import { dayOf } from '../kernel/calendar.ts';
import type { Database } from '../kernel/database/database.ts';
import { ApiError } from '../kernel/errors.ts';
import { csvLine } from '../kernel/spreadsheet.ts';
import { parseTime } from '../kernel/time.ts';
import { withDatabase } from './beside.ts';
import { findOrganization } from './organizations.ts';
import { table, UsageError } from './output.ts';
import { requireTags } from './token-checks.ts';

interface Options {
  asOf?: string;
  tag?: string[];
  requirement?: string[];
  org?: string;
  csv?: boolean;
  json?: boolean;
}

/** Lines of a table that somebody may still read. */
const MOST_LINES = 1000;

/** `crewready status`: who meets what, now or at any moment. */
export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description(
      'Tell who meets which requirement: as it is kept, or with --as-of as it was known at that moment, whoever was deleted since included.',
    )
    .option('--as-of <time>', 'a moment such as 2026-11-01T00:00:00Z, past or future')
    .option('--tag <id...>', 'only people and vehicles in one of these tags or below it')
    .option('--requirement <id...>', 'only these requirements')
    .option('--org <id-or-name>', 'the organization; may be left out when there is only one')
    .addOption(new Option('--csv', 'print CSV').conflicts('json'))
    .option('--json', 'print JSON')
    .action(status);
}

async function status(options: Options): Promise<void> {
  const asOf =
    options.asOf === undefined ? undefined : asked(() => parseTime('--as-of', options.asOf as string));
  const { organizationSettings } = await import('../features/directory/index.ts');
  await withDatabase(async (database) => {
    const { id: orgId } = await findOrganization(database, options.org);
    const report = await reportOf(database, orgId, { ...options, asOf });
    const { timeZone } = await organizationSettings(database, orgId);
    const note = noteOf(report, asOf);
    if (options.json) await printJson(report, asOf);
    else if (options.csv) await printCsv(report, note);
    else await printTable(report, timeZone, note);
  });
}

async function reportOf(database: Database, orgId: string, options: Options): Promise<StatusReport> {
  const { reportStatuses } = await import('../features/requirements/index.ts');
  const { asOf, tag: tagIds, requirement: requirementIds } = options;
  if (tagIds) await requireTags(database, orgId, tagIds);
  return reportStatuses(database, orgId, { asOf, tagIds, requirementIds }, new Date()).catch(usage);
}

function asked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return usage(error);
  }
}

/** What a request would be told is what the operator typed wrong. */
function usage(error: unknown): never {
  throw error instanceof ApiError ? new UsageError(error.message) : error;
}

/** Up to when the report is, in words. */
function noteOf({ asOfSeq, isBehind }: StatusReport, asOf: string | undefined): string {
  if (asOf) return `As of ${asOf}, by what was known up to entry ${asOfSeq} of the ledger.`;
  if (asOfSeq === '0') return 'No requirement is published yet.';
  const behind = isBehind
    ? ' They are behind: a running server or worker brings them up, --as-of works them out.'
    : '';
  return `Kept up to entry ${asOfSeq} of the ledger.${behind}`;
}

/** Writes no faster than somebody reads. */
async function put(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

async function printJson(
  { pages, asOfSeq, isBehind }: StatusReport,
  asOf: string | undefined,
): Promise<void> {
  await put(`${JSON.stringify({ ...(asOf ? { asOf } : {}), asOfSeq, isBehind }).slice(0, -1)},"statuses":[`);
  let comma = '';
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    await put(comma + rows.map((row) => JSON.stringify(row)).join(','));
    comma = ',';
  }
  await put(']}\n');
}

const CSV: readonly [name: string, value: (row: ReportedStatus) => string | undefined][] = [
  ['subjectId', ({ subject }) => subject.id],
  ['subjectType', ({ subject }) => subject.type],
  ['subjectName', ({ subject }) => subject.name],
  ['requirementId', ({ requirement }) => requirement.id],
  ['requirementName', ({ requirement }) => requirement.name],
  ['citation', ({ requirement }) => requirement.citation],
  ['severity', ({ requirement }) => requirement.severity],
  ['status', (row) => row.status],
  ['isOverdue', ({ isOverdue }) => yesNo(isOverdue)],
  ['isInHand', ({ isInHand }) => yesNo(isInHand)],
  ['since', ({ since }) => since],
  ['until', ({ until }) => until],
  ['dueAt', ({ dueAt }) => dueAt],
  ['graceUntil', ({ graceUntil }) => graceUntil],
];

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

async function printCsv({ pages }: StatusReport, note: string): Promise<void> {
  await put(csvLine(CSV.map(([name]) => name)));
  for await (const rows of pages)
    await put(rows.map((row) => csvLine(CSV.map(([, value]) => value(row) ?? null))).join(''));
  process.stderr.write(`${note}\n`);
}

/** What a table is summed up by, in this order. */
const SUMS = ['current', 'expiring', 'missing', 'expired', 'waived', 'overdue'];

const HEAD = ['ID', 'WHO', 'REQUIREMENT', 'STATUS', 'OVERDUE', 'SINCE', 'UNTIL', 'DUE'];

async function printTable({ pages }: StatusReport, zone: string, note: string): Promise<void> {
  const day = (time: string | undefined): string =>
    time === undefined ? '' : dayOf(zone, new Date(time).toISOString());
  const lines: string[][] = [];
  const counts = new Map<string, number>();
  const count = (what: string): Map<string, number> => counts.set(what, (counts.get(what) ?? 0) + 1);
  let all = 0;
  for await (const rows of pages)
    for (const { subject, requirement, status, isOverdue, since, until, dueAt } of rows) {
      all += 1;
      count(status);
      if (isOverdue) count('overdue');
      if (lines.length === MOST_LINES) continue;
      const due = dueAt === until ? '' : day(dueAt);
      const { id, name } = subject;
      const flag = isOverdue ? 'overdue' : '';
      lines.push([id, name, requirement.name, status, flag, day(since), day(until), due]);
    }
  const rest = all - lines.length;
  const sums = SUMS.flatMap((what) => {
    const number = counts.get(what);
    return number === undefined ? [] : `${number.toLocaleString('en-US')} ${what}`;
  }).join(', ');
  const foot = [
    ...(rest > 0 ? [`… and ${rest.toLocaleString('en-US')} more; --csv prints them all.`] : []),
    ...(all > 0 ? [`${all.toLocaleString('en-US')} statuses: ${sums}. Days in ${zone}.`] : []),
    note,
  ];
  await put(`${[...(all > 0 ? [table(HEAD, lines)] : []), ...foot].join('\n')}\n`);
}
