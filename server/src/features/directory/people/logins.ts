import { columns, empty, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { driver, user } from '../resources.ts';

/** A living person as somebody who signs in. */
export interface Login {
  orgId: string;
  id: string;
  type: PersonType;
  name: string;
  /** A driver's username, a user's email. */
  login: string | null;
  passwordHash: string | null;
  isActive: boolean;
}

const LOGIN = columns<Login>({
  orgId: sql`org_id`,
  id: sql`id`,
  type: sql`type`,
  name: sql`name`,
  login: sql`case when type = 'driver' then username else email end`,
  passwordHash: sql`password_hash`,
  isActive: sql`status = 'active' and (expire_at is null or expire_at > now())`,
});

const living = async (database: Queryable, which: Sql): Promise<Login[]> => {
  const rows = await database.rows(sql`
    select ${LOGIN.list} from person
    where deleted_at is null and coalesce(details ->> 'serviceAccount', '') <> 'true' ${which}
    order by org_id limit 10`);
  return rows.map(LOGIN.read);
};

/** Those who sign in under a name, in whatever organization or in one: drivers by username, users by email. */
export const findLogins = (database: Queryable, name: string, orgId?: string): Promise<Login[]> =>
  living(
    database,
    sql`and (lower(username) = lower(${name}) or (type = 'user' and lower(email) = lower(${name})))
      ${orgId ? sql`and org_id = ${orgId}` : empty}`,
  );

/** Somebody who signs in, by id. */
export const readLogin = async (database: Queryable, orgId: string, id: string): Promise<Login | undefined> =>
  (await living(database, sql`and org_id = ${orgId} and id = ${id}::bigint`))[0];

/** The living among many, by id. */
export async function readLogins(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, Login>> {
  const rows = await database.rows(sql`
    select ${LOGIN.list} from person
    where org_id = ${orgId} and deleted_at is null and id = any(${ids}::bigint[])`);
  return new Map(rows.map(LOGIN.read).map((login) => [login.id, login]));
}

/** Gives somebody another password; the ledger tells when, and nothing of it. */
export async function setPassword(
  tx: Tx,
  { id, type }: Pick<Login, 'id' | 'type'>,
  passwordHash: string,
): Promise<void> {
  await tx.rows(sql`
    update person set password_hash = ${passwordHash}, password_set_at = ${tx.at}, updated_at = ${tx.at}
    where org_id = ${tx.orgId} and id = ${id}`);
  tx.changed(type === 'driver' ? driver : user, 'update', [id]);
}

/** Keeps the same password by another kind of hash: nothing that anybody could see has changed. */
export async function replaceHash(tx: Tx, id: string, before: string, after: string): Promise<void> {
  await tx.rows(sql`
    update person set password_hash = ${after}
    where org_id = ${tx.orgId} and id = ${id} and password_hash = ${before}`);
}
