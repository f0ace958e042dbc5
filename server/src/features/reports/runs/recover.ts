import type { Database } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/feature.ts';
import { eachOrganization } from '../organizations.ts';
import { finishRun, gaveUp, MOST_ATTEMPTS } from './execute.ts';
import { lostRuns } from './lease.ts';
import { queueRun } from './queue.ts';

/** Queues the runs whose worker is gone; fails one that has been tried often enough. */
export const recoverRuns = (database: Database): Promise<void> =>
  eachOrganization(database, async (orgId) => {
    for (const { id, attempts } of await lostRuns(database, orgId)) {
      if (attempts < MOST_ATTEMPTS) await queueRun(database, orgId, id);
      else await finishRun(database, { orgId, id }, { status: 'failed', failure: gaveUp(attempts) });
    }
  });

export const recoverJob: Job = {
  name: 'reports.recover',
  cron: '* * * * *',
  run:
    ({ database }) =>
    () =>
      recoverRuns(database),
};
