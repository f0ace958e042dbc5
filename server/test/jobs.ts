import { type JobHelpers, Logger, runOnce, type Task } from 'graphile-worker';
import { noteTransitions } from '../src/kernel/ledger/transitions.ts';
import type { TestApp } from './start-app.ts';

/** Does all jobs that are queued, those that come by themselves, and what time has done, as a worker would. */
export async function runJobs({ database, services, features }: TestApp): Promise<void> {
  const failures: string[] = [];
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') failures.push(message);
  });
  const jobs = features.flatMap(({ jobs = [] }) => jobs);
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, job.run(services) as Task]));
  await runOnce({ pgPool: database.pool, taskList, logger });
  for (const job of jobs) if (job.cron) await job.run(services)({}, {} as JobHelpers);
  await noteTransitions(services);
  if (failures.length > 0) throw new Error(failures.join('\n'));
}
