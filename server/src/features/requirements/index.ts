import type { Feature } from '../../kernel/feature.ts';

export type { Because } from './rules/because.ts';
export type { Facts } from './rules/facts.ts';
export type { Requirement, Rule } from './rules/rule.ts';
export { type Status, statusOf } from './rules/status.ts';

export const feature: Feature = { name: 'requirements', routes: [] };
