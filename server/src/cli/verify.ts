import type { Command } from 'commander';
import type { LedgerReport } from '../kernel/ledger/verify.ts';
import type { KeptEntry } from '../kernel/ledger/verify-entry.ts';
import type { FileReport } from '../kernel/ledger/verify-files.ts';
import { withDatabase } from './beside.ts';
import { print, startProgress, UsageError } from './output.ts';

/** `crewready verify`: proves that no ledger row was changed, removed or slipped in, and no table or file behind its back. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      "Walk every organization's ledger and name the first bad row, then every stored file that is missing or altered; exit code 1 when there is one.",
    )
    .option('--json', 'print JSON')
    .option(
      '--expect <entry...>',
      'entries that an earlier verify printed, as ORGANIZATION:SEQ:HASH; each must still be there',
      collect,
      [],
    )
    .option('--no-files', 'leave the stored files unread')
    .action(verify);
}

function collect(text: string, entries: KeptEntry[]): KeptEntry[] {
  const [, orgId, seq, hash] = /^(\d+):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!orgId || !seq || !hash)
    throw new UsageError(`--expect ${text.slice(0, 100)} is no ORGANIZATION:SEQ:HASH as verify prints it.`);
  return [...entries, { orgId, seq: BigInt(seq), hash }];
}

interface Options {
  json?: boolean;
  expect: KeptEntry[];
  files: boolean;
}

async function verify({ json, expect, files: withFiles }: Options): Promise<void> {
  const { ledgerSize, verifyLedger } = await import('../kernel/ledger/verify.ts');
  const { verifyFiles } = await import('../kernel/ledger/verify-files.ts');
  const { findFeatures, resourcesOf } = await import('../app.ts');
  const resources = resourcesOf(await findFeatures());
  const { report, files } = await withDatabase(async (database, blobs) => {
    const walk = startProgress('Verifying', await ledgerSize(database), json);
    const report = await verifyLedger(database, resources, walk.advance, expect).finally(walk.done);
    // What a document says of a file counts only while the documents are as they were written.
    if (report.bad || !withFiles) return { report };
    const documents = report.organizations.reduce((sum, { changes }) => sum + changes, 0);
    const look = startProgress('Reading files', documents, json);
    const orgIds = report.organizations.map(({ orgId }) => orgId);
    return { report, files: await verifyFiles(database, blobs, orgIds, look.advance).finally(look.done) };
  });
  const ok = !report.bad && !files?.bad;
  if (!ok) process.exitCode = 1;
  print(
    json,
    { ok, ...report, files },
    [...ledgerLines(report), ...(files ? fileLines(files) : [])].join('\n'),
  );
}

function ledgerLines({ bad, organizations }: LedgerReport): string[] {
  if (bad) {
    const seq = bad.seq === undefined ? '' : `, seq ${bad.seq}`;
    return [`BAD: organization ${bad.orgId}${seq}: ${bad.problem}`];
  }
  return [
    ...organizations.map(
      ({ orgId, writes, changes, erased, hash }) =>
        `Organization ${orgId}: ${writes} writes, ${changes} documents${erased ? `, ${erased} of them erased` : ''}, ends with ${orgId}:${writes}:${hash || 'none'}`,
    ),
    'The ledger is whole, and the tables are as it says.',
  ];
}

function fileLines({ checked, bytes, bad, named }: FileReport): string[] {
  if (bad === 0) return [`The ${checked} files that it names (${bytes} bytes) are as it says.`];
  return [
    ...named.map(
      ({ orgId, fileId, resource, id, seq, problem }) =>
        `BAD: organization ${orgId}, seq ${seq}: the file ${fileId} of ${resource} ${id} ${problem}.`,
    ),
    ...(bad > named.length ? [`BAD: ${bad - named.length} more files.`] : []),
    `${bad} of the ${checked} files that it names are not as it says.`,
  ];
}
