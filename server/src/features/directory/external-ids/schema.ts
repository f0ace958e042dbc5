import { Type } from '../../../kernel/schema.ts';

export const ExternalIds = Type.Record(Type.String(), Type.String(), {
  description: 'Ids of this object in other systems: key to value, unique in the organization.',
});

export type ExternalIdsInput = Record<string, string | number | boolean | null>;

/** External ids in a request: other scalars count as their text; an empty value takes the key off. */
export const ExternalIdsInput = Type.Unsafe<ExternalIdsInput>({
  type: 'object',
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'], maxLength: 255 },
  maxProperties: 30,
  description:
    'Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off.',
});
