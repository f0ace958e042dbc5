import type { Feature } from '../../kernel/feature.ts';

export { createOrganization, createToken, type NewToken, withdrawToken } from './service.ts';
export { listTokens } from './store.ts';

export const feature: Feature = { name: 'tokens', routes: [] };
