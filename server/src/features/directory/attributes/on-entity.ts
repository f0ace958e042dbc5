import { Shape, type Static, Type } from '../../../kernel/schema.ts';

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

/** Texts of values under the name that their type has on the wire. */
export function valuesByType(
  type: string,
  texts: readonly string[],
): Pick<AttributeOnEntity, 'stringValues' | 'numberValues' | 'dateValues'> {
  if (type === 'number') return { numberValues: texts.map(Number) };
  return type === 'date' ? { dateValues: [...texts] } : { stringValues: [...texts] };
}
