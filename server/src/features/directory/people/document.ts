import { columns, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import type { Changed } from '../../../kernel/ledger/resource.ts';
import { OneOf, Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';
import { driverDetails } from '../drivers/schema.ts';
import { filled } from '../entities/fields.ts';
import { type LinkRow, linkColumns, linkFacts, readLinks } from '../entities/links.ts';
import { AuthType } from '../users/schema.ts';

const text = (description: string) => Type.Optional(Type.String({ description }));

/** A person's own facts, in one shape for drivers and users and for every dialect. */
export const PersonDocument = Shape('PersonDocument', {
  id: Type.String({ description: 'Id of the person.' }),
  type: OneOf(['driver', 'user'], { description: 'What the person is here.' }),
  name: Type.String({ description: 'Full name.' }),
  username: text('Name that a driver signs in with.'),
  email: text('Email address; a user signs in with it.'),
  status: OneOf(['active', 'deactivated'], { description: 'Whether the person works now.' }),
  deactivatedAtTime: text('Since when the driver is deactivated, where somebody said.'),
  licenseNumber: text('Number of the driving license.'),
  licenseState: text('State or province that issued the license.'),
  ...driverDetails,
  ...linkFacts,
  peerGroupTagId: text('Tag of the peer group.'),
  trailerGroupTagId: text('Tag whose trailers the driver sees.'),
  vehicleGroupTagId: text('Tag whose vehicles the driver sees.'),
  authType: Type.Optional(AuthType),
  roles: Type.Optional(
    Type.Array(
      Shape('HeldRole', {
        roleId: Type.String({ description: 'Id of the role.' }),
        tagId: text('The tag within which it holds; absent for everywhere.'),
      }),
      { description: 'Roles of a user, in their order.' },
    ),
  ),
  expireAt: Type.Optional(Time('When temporary access ends.')),
  weekly10: Type.Optional(
    Shape('Weekly10Facts', {
      firstName: text('First name, as given there.'),
      lastName: text('Last name, as given there.'),
      jobTitle: text('Job title.'),
      managerId: text('Id of the person who is the manager.'),
    }),
  ),
  serviceAccount: Type.Optional(
    Type.Boolean({ description: 'True for the user that a token acts as, and for "Crewready" itself.' }),
  ),
  passwordSetAtTime: Type.Optional(Time('When the password was last set.')),
  createdAtTime: Time('When the person was added.'),
  updatedAtTime: Time('When the person was last changed.'),
});
export type PersonDocument = Static<typeof PersonDocument>;

interface Row extends LinkRow {
  id: string;
  type: PersonDocument['type'];
  name: string;
  username: string | null;
  email: string | null;
  status: PersonDocument['status'];
  licenseNumber: string | null;
  licenseState: string | null;
  peerGroupTagId: string | null;
  trailerGroupTagId: string | null;
  vehicleGroupTagId: string | null;
  details: string;
  roles: string | null;
  expireAt: string | null;
  passwordSetAt: string | null;
  createdAt: string;
  updatedAt: string;
}

const personColumns = (orgId: string) =>
  columns<Row>({
    id: sql`person.id`,
    type: sql`person.type`,
    name: sql`person.name`,
    username: sql`person.username`,
    email: sql`person.email`,
    status: sql`person.status`,
    licenseNumber: sql`person.license_number`,
    licenseState: sql`person.license_state`,
    peerGroupTagId: sql`person.peer_group_tag_id`,
    trailerGroupTagId: sql`person.trailer_group_tag_id`,
    vehicleGroupTagId: sql`person.vehicle_group_tag_id`,
    details: sql`person.details`,
    roles: sql`case when person.type = 'user' then (
      select json_strip_nulls(json_agg(
        json_build_object('roleId', held.role_id, 'tagId', held.tag_id::text) order by held.position))
      from user_role_assignment held where held.org_id = ${orgId} and held.user_id = person.id) end`,
    expireAt: sql`person.expire_at`,
    passwordSetAt: sql`person.password_set_at`,
    createdAt: sql`person.created_at`,
    updatedAt: sql`person.updated_at`,
    ...linkColumns(orgId, sql`person.type`, sql`person.id`),
  });

/** Living people as their documents. `rest` is about the table person: conditions, order, limit. */
export async function selectPeople(database: Queryable, orgId: string, rest: Sql): Promise<PersonDocument[]> {
  const person = personColumns(orgId);
  const rows = await database.rows(sql`
    select ${person.list} from person where person.org_id = ${orgId} and person.deleted_at is null ${rest}`);
  return rows.map((row) => toDocument(person.read(row)));
}

/** Reads the documents of drivers or of users, for the ledger. */
export const readPeopleOf =
  (type: PersonDocument['type']) =>
  async (database: Queryable, orgId: string, ids: readonly string[]): Promise<Changed<PersonDocument>[]> => {
    const which = sql`and person.type = ${type} and person.id = any(${ids}::bigint[])`;
    const people = await selectPeople(database, orgId, which);
    return people.map((document) => ({ id: document.id, document }));
  };

function toDocument({
  details,
  roles,
  expireAt,
  passwordSetAt,
  createdAt,
  updatedAt,
  ...row
}: Row): PersonDocument {
  const { tagIds, externalIds, attributes, ...own } = row;
  return {
    ...JSON.parse(details),
    ...filled({
      ...own,
      roles: row.type === 'user' ? JSON.parse(roles ?? '[]') : undefined,
      expireAt: expireAt && wireTime(expireAt),
      passwordSetAtTime: passwordSetAt && wireTime(passwordSetAt),
    }),
    ...readLinks({ tagIds, externalIds, attributes }),
    createdAtTime: wireTime(createdAt),
    updatedAtTime: wireTime(updatedAt),
  };
}
