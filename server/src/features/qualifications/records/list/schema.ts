import {
  After,
  List,
  OneOf,
  PageLimit,
  Pagination,
  Shape,
  TimeInput,
  Type,
} from '../../../../kernel/schema.ts';
import { QualificationRecord } from '../schema.ts';

export const STANDINGS = ['notYetValid', 'valid', 'expiring', 'lapsed'] as const;

export const ListQuery = Type.Object({
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Only those whose type has this text in its name, in any case, or whose owner has it in their name, login name, email address or an external id.',
    }),
  ),
  ownerIds: Type.Optional(
    List(Type.String(), {
      maxItems: 100,
      description:
        'Only those of these people, deleted ones too, and vehicles, at most 100: 281474, driver-281474 or key:value.',
    }),
  ),
  qualificationTypeIds: Type.Optional(
    List(Type.String(), { maxItems: 100, description: 'Only those of these types, at most 100.' }),
  ),
  tagIds: Type.Optional(
    List(Type.String(), {
      maxItems: 512,
      description: 'Only those of owners in one of these tags or below it.',
    }),
  ),
  statuses: Type.Optional(
    List(OneOf(['active', 'archived'], { description: 'A status.' }), {
      maxItems: 2,
      description: 'Only those in one of these states; active ones unless given.',
    }),
  ),
  standings: Type.Optional(
    List(OneOf([...STANDINGS], { description: 'What it is worth now.' }), {
      maxItems: 4,
      description: 'Only those that are one of these now.',
    }),
  ),
  expiringDays: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 3660,
      default: 30,
      description: 'Within how many days from now a record is `expiring`.',
    }),
  ),
  expiresFrom: Type.Optional(TimeInput('Only those that expire at or after this time.')),
  expiresUntil: Type.Optional(TimeInput('Only those that expire before this time.')),
  sort: Type.Optional(
    OneOf(['expiry', 'newest', 'changed'], {
      description: 'What expires first, what was made last, or what was changed last.',
      default: 'expiry',
    }),
  ),
  limit: PageLimit,
  after: After,
});

export const ListedRecords = Type.Object({
  data: Type.Array(
    Shape('ListedQualificationRecord', {
      record: QualificationRecord,
      ownerName: Type.String({ description: 'What the owner is called now.' }),
      standing: OneOf([...STANDINGS], {
        description: 'What its dates make of it now, whatever its status.',
      }),
    }),
    { description: 'Records that are not deleted, in the order asked for.' },
  ),
  pagination: Pagination,
  count: Type.Optional(
    Type.Integer({
      description: 'With "Prefer: count", on the first page: how many there are in all pages.',
    }),
  ),
});
