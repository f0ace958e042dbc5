import type { Command } from 'commander';
import type { KeptEntry } from '../kernel/ledger/verify-entry.ts';
import { withDatabase } from './beside.ts';
import { print, startProgress, UsageError } from './output.ts';

/** `crewready verify`: proves that no ledger row was changed, removed or slipped in, and no table behind its back. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      "Walk every organization's ledger and name the first bad row; exit code 1 when there is one.",
    )
    .option('--json', 'print JSON')
    .option(
      '--expect <entry...>',
      'entries that an earlier verify printed, as ORGANIZATION:SEQ:HASH; each must still be there',
      collect,
      [],
    )
    .action(verify);
}

function collect(text: string, entries: KeptEntry[]): KeptEntry[] {
  const [, orgId, seq, hash] = /^(\d+):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!orgId || !seq || !hash)
    throw new UsageError(`--expect ${text.slice(0, 100)} is no ORGANIZATION:SEQ:HASH as verify prints it.`);
  return [...entries, { orgId, seq: BigInt(seq), hash }];
}

async function verify({ json, expect }: { json?: boolean; expect: KeptEntry[] }): Promise<void> {
  const { ledgerSize, verifyLedger } = await import('../kernel/ledger/verify.ts');
  const { findFeatures, resourcesOf } = await import('../app.ts');
  const resources = resourcesOf(await findFeatures());
  const report = await withDatabase(async (database) => {
    const progress = startProgress('Verifying', await ledgerSize(database), json);
    return verifyLedger(database, resources, progress.advance, expect).finally(progress.done);
  });
  const { bad, organizations } = report;
  if (bad) process.exitCode = 1;
  const text = bad
    ? `BAD: organization ${bad.orgId}${bad.seq === undefined ? '' : `, seq ${bad.seq}`}: ${bad.problem}`
    : [
        ...organizations.map(
          ({ orgId, writes, changes, erased, hash }) =>
            `Organization ${orgId}: ${writes} writes, ${changes} documents${erased ? `, ${erased} of them erased` : ''}, ends with ${orgId}:${writes}:${hash || 'none'}`,
        ),
        'The ledger is whole, and the tables are as it says.',
      ].join('\n');
  print(json, { ok: !bad, ...report }, text);
}
