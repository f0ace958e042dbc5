import type { Feature } from '../../kernel/feature.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { meRoutes } from './me.ts';

export { addServiceAccount } from './service-account.ts';

export const feature: Feature = { name: 'directory', routes: [samsara(meRoutes)] };
