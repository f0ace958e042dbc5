import { columns, type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';

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

const PERSON = columns<Omit<PersonRow, 'type' | 'details'> & { details: string }>({
  id: sql`id`,
  name: sql`name`,
  username: sql`username`,
  email: sql`email`,
  status: sql`status`,
  licenseNumber: sql`license_number`,
  licenseState: sql`license_state`,
  peerGroupTagId: sql`peer_group_tag_id`,
  trailerGroupTagId: sql`trailer_group_tag_id`,
  vehicleGroupTagId: sql`vehicle_group_tag_id`,
  expireAt: sql`expire_at`,
  details: sql`details`,
});

/** The rows of living people, by id. */
export async function readPeople(
  database: Queryable,
  orgId: string,
  type: PersonType,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.rows(sql`
    select ${PERSON.list} from person
    where org_id = ${orgId} and type = ${type} and deleted_at is null and id = any(${ids}::bigint[])`);
  return new Map(
    rows.map(PERSON.read).map((row) => [row.id, { ...row, type, details: JSON.parse(row.details) }]),
  );
}

/** Inserts new people and overwrites known ones, all in one statement. */
export async function savePeople(tx: Tx, people: readonly PersonRow[]): Promise<void> {
  const { orgId, at } = tx;
  await tx.rows(sql`
    insert into person (org_id, id, type, name, username, email, status, license_number, license_state,
      peer_group_tag_id, trailer_group_tag_id, vehicle_group_tag_id, password_hash, password_set_at, expire_at,
      details, created_at, updated_at)
    select ${orgId}::bigint, given.*, ${at}::timestamptz, ${at}::timestamptz
    from ${table('given', people, {
      id: ['bigint', ({ id }) => id],
      type: ['text', ({ type }) => type],
      name: ['text', ({ name }) => name],
      username: ['text', ({ username }) => username],
      email: ['text', ({ email }) => email],
      status: ['text', ({ status }) => status],
      license_number: ['text', ({ licenseNumber }) => licenseNumber],
      license_state: ['text', ({ licenseState }) => licenseState],
      peer_group_tag_id: ['bigint', ({ peerGroupTagId }) => peerGroupTagId],
      trailer_group_tag_id: ['bigint', ({ trailerGroupTagId }) => trailerGroupTagId],
      vehicle_group_tag_id: ['bigint', ({ vehicleGroupTagId }) => vehicleGroupTagId],
      password_hash: ['text', ({ passwordHash }) => passwordHash],
      password_set_at: ['timestamptz', ({ passwordHash }) => (passwordHash ? at : null)],
      expire_at: ['timestamptz', ({ expireAt }) => expireAt],
      details: ['json', ({ details }) => JSON.stringify(details)],
    })}
    on conflict (org_id, id) do update set name = excluded.name, username = excluded.username,
      email = excluded.email, status = excluded.status, license_number = excluded.license_number,
      license_state = excluded.license_state, peer_group_tag_id = excluded.peer_group_tag_id,
      trailer_group_tag_id = excluded.trailer_group_tag_id, vehicle_group_tag_id = excluded.vehicle_group_tag_id,
      password_hash = coalesce(excluded.password_hash, person.password_hash),
      password_set_at = coalesce(excluded.password_set_at, person.password_set_at), expire_at = excluded.expire_at,
      details = excluded.details, updated_at = excluded.updated_at`);
}

/** The columns of somebody of whom nothing is known yet. */
export const newPerson = (id: string, type: PersonType): PersonRow => ({
  id,
  type,
  name: '',
  username: null,
  email: null,
  status: 'active',
  licenseNumber: null,
  licenseState: null,
  peerGroupTagId: null,
  trailerGroupTagId: null,
  vehicleGroupTagId: null,
  expireAt: null,
  details: {},
});
