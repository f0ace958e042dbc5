import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { subjectListRoutes } from './list/routes.native.ts';
import { subjectSummaryRoutes } from './summary/routes.native.ts';
import { timelineRoutes } from './timeline/routes.native.ts';

export const feature: Feature = {
  name: 'subjects',
  routes: [native(subjectListRoutes), native(subjectSummaryRoutes), native(timelineRoutes)],
};
