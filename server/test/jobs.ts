import { type JobHelpers, Logger, runOnce, type Task } from 'graphile-worker';
import { followAll } from '../src/kernel/jobs/followers.ts';
import { noteTransitions } from '../src/kernel/ledger/transitions.ts';
import type { TestApp } from './start-app.ts';

/** Brings what follows the ledger and the clock up to now. */
export async function runFollowers({
  services,
  features,
}: Pick<TestApp, 'services' | 'features'>): Promise<void> {
  const { signal } = new AbortController();
  for (const follower of features.flatMap(({ followers = [] }) => followers)) {
    while ((await follower.behind(services)).length > 0) {
      const [failure] = await followAll(follower, services, signal);
      if (failure) throw failure;
    }
  }
}

/** Does all jobs that are queued, over connections of a worker's own, which read JSON. */
export async function runQueued({ databaseUrl, services, features }: TestApp): Promise<void> {
  const jobs = features.flatMap(({ jobs = [] }) => jobs);
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, job.run(services) as Task]));
  const failures: string[] = [];
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') failures.push(message);
  });
  await runOnce({ connectionString: databaseUrl, taskList, logger });
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

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
  await runFollowers({ services, features });
  if (failures.length > 0) throw new Error(failures.join('\n'));
}
