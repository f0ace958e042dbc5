import type { Command } from 'commander';
import { withDatabase } from './beside.ts';
import { print, startProgress } from './output.ts';

/** `crewready verify`: proves that no ledger row was changed, removed or slipped in, and no table behind its back. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      "Walk every organization's ledger and name the first bad row; exit code 1 when there is one.",
    )
    .option('--json', 'print JSON')
    .action(verify);
}

async function verify({ json }: { json?: boolean }): Promise<void> {
  const { ledgerSize, verifyLedger } = await import('../kernel/ledger/verify.ts');
  const { findFeatures, resourcesOf } = await import('../app.ts');
  const resources = resourcesOf(await findFeatures());
  const report = await withDatabase(async (database) => {
    const progress = startProgress('Verifying', await ledgerSize(database), json);
    return verifyLedger(database, resources, progress.advance).finally(progress.done);
  });
  const { bad, organizations } = report;
  if (bad) process.exitCode = 1;
  const text = bad
    ? `BAD: organization ${bad.orgId}${bad.seq === undefined ? '' : `, seq ${bad.seq}`}: ${bad.problem}`
    : [
        ...organizations.map(
          ({ orgId, writes, changes, erased, hash }) =>
            `Organization ${orgId}: ${writes} writes, ${changes} documents${erased ? `, ${erased} of them erased` : ''}, last hash ${hash || 'none'}`,
        ),
        'The ledger is whole, and the tables are as it says.',
      ].join('\n');
  print(json, { ok: !bad, ...report }, text);
}
