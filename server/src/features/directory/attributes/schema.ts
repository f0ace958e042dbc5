import { OneOf, Shape, type Static, Type } from '../../../kernel/schema.ts';
import { ExternalIds, ExternalIdsInput } from '../external-ids/schema.ts';

export const EntityType = OneOf(['driver', 'asset'], {
  description: 'What the attribute is for: drivers, or assets, which are vehicles here.',
});

const TYPES = ['single-select', 'multi-select', 'text', 'freeform-multi-select', 'number', 'date'] as const;
const typeText = 'What its values are; the select types offer a fixed list, the others take any value.';

const Unit = OneOf(
  [
    'NO_UNIT',
    'METER',
    'POUND',
    'TON',
    'KILOGRAM',
    'INCH',
    'FOOT',
    'GALLON',
    'LITER',
    'BARREL',
    'POUND_PER_SQUARE_INCH',
    'BAR',
    'KILOPASCAL',
    'FAHRENHEIT',
    'CELSIUS',
    'USD',
    'CAD',
    'EUR',
    'GBP',
    'MXN',
    'HOUR',
    'MINUTE',
    'DAY',
    'MILE_PER_HOUR',
    'KILOMETER_PER_HOUR',
    'HORSEPOWER',
    'KILOWATT',
    'BTU_PER_HOUR',
    'KILOWATT_HOUR',
    'BTU',
    'HERTZ',
    'REVOLUTION_PER_MINUTE',
    'DECIBEL',
  ],
  { description: 'Unit of the numbers; only of the number type.' },
);

const AttributeValue = Shape('AttributeValue', {
  id: Type.String({ description: 'Id of the value, as attributeValueIds takes it.' }),
  stringValue: Type.String({ description: 'The value as text.' }),
});

/** What an attribute is, apart from its values. */
export const attributeFacts = {
  id: Type.String({ description: 'Id of the attribute.' }),
  name: Type.String({ description: 'Name of the attribute.' }),
  entityType: EntityType,
  attributeType: OneOf([...TYPES], { description: typeText }),
  unit: Type.Optional(Unit),
};

const attribute = {
  ...attributeFacts,
  stringValues: Type.Optional(
    Type.Array(Type.String(), { description: 'Offered texts, of the select types.' }),
  ),
  numberValues: Type.Optional(
    Type.Array(Type.Number(), { description: 'Offered numbers, of the number type.' }),
  ),
  values: Type.Optional(Type.Array(AttributeValue, { description: 'The offered values with their ids.' })),
};

export const Attribute = Shape('Attribute', attribute);
export type Attribute = Static<typeof Attribute>;

export const AttributeExpanded = Shape('AttributeExpanded', {
  ...attribute,
  entities: Type.Array(
    Shape('AttributeEntity', {
      entityId: Type.Integer({ description: 'Id of the driver or vehicle, as a number.' }),
      name: Type.String({ description: 'Its name.' }),
      externalIds: Type.Optional(ExternalIds),
      stringValues: Type.Optional(Type.Array(Type.String(), { description: 'Its texts.' })),
      numberValues: Type.Optional(Type.Array(Type.Number(), { description: 'Its numbers, in the unit.' })),
      dateValues: Type.Optional(Type.Array(Type.String(), { description: 'Its days, YYYY-MM-DD.' })),
      values: Type.Array(AttributeValue, { description: 'Its values with their ids.' }),
    }),
    { description: 'The drivers or vehicles that have a value.' },
  ),
});
export type AttributeExpanded = Static<typeof AttributeExpanded>;

const name = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Name, unique among drivers or assets.',
});
const text = Type.String({ minLength: 1, maxLength: 1024 });
const values = {
  stringValues: Type.Optional(
    Type.Array(text, { maxItems: 5000, description: 'All texts to offer, for the select types.' }),
  ),
  numberValues: Type.Optional(
    Type.Array(Type.Number(), { maxItems: 5000, description: 'All numbers to offer, for the number type.' }),
  ),
  entities: Type.Optional(
    Type.Array(
      Shape('AttributeEntityInput', {
        entityId: Type.Optional(Type.String({ maxLength: 40, description: 'Id of the driver or vehicle.' })),
        externalIds: Type.Optional(ExternalIdsInput),
        stringValues: Type.Optional(Type.Array(Type.String(), { description: 'All its texts.' })),
        numberValues: Type.Optional(Type.Array(Type.Number(), { description: 'All its numbers.' })),
        dateValues: Type.Optional(Type.Array(Type.String(), { description: 'All its days, YYYY-MM-DD.' })),
      }),
      {
        maxItems: 20_000,
        description: 'Drivers or vehicles to give values to, each by id or by an external id; others stay.',
      },
    ),
  ),
};

export const CreateAttribute = Shape('CreateAttribute', {
  name,
  entityType: EntityType,
  attributeType: OneOf([...TYPES], { description: typeText, default: 'multi-select' }),
  unit: Type.Optional(Unit),
  ...values,
});

export const UpdateAttribute = Shape('UpdateAttribute', {
  entityType: EntityType,
  name: Type.Optional(name),
  attributeType: Type.Optional(OneOf([...TYPES], { description: typeText })),
  ...values,
});

/** What may be written of an attribute. */
export type AttributeFields = Partial<Static<typeof CreateAttribute>>;
