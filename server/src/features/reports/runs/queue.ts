import type { Queryable } from '../../../kernel/database/database.ts';
import type { Job } from '../../../kernel/feature.ts';
import { enqueue } from '../../../kernel/jobs/queue.ts';
import { executeRun } from './execute.ts';

/** Which run a job is for. */
interface RunJob {
  orgId: string;
  id: string;
}

export const runJob: Job<RunJob> = {
  name: 'reports.run',
  run:
    (services) =>
    ({ orgId, id }, helpers) =>
      executeRun(services, orgId, id, helpers.abortSignal),
};

/** Queues a run, once however often it is asked for; an organization's runs are done one after the other. */
export const queueRun = (tx: Queryable, orgId: string, id: string): Promise<void> =>
  enqueue(tx, runJob, { orgId, id }, { key: `report-run ${id}`, queue: `reports ${orgId}` });
