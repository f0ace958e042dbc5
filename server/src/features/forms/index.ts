import type { Feature } from '../../kernel/feature.ts';

export { parseDefinitions } from './fields/definitions.ts';
export { type FieldsRequest, readFields } from './fields/engine.ts';
export { FieldDefinitionInput, FieldDefinitionReply } from './fields/schema.definitions.ts';
export { QualificationFields } from './fields/schema.inputs.ts';
export { QualificationFieldReply } from './fields/schema.values.ts';
export { servedText } from './fields/served.ts';
export type { Dialect, FieldDefinition, FieldValue } from './fields/types.ts';

export const feature: Feature = { name: 'forms', routes: [] };
