import { type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
import { attributesOf, externalIdsOf, tagReference, tagsOf } from '../entities/links.ts';
import type { TagReference } from '../wire.ts';
import type { Driver } from './schema.ts';

/** Drivers as the API serves them, in the order of their ids. `where` is about the table person. */
export async function selectDrivers(
  database: Queryable,
  orgId: string,
  where: Sql,
  limit: number,
): Promise<Driver[]> {
  const org = sql`person.org_id`;
  const id = sql`person.id`;
  const rows = await database.rows(sql`
    select person.id, person.name, username, status, license_number, license_state, person.details,
      person.created_at, person.updated_at, ${tagsOf(org, id)}, ${attributesOf(org, id)},
      ${externalIdsOf(org, 'driver', id)}, vehicle.id, vehicle.name,
      ${tagReference(org, sql`peer_group_tag_id`)}, ${tagReference(org, sql`trailer_group_tag_id`)},
      ${tagReference(org, sql`vehicle_group_tag_id`)}
    from person left join vehicle on vehicle.org_id = person.org_id and vehicle.static_driver_id = person.id
    where person.org_id = ${orgId} and person.type = 'driver' and person.deleted_at is null ${where}
    order by person.id limit ${limit}`);
  return rows.map(toDriver);
}

const parse = <T>(text: string | null): T | undefined =>
  text === null ? undefined : (JSON.parse(text) as T);

function toDriver(row: Row): Driver {
  const { deactivatedAtTime: _, weekly10: _other, ...details } = JSON.parse(row[6]);
  return {
    id: row[0],
    name: row[1],
    username: row[2] ?? undefined,
    driverActivationStatus: row[3],
    isDeactivated: row[3] === 'deactivated',
    licenseNumber: row[4] ?? undefined,
    licenseState: row[5] ?? undefined,
    // What the public spec gives as the value of a field that was never set.
    eldAdverseWeatherExemptionEnabled: false,
    eldBigDayExemptionEnabled: false,
    eldDayStartHour: 0,
    eldExempt: false,
    eldPcEnabled: false,
    eldYmEnabled: false,
    timezone: 'America/Los_Angeles',
    waitingTimeDutyStatusEnabled: false,
    ...details,
    tags: parse<TagReference[]>(row[9]),
    attributes: parse(row[10]),
    externalIds: parse(row[11]),
    staticAssignedVehicle: row[12] === null ? undefined : { id: row[12], name: row[13] },
    peerGroupTag: parse(row[14]),
    trailerGroupTag: parse(row[15]),
    vehicleGroupTag: parse(row[16]),
    createdAtTime: wireTime(row[7]),
    updatedAtTime: wireTime(row[8]),
  };
}

/** Who holds each username and license now: those of `people` themselves left out. */
export async function takenNames(
  tx: Queryable,
  orgId: string,
  people: readonly {
    id: string;
    username: string | null;
    licenseNumber: string | null;
    licenseState: string | null;
  }[],
): Promise<{ usernames: Map<string, string>; licenses: Map<string, string> }> {
  // Two statements in one, each with its own index: joined by "or" they would read all people for every batch.
  const found = await tx.rows(sql`
    select id, lower(username), null from person
    where org_id = ${orgId} and deleted_at is null
      and lower(username) = any(${people.flatMap((person) => person.username?.toLowerCase() ?? [])}::text[])
    union all
    select id, null, lower(license_number) || ' ' || lower(license_state) from person
    where org_id = ${orgId} and deleted_at is null
      and (lower(license_number), lower(license_state)) in (select * from unnest(
        ${people.map((person) => person.licenseNumber?.toLowerCase() ?? null)}::text[],
        ${people.map((person) => person.licenseState?.toLowerCase() ?? null)}::text[]))`);
  const own = new Set(people.map((person) => person.id));
  const rows = found.filter(([id]) => !own.has(id));
  return {
    usernames: new Map(rows.flatMap(([id, username]) => (username ? [[username, id]] : []))),
    licenses: new Map(rows.flatMap(([id, , license]) => (license ? [[license, id]] : []))),
  };
}
