import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { entryRoutes } from './entries/routes.native.ts';
import { ledgerVerification } from './verification/resource.ts';
import { verificationRoutes } from './verification/routes.native.ts';
import { verifyJob } from './verification/service.ts';

export const feature: Feature = {
  name: 'ledger',
  routes: [native(entryRoutes), native(verificationRoutes)],
  jobs: [verifyJob],
  resources: [ledgerVerification],
};
