import { type Command, InvalidArgumentError, Option } from 'commander';
import { withDatabase } from './beside.ts';
import { findOrganization } from './organizations.ts';
import { print, UsageError } from './output.ts';

interface Options {
  kind?: string;
  org?: string;
  delimiter?: string;
  apply?: boolean;
  skipBadRows?: boolean;
  createTags?: boolean;
  json?: boolean;
}

/**
 * `crewready import FILE`: people, vehicles, courses or hours of driver efficiency from CSV or XLSX, requirements from
 * JSON.
 */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      'Check a CSV or XLSX file of people, vehicles, courses or hours, or a JSON file of requirements, and report everything ' +
        'that is wrong; exit code 1 when something is. Only --apply writes.',
    )
    .argument('<file>')
    .addOption(
      new Option('--kind <kind>', 'what the rows are; told by the header when left out').choices([
        'people',
        'vehicles',
        'courses',
        'hours',
        'requirements',
      ]),
    )
    .option('--org <id-or-name>', 'the organization; may be left out when there is only one')
    .addOption(
      new Option('--delimiter <mark>', 'between cells: , ; | or tab; found out when left out').argParser(
        delimiterOf,
      ),
    )
    .option('--create-tags', 'make tags that are not there')
    .option('--apply', 'write the file, if all its rows are good')
    .option('--skip-bad-rows', 'with --apply, write the good rows and leave out the bad ones')
    .option('--json', 'print JSON')
    .action(importFile);
}

async function importFile(file: string, options: Options): Promise<void> {
  if (options.kind === 'requirements' || (!options.kind && /\.json$/i.test(file)))
    return importRequirements(file, options);
  const [{ runImport }, { toJson, toText }] = await Promise.all([
    import('./import/run.ts'),
    import('./import/report.ts'),
  ]);
  const { apply = false, skipBadRows = false, createTags = false, json = false, kind } = options;
  const request = { file, kind, delimiter: options.delimiter, apply, skipBadRows, createTags, json };
  const report = await withDatabase(async (database) =>
    runImport(database, await findOrganization(database, options.org), {
      ...request,
      command: commandFor(file, options),
    }),
  );
  if (report.passed.bad.length > 0 && !report.applied) process.exitCode = 1;
  print(json, toJson(report), toText(report));
}

/** The mark that is meant: a tab is hard to type, and `\\t` is how it is often written. */
function delimiterOf(text: string): string {
  const mark = text === 'tab' || text === '\\t' ? '\t' : text;
  if (![',', ';', '|', '\t'].includes(mark)) throw new InvalidArgumentError('Use , ; | or tab.');
  return mark;
}

const OF_ROWS = {
  delimiter: '--delimiter',
  skipBadRows: '--skip-bad-rows',
  createTags: '--create-tags',
} as const;

async function importRequirements(file: string, options: Options): Promise<void> {
  const { apply = false, json = false } = options;
  for (const [name, flag] of Object.entries(OF_ROWS))
    if (options[name as keyof typeof OF_ROWS])
      throw new UsageError(`${flag} is for rows, not for requirements.`);
  const { requirementsToJson, requirementsToText, runRequirements } = await import(
    './import/requirements.ts'
  );
  const command = commandFor(file, options);
  const report = await withDatabase(async (database) =>
    runRequirements(database, await findOrganization(database, options.org), { file, apply, command }),
  );
  if (report.problems.length > 0) process.exitCode = 1;
  print(json, requirementsToJson(report), requirementsToText(report));
}

/** The same command again, as a shell takes it. */
function commandFor(file: string, { kind, org, delimiter, createTags }: Options): string {
  const valued = { kind, org, delimiter: delimiter === '\t' ? 'tab' : delimiter };
  const words = Object.entries(valued).flatMap(([name, value]) =>
    value ? [`--${name}`, quoted(value)] : [],
  );
  return ['npx crewready import', quoted(file), ...words, ...(createTags ? ['--create-tags'] : [])].join(' ');
}

const quoted = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
