import { Shape, type Static, Type } from '../../kernel/schema.ts';

export const TagReference = Shape('TagReference', {
  id: Type.String({ description: 'Id of the tag.' }),
  name: Type.String({ description: 'Name of the tag.' }),
  parentTagId: Type.Optional(Type.String({ description: 'Id of the tag above it; absent at the top.' })),
});
export type TagReference = Static<typeof TagReference>;

const values = {
  stringValues: Type.Optional(
    Type.Array(Type.String(), { description: 'Text values, of the text and select types.' }),
  ),
  numberValues: Type.Optional(
    Type.Array(Type.Number(), { description: "Numbers, in the attribute's unit, of the number type." }),
  ),
  dateValues: Type.Optional(
    Type.Array(Type.String(), { description: 'Days as YYYY-MM-DD, of the date type.' }),
  ),
};

/** The values of one attribute on a driver or vehicle. */
export const AttributeOnEntity = Shape('AttributeOnEntity', {
  id: Type.Optional(Type.String({ description: 'Id of the attribute.' })),
  name: Type.Optional(Type.String({ description: 'Name of the attribute.' })),
  ...values,
});
export type AttributeOnEntity = Static<typeof AttributeOnEntity>;

export const AttributesInput = Type.Array(AttributeOnEntity, {
  description:
    'Attributes to set, each named by id or name, with all its values; attributes not listed stay as they are, an attribute without values is taken off.',
});

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

export const TagIds = Type.Array(Type.String(), {
  maxItems: 1000,
  description: 'All tags of this object, by id. A token that is limited to tags must name one of them.',
});

/** The path parameter of an object that external ids can name. */
export const ById = Type.Object({
  id: Type.String({ description: 'Its id, or an external id as key:value.' }),
});

/** The reply to DELETE: 204 without a body. */
export const Deleted = Type.Literal('', { description: 'Deleted; there is no body.' });
