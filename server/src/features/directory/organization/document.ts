import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Changed } from '../../../kernel/ledger/resource.ts';
import { Body, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';

const organization = {
  id: Type.String({ description: 'Id of the organization.' }),
  name: Type.String({ description: 'Its name.' }),
  carrierSettings: Type.Object(
    {
      carrierName: Type.Optional(Type.String({ description: 'Name of the carrier.' })),
      dotNumber: Type.Optional(Type.Integer({ description: 'US DOT number.' })),
      mainOfficeAddress: Type.Optional(Type.String({ description: 'Address of the main office.' })),
    },
    { description: 'The carrier, as regulators know it.' },
  ),
};

export const Organization = Shape('Organization', organization);
export type Organization = Static<typeof Organization>;

const settings = {
  timeZone: Type.String({
    description: 'IANA time zone in which days begin and end, where a person has none of their own.',
  }),
  startDateAttributeId: Type.Optional(
    UuidId('The date attribute that says when somebody started, for rules that count from then.'),
  ),
};

export const OrganizationSettings = Shape('OrganizationSettings', settings);
export type OrganizationSettings = Static<typeof OrganizationSettings>;

export const PatchOrganizationSettings = Body('UpdateOrganizationSettings', {
  timeZone: Type.Optional(
    Type.String({ description: 'IANA time zone such as America/Chicago; UTC unless one was set.' }),
  ),
  startDateAttributeId: Type.Optional(
    Type.Union([Type.String(), Type.Null()], { description: 'Id of a date attribute; null for none.' }),
  ),
});
export type PatchOrganizationSettings = Static<typeof PatchOrganizationSettings>;

export const OrganizationDocument = Shape('OrganizationDocument', {
  ...organization,
  ...settings,
  createdAtTime: Time('When the organization was made.'),
});
export type OrganizationDocument = Static<typeof OrganizationDocument>;

export async function readOrganizations(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<OrganizationDocument>[]> {
  const rows = await database.rows(sql`
    select org_id, name, carrier, created_at, time_zone, start_date_attribute_id from org
    where org_id = ${orgId} and org_id = any(${ids}::bigint[])`);
  return rows.map(([id, name, carrier, createdAt, timeZone, startDateAttributeId]) => ({
    id,
    document: {
      id,
      name,
      carrierSettings: JSON.parse(carrier),
      ...toSettings({ timeZone, startDateAttributeId: startDateAttributeId ?? undefined }),
      createdAtTime: wireTime(createdAt),
    },
  }));
}

/** An organization's settings as they are served. */
export const toSettings = ({
  timeZone,
  startDateAttributeId,
}: OrganizationSettings): OrganizationSettings => ({
  timeZone,
  ...(startDateAttributeId === undefined ? {} : { startDateAttributeId }),
});

/** An organization as the API serves it. */
export const toOrganization = ({ id, name, carrierSettings }: OrganizationDocument): Organization => ({
  id,
  name,
  carrierSettings,
});
