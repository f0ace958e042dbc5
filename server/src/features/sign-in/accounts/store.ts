import type { Sight } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Changed, Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { type Person, visibleTo } from '../../directory/index.ts';
import type { Role } from '../roles.ts';
import type { AccountDocument } from './schema.ts';

export interface AccountRow {
  personId: string;
  personType: PersonType;
  role: Role;
  tagIds: string[] | null;
  status: 'active' | 'disabled';
  createdAt: string;
  updatedAt: string;
}

const ACCOUNT = columns<AccountRow>({
  personId: sql`person_id`,
  personType: sql`person_type`,
  role: sql`role`,
  tagIds: sql`tag_ids`,
  status: sql`status`,
  createdAt: sql`created_at`,
  updatedAt: sql`updated_at`,
});

export const accountDocument = (row: AccountRow): AccountDocument => ({
  id: row.personId,
  personType: row.personType,
  role: row.role,
  ...(row.tagIds === null ? {} : { tagIds: row.tagIds }),
  status: row.status,
  createdAtTime: wireTime(row.createdAt),
  updatedAtTime: wireTime(row.updatedAt),
});

export const accountChanged = (row: AccountRow): Changed<AccountDocument> => ({
  id: row.personId,
  document: accountDocument(row),
});

/** The accounts of those of `ids` that have one. */
export async function readAccounts(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<AccountRow[]> {
  const rows = await database.rows(sql`
    select ${ACCOUNT.list} from account where org_id = ${orgId} and person_id = any(${ids}::bigint[])`);
  return rows.map(ACCOUNT.read);
}

/** An account, before and after, as it is written. */
export type AccountToSave = Pick<AccountRow, 'personId' | 'personType' | 'role' | 'tagIds' | 'status'>;

/** What drivers get who have none. */
export const learnerAccount = ({ id, type }: Person): AccountToSave => ({
  personId: id,
  personType: type,
  role: 'learner',
  tagIds: null,
  status: 'active',
});

/** Adds an account or changes the one there is. */
export async function saveAccount(tx: Tx, account: AccountToSave): Promise<AccountRow> {
  const { personId, personType, role, tagIds, status } = account;
  const [row] = await tx.rows(sql`
    insert into account (org_id, person_id, person_type, role, tag_ids, status, created_at, updated_at)
    values (${tx.orgId}, ${personId}, ${personType}, ${role}, ${tagIds}::bigint[], ${status}, ${tx.at}, ${tx.at})
    on conflict (org_id, person_id) do update set role = excluded.role, tag_ids = excluded.tag_ids,
      status = excluded.status, updated_at = excluded.updated_at
    returning ${ACCOUNT.list}`);
  return ACCOUNT.read(row as Row);
}

/** Accounts of people whom whoever asks may see, by person, and one more to tell whether another follows. */
export async function listAccounts(
  database: Queryable,
  sight: Sight,
  { ids, role }: { ids?: readonly string[]; role?: Role | undefined },
  after: string | undefined,
  limit: number,
): Promise<AccountRow[]> {
  const rows = await database.rows(sql`
    select ${ACCOUNT.list} from account where org_id = ${sight.orgId} ${and(
      ids && sql`person_id = any(${ids}::bigint[])`,
      role !== undefined && sql`role = ${role}`,
      after !== undefined && sql`person_id > ${after}::bigint`,
    )} ${visibleTo(sight, sql`account.person_id`)}
    order by person_id limit ${limit + 1}`);
  return rows.map(ACCOUNT.read);
}

/** How many administrators may sign in beside one person. */
export async function otherAdministrators(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.rows(sql`
    select count(*)::int from account
    where org_id = ${tx.orgId} and role = 'administrator' and status = 'active' and person_id <> ${personId}::bigint`);
  return row?.[0] ?? 0;
}
