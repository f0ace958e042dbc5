import type { Feature } from '../../kernel/feature.ts';

export const feature: Feature = { name: 'training', routes: [] };
