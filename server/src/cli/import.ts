import { type Command, Option } from 'commander';
import { withDatabase } from './beside.ts';
import { findOrganization } from './organizations.ts';
import { print } from './output.ts';

interface Options {
  kind?: string;
  org?: string;
  delimiter?: string;
  apply?: boolean;
  skipBadRows?: boolean;
  createTags?: boolean;
  json?: boolean;
}

/** `crewready import FILE`: people, vehicles, courses or hours of driver efficiency from CSV or XLSX. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      'Check a CSV or XLSX file of people, vehicles, courses or hours and report every bad row; exit code 1 when there is one. ' +
        'Only --apply writes.',
    )
    .argument('<file>')
    .addOption(
      new Option('--kind <kind>', 'what the rows are; told by the header when left out').choices([
        'people',
        'vehicles',
        'courses',
        'hours',
      ]),
    )
    .option('--org <id-or-name>', 'the organization; may be left out when there is only one')
    .addOption(
      new Option('--delimiter <mark>', 'between cells; found out when left out').choices([
        ',',
        ';',
        '|',
        'tab',
        '\\t',
        '\t',
      ]),
    )
    .option('--create-tags', 'make tags that are not there')
    .option('--apply', 'write the file, if all its rows are good')
    .option('--skip-bad-rows', 'with --apply, write the good rows and leave out the bad ones')
    .option('--json', 'print JSON')
    .action(importFile);
}

async function importFile(file: string, options: Options): Promise<void> {
  const [{ runImport }, { toJson, toText }] = await Promise.all([
    import('./import/run.ts'),
    import('./import/report.ts'),
  ]);
  const { apply = false, skipBadRows = false, createTags = false, json = false, kind } = options;
  const delimiter = ['tab', '\\t'].includes(options.delimiter ?? '') ? '\t' : options.delimiter;
  const request = { file, kind, delimiter, apply, skipBadRows, createTags, json };
  const report = await withDatabase(async (database) =>
    runImport(database, await findOrganization(database, options.org), {
      ...request,
      command: commandFor(file, options),
    }),
  );
  if (report.passed.bad.length > 0 && !report.applied) process.exitCode = 1;
  print(json, toJson(report), toText(report));
}

/** The same command again, as a shell takes it. */
function commandFor(file: string, { kind, org, delimiter, createTags }: Options): string {
  const valued = { kind, org, delimiter };
  const words = Object.entries(valued).flatMap(([name, value]) =>
    value ? [`--${name}`, quoted(value)] : [],
  );
  return ['npx crewready import', quoted(file), ...words, ...(createTags ? ['--create-tags'] : [])].join(' ');
}

const quoted = (text: string): string =>
  /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
