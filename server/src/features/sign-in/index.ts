import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { account } from './accounts/resource.ts';
import { signInFailure } from './attempts/failures.ts';
import { signInJobs } from './jobs.ts';
import { identifyBySession } from './sessions/identify.ts';
import { session } from './sessions/resource.ts';
import { sessionRoutes } from './sessions/routes.native.ts';

export { grantAccount } from './accounts/grant.ts';
export type { Role } from './roles.ts';

export const feature: Feature = {
  name: 'sign-in',
  routes: [native(sessionRoutes)],
  resources: [account, session, signInFailure],
  jobs: signInJobs,
  identifies: identifyBySession,
};
