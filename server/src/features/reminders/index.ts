import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { reminderFollower } from './ladder/follow.ts';
import { reminderRoutes } from './messages/routes.native.ts';
import { reminder } from './messages/store.ts';
import { policyRoutes } from './policies/routes.native.ts';
import { reminderPolicy } from './policies/store.ts';
import { unsubscribeRoutes } from './unsubscribing/routes.ts';
import { reminderRefusal } from './unsubscribing/store.ts';

export const feature: Feature = {
  name: 'reminders',
  routes: [native(policyRoutes), native(reminderRoutes), native(unsubscribeRoutes)],
  followers: [reminderFollower],
  resources: [reminderPolicy, reminder, reminderRefusal],
};
