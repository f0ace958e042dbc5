import {
  After,
  Body,
  Data,
  List,
  OneOf,
  Page,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { type FieldDefinition, FieldDefinitionInput, FieldDefinitionReply } from '../../fields/index.ts';
import { Person } from '../person.ts';

export const EntityType = OneOf(['worker', 'asset'], {
  description: 'Whose qualification it is: a driver or user (worker) or a vehicle (asset).',
});

const Expiration = Shape(
  'QualificationExpiration',
  {
    required: Type.Boolean({ description: 'Whether every record must say when it expires.' }),
    monthsAfterIssue: Type.Optional(
      Type.Integer({
        description:
          'A record made without an expiration date expires this many months after its issue date.',
      }),
    ),
  },
  'Ours: what the type says about the expiration of its records.',
);

/** Source: the public spec's qualification type, 2025-10-23; expiration and status are ours. */
export const QualificationType = Shape('QualificationType', {
  id: UuidId('Id of the qualification type.'),
  revisionId: UuidId(
    'Id of its present revision; a change of its name, fields or expiration makes a new one.',
  ),
  name: Type.String({ description: 'Name of the qualification, such as Driver License.' }),
  entityType: EntityType,
  fields: Type.Array(FieldDefinitionReply, { description: 'What a record of this type is asked for.' }),
  expiration: Expiration,
  status: OneOf(['active', 'archived'], {
    description: 'Ours: new records can be made of an active type only.',
  }),
  createdAtTime: Time('When the type was made.'),
  createdBy: Person,
  updatedAtTime: Time('When anybody last changed it.'),
  updatedBy: Person,
});
export type QualificationType = Omit<Static<typeof QualificationType>, 'fields'> & {
  fields: FieldDefinition[];
};

export const TypesQuery = Type.Object({
  after: After,
  entityType: EntityType,
  ids: Type.Optional(
    List(Type.String(), {
      maxItems: 100,
      description: 'Only these types, at most 100, archived ones included; all active types unless given.',
    }),
  ),
  includeArchived: Type.Optional(
    Type.Boolean({ description: 'Ours: true adds the archived types when no ids are given.' }),
  ),
});
export const TypesPage = Page(QualificationType, 'Qualification types, oldest first.');

const name = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Name of the qualification, 1 to 255 characters.',
});
const fields = Type.Array(FieldDefinitionInput, {
  maxItems: 100,
  description:
    'What a record is asked for, at most 100 fields. Field types: number, text, multiple_choice, check_boxes, datetime, signature, media, table.',
});
const expiration = Type.Object(
  {
    required: Type.Boolean({ description: 'Whether every record must say when it expires.' }),
    monthsAfterIssue: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1200,
        description:
          'A record made without an expiration date expires this many months after its issue date, 1 to 1,200.',
      }),
    ),
  },
  { additionalProperties: false, description: 'When records expire; they need not unless this says so.' },
);

export const CreateType = Body('CreateQualificationType', {
  name,
  entityType: EntityType,
  fields,
  expiration: Type.Optional(expiration),
});
export type CreateType = Static<typeof CreateType>;

export const UpdateType = Body('UpdateQualificationType', {
  id: Type.String({ description: 'Id of the type to change.' }),
  name: Type.Optional(name),
  fields: Type.Optional(fields),
  expiration: Type.Optional(expiration),
});
export type UpdateType = Static<typeof UpdateType>;

export const TypeId = Body('QualificationTypeId', { id: Type.String({ description: 'Id of the type.' }) });
export const TypeReply = Data(QualificationType);
