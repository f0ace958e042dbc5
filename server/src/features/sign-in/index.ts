import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { account } from './accounts/resource.ts';
import { accountRoutes } from './accounts/routes.native.ts';
import { scopesOfAccount } from './accounts/scopes.ts';
import { signInFailure } from './attempts/failures.ts';
import { failureRoutes } from './attempts/routes.native.ts';
import { signInCode } from './codes/resource.ts';
import { codeRoutes } from './codes/routes.native.ts';
import { deviceRoutes } from './devices/routes.native.ts';
import { signInDevice } from './devices/store.ts';
import { signInJobs } from './jobs.ts';
import { pageRoutes } from './page/routes.ts';
import { identifyBySession } from './sessions/identify.ts';
import { session } from './sessions/resource.ts';
import { manageSessionRoutes } from './sessions/routes.manage.native.ts';
import { sessionRoutes } from './sessions/routes.native.ts';
import { linkRoutes } from './setup/routes.native.ts';

export { grantAccount } from './accounts/grant.ts';
export { newCodeText, pathOf } from './codes/codes.ts';
export type { Role } from './roles.ts';
export { administratorCode } from './setup/administrator.ts';
export { firstCode } from './setup/set-up.ts';

export const feature: Feature = {
  name: 'sign-in',
  routes: [
    native(sessionRoutes),
    native(linkRoutes),
    native(pageRoutes),
    native(accountRoutes),
    native(manageSessionRoutes),
    native(codeRoutes),
    native(failureRoutes),
    native(deviceRoutes),
  ],
  resources: [account, session, signInCode, signInDevice, signInFailure],
  jobs: signInJobs,
  identifies: identifyBySession,
  scopesOf: scopesOfAccount,
};
