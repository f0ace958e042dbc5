import type { Feature } from '../../kernel/feature.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { meRoutes } from './me.ts';

export { findPeople, type Person } from './people.ts';
export { addServiceAccount } from './service-account.ts';
export { inTags, visibleTo } from './tag-scope.ts';

export const feature: Feature = { name: 'directory', routes: [samsara(meRoutes)] };
