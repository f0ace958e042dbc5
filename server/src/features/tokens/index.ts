import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { token } from './resource.ts';
import { tokenRoutes } from './routes.native.ts';

export {
  addOrganization,
  createOrganization,
  type NewOrganization,
  renameOrganization,
} from './organization.ts';
export { listTokens, tokenExists } from './store.ts';
export { createToken, type NewToken, withdrawToken } from './tokens.ts';

export const feature: Feature = { name: 'tokens', routes: [native(tokenRoutes)], resources: [token] };
