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
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { ExternalIds, ExternalIdsInput } from '../../directory/index.ts';
import { type FieldValue, QualificationFieldReply, QualificationFields } from '../../fields/index.ts';
import { Person } from '../person.ts';
import { EntityType } from '../types/schema.ts';

const Owner = Shape(
  'QualificationOwner',
  {
    entityType: EntityType,
    id: Type.String({ description: 'Id of the driver, user or vehicle, a decimal string.' }),
    externalIds: Type.Optional(ExternalIds),
  },
  'Whose qualification it is.',
);

const TypeRef = Shape(
  'QualificationTypeRef',
  {
    id: UuidId('Id of the qualification type.'),
    name: Type.String({ description: 'Its name at that revision.' }),
    revisionId: UuidId('The revision of the type that the record was made with.'),
  },
  'What the record is a record of.',
);

/** Source: the public spec's qualification record, 2025-10-23; supersedesId is ours. */
export const QualificationRecord = Shape(
  'QualificationRecord',
  {
    id: Type.String({ description: 'Id of the record, a UUID.' }),
    qualificationType: TypeRef,
    issueDate: Time('Since when it holds.'),
    expirationDate: Type.Optional(Time('When it expires; absent when it does not.')),
    recordStatus: OneOf(['active', 'archived', 'deleted'], {
      description: 'Its status. An expired record is still active: compare expirationDate.',
    }),
    fields: Type.Array(QualificationFieldReply, {
      description: "Its values, in the order of the type's fields.",
    }),
    createdAtTime: Time('When the record was made.'),
    createdBy: Person,
    updatedAtTime: Time('When anybody last changed it.'),
    updatedBy: Person,
    supersedesId: Type.Optional(UuidId('Ours: the record that this one renews.')),
    owner: Owner,
    externalIds: Type.Optional(ExternalIds),
  },
  'A qualification that a worker or asset holds, or held.',
);
export type QualificationRecord = Omit<Static<typeof QualificationRecord>, 'fields'> & {
  fields: FieldValue[];
};

export const RecordsReply = Data(
  Type.Array(QualificationRecord, { description: 'The records, in the order of the ids.' }),
);
export const RecordReply = Data(QualificationRecord);
export const RecordsPage = Page(
  QualificationRecord,
  'Qualification records by the time of their last change.',
);

const includeExternalIds = Type.Optional(
  Type.Boolean({ description: 'True adds the external ids of each record and of its owner.' }),
);

export const RecordsQuery = Type.Object({
  ids: List(Type.String(), {
    minItems: 1,
    maxItems: 100,
    description: 'Ids or external ids (key:value) of the records, at most 100. Deleted ones are found too.',
  }),
  includeExternalIds,
});

export const StreamQuery = Type.Object({
  after: After,
  entityType: EntityType,
  startTime: TimeInput('Only records changed at or after this time.'),
  endTime: Type.Optional(
    TimeInput('Only records changed before this time; without it the stream never ends.'),
  ),
  qualificationTypeIds: Type.Optional(
    List(Type.String(), { maxItems: 100, description: 'Only records of these types, at most 100.' }),
  ),
  ownerIds: Type.Optional(
    List(Type.String(), {
      maxItems: 100,
      description: 'Only records of these workers or assets, by id or external id (key:value), at most 100.',
    }),
  ),
  includeDeleted: Type.Optional(
    Type.Boolean({ description: 'True adds deleted records, with recordStatus deleted.' }),
  ),
  includeExternalIds,
});

const OwnerInput = Shape(
  'QualificationOwnerInput',
  {
    entityType: EntityType,
    id: Type.String({
      minLength: 1,
      description:
        'Its id or external id (key:value); a worker may also be named as driver-281474 or user-4392.',
    }),
  },
  'Whose qualification it is; of the kind that the type is for.',
);
const issueDate = TimeInput('Since when it holds.');
const expirationDate = TimeInput('When it expires; 1970-01-01T00:00:00Z stands for never.');

export const CreateRecord = Shape('CreateQualificationRecord', {
  qualificationType: Shape(
    'QualificationTypeInput',
    { id: Type.String({ description: 'Id of an active qualification type.' }) },
    'What it is a record of.',
  ),
  owner: OwnerInput,
  issueDate,
  expirationDate: Type.Optional(expirationDate),
  fields: Type.Optional(QualificationFields),
  externalIds: Type.Optional(ExternalIdsInput),
});
export type CreateRecord = Static<typeof CreateRecord>;

const id = Type.String({ description: 'Id or external id (key:value) of the record.' });

export const UpdateRecord = Shape('UpdateQualificationRecord', {
  id,
  owner: Type.Optional(OwnerInput),
  issueDate: Type.Optional(issueDate),
  expirationDate: Type.Optional(expirationDate),
  fields: Type.Optional(QualificationFields),
  externalIds: Type.Optional(ExternalIdsInput),
});
export type UpdateRecord = Static<typeof UpdateRecord>;

export const RecordId = Shape('QualificationRecordId', { id });

export const RenewRecord = Body('RenewQualificationRecord', {
  id,
  issueDate,
  expirationDate: Type.Optional(expirationDate),
  fields: Type.Optional(QualificationFields),
});
export type RenewRecord = Static<typeof RenewRecord>;

/** The reply of operations that answer nothing. */
export const Emptied = Type.Unsafe<undefined>({ type: 'null', description: 'Done; there is no body.' });
