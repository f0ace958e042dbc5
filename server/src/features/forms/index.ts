import type { Feature } from '../../kernel/feature.ts';

export type { FieldsRequest, ParseDefinitions, ReadFields, WithMedia } from './fields/engine.ts';
export type { Dialect, FieldDefinition, FieldValue } from './fields/types.ts';

export const feature: Feature = { name: 'forms', routes: [] };
