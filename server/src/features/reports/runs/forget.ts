import { systemWriter } from '../../../kernel/auth.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import { eachOrganization } from '../organizations.ts';
import { reportRun } from './resource.ts';
import { deleteRuns, endedBefore } from './store.ts';

const KEPT_DAYS = 30;
const BATCH = 50;

/** Deletes ended runs of more than 30 days with their results: results are copies, and schedules make many. */
export function forgetRuns({ database, clock }: Pick<Services, 'database' | 'clock'>): Promise<void> {
  const time = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS).toISOString();
  return eachOrganization(database, async (orgId) => {
    for (;;) {
      const ids = await endedBefore(database, orgId, time, BATCH);
      if (ids.length === 0) return;
      await write(database, systemWriter(orgId, 'report-forget'), async (tx) => {
        await tx.removing(reportRun, ids);
        await deleteRuns(tx, ids);
      });
    }
  });
}

export const forgetJob: Job = {
  name: 'reports.forget',
  cron: '41 * * * *',
  run: (services) => () => forgetRuns(services),
};
