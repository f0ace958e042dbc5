import type { AttributeDocument } from './document.ts';
import { valuesByType } from './on-entity.ts';
import type { Attribute, AttributeExpanded } from './schema.ts';

/** A driver or vehicle with its values of one attribute. */
export interface Holder {
  id: string;
  name: string;
  externalIds: Record<string, string>;
  values: readonly { id: string; value: string }[];
}

/** An attribute as lists serve it. */
export function toAttribute(document: AttributeDocument): Attribute {
  const { id, name, entityType, attributeType, unit, options } = document;
  const texts = options.map(({ value }) => value);
  return {
    id,
    name,
    entityType,
    attributeType,
    ...(attributeType === 'number' ? { unit: unit ?? 'NO_UNIT' } : {}),
    ...(options.length === 0
      ? {}
      : {
          ...(attributeType === 'number' ? { numberValues: texts.map(Number) } : { stringValues: texts }),
          values: options.map((option) => ({ id: option.id, stringValue: option.value })),
        }),
  };
}

/** An attribute as it is served alone, with who has a value of it. */
export const toExpanded = (document: AttributeDocument, holders: readonly Holder[]): AttributeExpanded => ({
  ...toAttribute(document),
  entities: holders.map(({ id, name, externalIds, values }) => ({
    entityId: Number(id),
    name,
    ...(Object.keys(externalIds).length > 0 ? { externalIds } : {}),
    ...valuesByType(
      document.attributeType,
      values.map(({ value }) => value),
    ),
    values: values.map((value) => ({ id: value.id, stringValue: value.value })),
  })),
});
