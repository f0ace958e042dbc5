import type { Job } from '../../kernel/feature.ts';
import { forgetAttempts } from './attempts/limits.ts';
import { endOver } from './sessions/open.ts';

export const signInJobs: Job[] = [
  {
    name: 'sign-in.end-sessions',
    cron: '* * * * *',
    run:
      ({ database }) =>
      () =>
        endOver(database),
  },
  {
    name: 'sign-in.forget-attempts',
    cron: '41 * * * *',
    run:
      ({ database }) =>
      () =>
        forgetAttempts(database),
  },
];
