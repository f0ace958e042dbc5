import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Changed } from '../../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
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

export const OrganizationDocument = Shape('OrganizationDocument', {
  ...organization,
  createdAtTime: Time('When the organization was made.'),
});
export type OrganizationDocument = Static<typeof OrganizationDocument>;

export async function readOrganizations(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<OrganizationDocument>[]> {
  const rows = await database.rows(sql`
    select org_id, name, carrier, created_at from org
    where org_id = ${orgId} and org_id = any(${ids}::bigint[])`);
  return rows.map(([id, name, carrier, createdAt]) => ({
    id,
    document: { id, name, carrierSettings: JSON.parse(carrier), createdAtTime: wireTime(createdAt) },
  }));
}

/** An organization as the API serves it. */
export const toOrganization = ({ id, name, carrierSettings }: OrganizationDocument): Organization => ({
  id,
  name,
  carrierSettings,
});
