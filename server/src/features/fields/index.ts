import type { Feature } from '../../kernel/feature.ts';

export { consequences } from './conditions.ts';
export { parseDefinitions } from './definitions.ts';
export { type FieldsRequest, readFields } from './engine.ts';
export { mediaRecord } from './look-up.ts';
export { FieldDefinitionInput, FieldDefinitionReply } from './schema.definitions.ts';
export { FormFieldDocument, QualificationFieldDocument } from './schema.documents.ts';
export { PrefilledFields, QualificationFields, SubmittedFields } from './schema.inputs.ts';
export { FormFieldReply, QualificationFieldReply } from './schema.values.ts';
export { type Score, scoreOf } from './score.ts';
export { mediaIdsIn, servedFields, servedText, withoutFiles } from './served.ts';
export {
  FIELD_TYPES,
  type FieldDefinition,
  type FieldRules,
  type FieldValue,
  type MediaRecord,
  OLDER_FIELD_TYPES,
  olderFieldType,
  QUALIFICATION_TYPES,
  type Values,
} from './types.ts';

/** Typed fields: one engine for whatever has them. It has no routes of its own. */
export const feature: Feature = { name: 'fields', routes: [] };
