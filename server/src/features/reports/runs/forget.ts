import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database.ts';
import type { Job } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { deleteOldRuns } from './store.ts';
import { runChange } from './wire.ts';

/** Deletes ended runs of more than 30 days with their results: results are copies, and schedules make many. */
export async function forgetRuns(database: Database): Promise<void> {
  const old = await database.rows(sql`
    select distinct org_id from report_run where created_at < now() - interval '30 days' and status <> 'pending'`);
  for (const [orgId] of old) {
    const writer = systemWriter(orgId, 'report-forget');
    for (let count = 1; count > 0; ) {
      count = await write(database, writer, async (tx, stamp) => {
        const runs = await deleteOldRuns(tx, orgId);
        stamp.record(...runs.map((run) => runChange('delete', run)));
        return runs.length;
      });
    }
  }
}

export const forgetJob: Job = {
  name: 'reports.forget',
  cron: '41 * * * *',
  run:
    ({ database }) =>
    () =>
      forgetRuns(database),
};
