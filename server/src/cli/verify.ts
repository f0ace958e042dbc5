import type { Command } from 'commander';
import { withDatabase } from './beside.ts';
import { print, startProgress } from './output.ts';

/** `crewready verify`: proves that no ledger row was changed, removed or slipped in. */
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
  const { ledgerSize, verifyLedger } = await import('./verify-ledger.ts');
  const report = await withDatabase(async (database) => {
    const progress = startProgress('Verifying', await ledgerSize(database), json);
    return verifyLedger(database, progress.advance).finally(progress.done);
  });
  const { bad, organizations } = report;
  if (bad) process.exitCode = 1;
  const text = bad
    ? `BAD: organization ${bad.orgId}, seq ${bad.seq}: ${bad.problem}`
    : [
        ...organizations.map(
          ({ orgId, writes, changes, hash }) =>
            `Organization ${orgId}: ${writes} writes, ${changes} documents, last hash ${hash || 'none'}`,
        ),
        'The ledger is whole.',
      ].join('\n');
  print(json, { ok: !bad, ...report }, text);
}
