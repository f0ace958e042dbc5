import type { Sight } from '../../../kernel/auth.ts';
import {
  columns,
  empty,
  type Queryable,
  type Row,
  type Sql,
  sql,
} from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { visibleTo } from '../../directory/index.ts';
import type { CodeEnd, Purpose } from './schema.ts';

/** A one-time code: everything but its text; times are PostgreSQL's text. */
export interface CodeRow {
  id: string;
  purpose: Purpose;
  personId: string | null;
  personType: PersonType | null;
  madeAt: string;
  endsAt: string;
  endedAt: string | null;
  endReason: CodeEnd | null;
}

const CODE = columns<CodeRow>({
  id: sql`id`,
  purpose: sql`purpose`,
  personId: sql`person_id`,
  personType: sql`person_type`,
  madeAt: sql`made_at`,
  endsAt: sql`ends_at`,
  endedAt: sql`ended_at`,
  endReason: sql`end_reason`,
});

/** The codes among `ids`, those that have ended too. */
export async function readCodes(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<CodeRow[]> {
  const rows = await database.rows(sql`
    select ${CODE.list} from sign_in_code where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(CODE.read);
}

/** Living codes of people whom whoever asks may see, newest first, and one more to tell whether another follows. */
export async function listCodes(
  database: Queryable,
  sight: Sight,
  { id }: { id?: string },
  before: string | undefined,
  limit: number,
): Promise<CodeRow[]> {
  const rows = await database.rows(sql`
    select ${CODE.list} from sign_in_code
    where org_id = ${sight.orgId} and ended_at is null and ends_at > now()
      ${id ? sql`and id = ${id}::uuid` : empty} ${before ? sql`and id < ${before}::uuid` : empty}
      ${visibleTo(sight, sql`sign_in_code.person_id`)}
    order by id desc limit ${limit + 1}`);
  return rows.map(CODE.read);
}

export interface CodeToMake extends Pick<CodeRow, 'id' | 'purpose' | 'personId' | 'personType'> {
  hash: Buffer;
  life: string;
}

export async function insertCode(tx: Tx, code: CodeToMake): Promise<CodeRow> {
  const { id, hash, purpose, personId, personType, life } = code;
  const [row] = await tx.rows(sql`
    insert into sign_in_code (org_id, id, hash, purpose, person_id, person_type, made_at, ends_at)
    values (${tx.orgId}, ${id}, ${hash}, ${purpose}, ${personId}, ${personType}, ${tx.at},
      ${tx.at}::timestamptz + ${life}::interval)
    returning ${CODE.list}`);
  return CODE.read(row as Row);
}

/** Ends living codes; answers them. */
export async function endCodeRows(tx: Tx, reason: CodeEnd, which: Sql): Promise<CodeRow[]> {
  const rows = await tx.rows(sql`
    update sign_in_code set ended_at = ${tx.at}, end_reason = ${reason}
    where org_id = ${tx.orgId} and ended_at is null ${which} returning ${CODE.list}`);
  return rows.map(CODE.read);
}

/** The living code with this text, in whatever organization. */
export async function findCode(
  database: Queryable,
  hash: Buffer,
): Promise<(CodeRow & { orgId: string }) | undefined> {
  const [row] = await database.rows(sql`
    select ${CODE.list}, org_id from sign_in_code where hash = ${hash} and ended_at is null and ends_at > now()`);
  return row && { ...CODE.read(row), orgId: row.at(-1) };
}

/** The organizations that have codes whose time is over. */
export async function organizationsWithOldCodes(database: Queryable): Promise<string[]> {
  const rows = await database.rows(sql`
    select distinct org_id from sign_in_code where ended_at is null and ends_at <= now()`);
  return rows.map(([orgId]) => orgId);
}
