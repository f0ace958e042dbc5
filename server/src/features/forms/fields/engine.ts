import type { Caller } from '../../../kernel/auth.ts';
import type { Services } from '../../../kernel/feature.ts';
import type { Dialect, FieldDefinition, FieldValue } from './types.ts';

/**
 * Checks the fields of a template or type as they came in a body and completes them: ids, weights.
 * Keep the answer as JSON; it is what the wire shows. @throws 400 naming the field.
 */
export type ParseDefinitions = (inputs: readonly unknown[], dialect: Dialect) => FieldDefinition[];

/** Values to check against definitions. */
export interface FieldsRequest {
  definitions: readonly FieldDefinition[];
  /** The body's `fields`, as they came. */
  inputs: readonly unknown[];
  dialect: Dialect;
  /** What is stored already: fields that `inputs` does not name stay. An input without a value clears its field. */
  before?: readonly FieldValue[];
  /** Whether each required field must have a value now. */
  complete: boolean;
}

/**
 * Checks values, finds the people and assets they name, decodes media. Call it before `write()`; stage `media`
 * before it (`stageMedia`) and keep it inside (`keepMedia`). Keep `fields` as JSON (a `json` column): with the state
 * of their media filled in by `withMedia` they are what the wire shows.
 * @throws 400 naming the field by label and id; 404 for a person or asset that is not there; 413 for large media.
 */
export type ReadFields = (
  services: Services,
  caller: Pick<Caller, 'orgId' | 'tagIds'>,
  request: FieldsRequest,
) => Promise<{ fields: FieldValue[]; media: unknown[] }>;

/** Finished reply text from stored text of any length, a whole stream page too: each media record gets its state and URL. */
export type WithMedia = (services: Services, orgId: string, text: string) => Promise<string>;
