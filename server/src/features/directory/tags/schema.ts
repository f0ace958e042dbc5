import { Shape, type Static, Type } from '../../../kernel/schema.ts';
import { ExternalIds, ExternalIdsInput } from '../external-ids/schema.ts';

const Member = Shape('TagMember', {
  id: Type.String({ description: 'Id of the member.' }),
  name: Type.Optional(Type.String({ description: 'Its name, where it is known.' })),
});

/** Members of kinds that are not kept here: their ids are, and are given back. */
export const FOREIGN = ['addresses', 'assets', 'machines', 'sensors'] as const;

const members = (what: string) =>
  Type.Optional(
    Type.Array(Member, { description: `${what} in this tag itself, not those of tags below it.` }),
  );

export const Tag = Shape('Tag', {
  id: Type.String({ description: 'Id of the tag.' }),
  name: Type.String({ description: 'Name of the tag.' }),
  parentTagId: Type.Optional(Type.String({ description: 'Id of the tag above it; absent at the top.' })),
  parentTag: Type.Optional(
    Shape('ParentTag', {
      id: Type.String({ description: 'Id of the tag above.' }),
      name: Type.Optional(Type.String({ description: 'Its name.' })),
    }),
  ),
  addresses: members('Addresses'),
  assets: members('Trailers and other assets'),
  drivers: members('Drivers'),
  machines: members('Machines'),
  sensors: members('Sensors'),
  vehicles: members('Vehicles'),
  externalIds: Type.Optional(ExternalIds),
});
export type Tag = Static<typeof Tag>;

const name = Type.String({ minLength: 1, maxLength: 191, description: 'Name of the tag.' });
const ids = (what: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
    maxItems: 20_000,
    description: `All ${what} of this tag, by id.`,
  });
const parent = Type.String({ maxLength: 40, description: 'Id of the tag above it; empty for none.' });

export const CreateTag = Shape('CreateTag', {
  name,
  parentTagId: Type.Optional(parent),
  addresses: Type.Optional(ids('addresses')),
  assets: Type.Optional(ids('assets')),
  drivers: Type.Optional(ids('drivers')),
  machines: Type.Optional(ids('machines')),
  sensors: Type.Optional(ids('sensors')),
  vehicles: Type.Optional(ids('vehicles')),
  externalIds: Type.Optional(ExternalIdsInput),
});

/** The body of PUT: member lists that are not sent become empty. */
export const ReplaceTag = Shape('ReplaceTag', {
  name: Type.Optional(name),
  parentTagId: Type.Optional(parent),
  addresses: Type.Optional(ids('addresses')),
  assets: Type.Optional(ids('assets')),
  drivers: Type.Optional(ids('drivers')),
  machines: Type.Optional(ids('machines')),
  sensors: Type.Optional(ids('sensors')),
  vehicles: Type.Optional(ids('vehicles')),
});

/** The body of PATCH, a JSON merge patch: a list replaces the list, null empties. */
export const PatchTag = Shape('PatchTag', {
  name: Type.Optional(name),
  parentTagId: Type.Optional(Type.Union([parent, Type.Null()])),
  addresses: Type.Optional(Type.Union([ids('addresses'), Type.Null()])),
  assets: Type.Optional(Type.Union([ids('assets'), Type.Null()])),
  drivers: Type.Optional(Type.Union([ids('drivers'), Type.Null()])),
  machines: Type.Optional(Type.Union([ids('machines'), Type.Null()])),
  sensors: Type.Optional(Type.Union([ids('sensors'), Type.Null()])),
  vehicles: Type.Optional(Type.Union([ids('vehicles'), Type.Null()])),
  externalIds: Type.Optional(ExternalIdsInput),
});
export type TagFields = Static<typeof PatchTag>;
