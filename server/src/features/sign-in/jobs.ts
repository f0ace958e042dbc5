import type { Job } from '../../kernel/feature.ts';
import { forgetAttempts } from './attempts/limits.ts';
import { endOldCodes } from './codes/codes.ts';
import { mailLink } from './codes/mail.ts';
import { endOver } from './sessions/open.ts';

/** Ends what time has ended, so that the ledger tells of it. */
const end: Job = {
  name: 'sign-in.end',
  cron: '* * * * *',
  run:
    ({ database }) =>
    async () => {
      await endOver(database);
      await endOldCodes(database);
    },
};

const forget: Job = {
  name: 'sign-in.forget-attempts',
  cron: '41 * * * *',
  run:
    ({ database }) =>
    () =>
      forgetAttempts(database),
};

export const signInJobs: Job[] = [end, forget, mailLink];
