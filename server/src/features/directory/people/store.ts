import { type Queryable, sql } from '../../../kernel/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';

/** A person's own columns, as they are written. */
export interface PersonRow {
  id: string;
  type: PersonType;
  name: string;
  username: string | null;
  email: string | null;
  status: 'active' | 'deactivated';
  licenseNumber: string | null;
  licenseState: string | null;
  peerGroupTagId: string | null;
  trailerGroupTagId: string | null;
  vehicleGroupTagId: string | null;
  expireAt: string | null;
  /** Undefined leaves the password as it is. */
  passwordHash?: string;
  details: Record<string, unknown>;
}

/** Takes `count` ids for new people, vehicles or tags. */
export async function takeIds(tx: Queryable, count: number): Promise<string[]> {
  if (count === 0) return [];
  const rows = await tx.rows(sql`select nextval('numeric_id') from generate_series(1, ${count}::int)`);
  return rows.map(([id]) => id);
}

/** The rows of living people, by id. */
export async function readPeople(
  tx: Queryable,
  orgId: string,
  type: PersonType,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows(sql`
    select id, name, username, email, status, license_number, license_state, peer_group_tag_id,
      trailer_group_tag_id, vehicle_group_tag_id, expire_at, details
    from person where org_id = ${orgId} and type = ${type} and deleted_at is null and id = any(${ids}::bigint[])`);
  return new Map(
    rows.map((row) => [
      row[0],
      {
        id: row[0],
        type,
        name: row[1],
        username: row[2],
        email: row[3],
        status: row[4],
        licenseNumber: row[5],
        licenseState: row[6],
        peerGroupTagId: row[7],
        trailerGroupTagId: row[8],
        vehicleGroupTagId: row[9],
        expireAt: row[10],
        details: JSON.parse(row[11]),
      },
    ]),
  );
}

/** Inserts new people and overwrites known ones, all in one statement. */
export async function savePeople(
  tx: Queryable,
  orgId: string,
  at: string,
  people: readonly PersonRow[],
): Promise<void> {
  await tx.rows(sql`
    insert into person (org_id, id, type, name, username, email, status, license_number, license_state,
      peer_group_tag_id, trailer_group_tag_id, vehicle_group_tag_id, password_hash, expire_at, details,
      created_at, updated_at)
    select ${orgId}, id, type, name, username, email, status, "licenseNumber", "licenseState", "peerGroupTagId",
      "trailerGroupTagId", "vehicleGroupTagId", "passwordHash", "expireAt", details, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(people)}::json) as given (id bigint, type text, name text,
      username text, email text, status text, "licenseNumber" text, "licenseState" text, "peerGroupTagId" bigint,
      "trailerGroupTagId" bigint, "vehicleGroupTagId" bigint, "passwordHash" text, "expireAt" timestamptz, details json)
    on conflict (org_id, id) do update set name = excluded.name, username = excluded.username,
      email = excluded.email, status = excluded.status, license_number = excluded.license_number,
      license_state = excluded.license_state, peer_group_tag_id = excluded.peer_group_tag_id,
      trailer_group_tag_id = excluded.trailer_group_tag_id, vehicle_group_tag_id = excluded.vehicle_group_tag_id,
      password_hash = coalesce(excluded.password_hash, person.password_hash), expire_at = excluded.expire_at,
      details = excluded.details, updated_at = excluded.updated_at`);
}
