import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { objectRoutes } from './objects.native.ts';
import { changeRoutes } from './routes.native.ts';

export const feature: Feature = { name: 'changes', routes: [native(changeRoutes), native(objectRoutes)] };
