import { sql } from '../../../kernel/database/database.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { folded } from '../../../kernel/text.ts';
import { type PersonRow, readPeople } from '../people/store.ts';
import { matchRows, type RowKeys } from './rows.ts';
import { type Links, readLinks } from './unchanged.ts';

/** A row of people, by what tells whom it is about; `name` is a driver's username or a user's email. */
export type PersonKeys = Omit<RowKeys, 'named'> & { name: string | undefined };

/** The people that rows are about. */
export interface MatchedPeople {
  /** Of each row; undefined for somebody new. */
  ids: (string | undefined)[];
  /** How they are now. */
  before(id: string): { row: PersonRow; links: Links };
}

/** Finds whom each row is about, and reads how they are now; notes what does not fit. */
export async function matchPeople(
  tx: Tx,
  type: 'driver' | 'user',
  rows: readonly PersonKeys[],
  problems: Problems,
): Promise<MatchedPeople> {
  const known = await findByName(
    tx,
    type,
    rows.flatMap(({ name }) => name ?? []),
  );
  const keys = rows.map(({ name, ...key }) => ({ ...key, named: known.get(folded(name ?? '')) }));
  const given = rows.flatMap(({ id }) => (id && isNumericId(id) ? [id] : []));
  const existing = await readPeople(tx, tx.orgId, type, given);
  const ids = await matchRows(tx, tx.orgId, type, keys, problems, existing);
  const found = ids.flatMap((id) => (id && isNumericId(id) ? [id] : []));
  const people = await readPeople(tx, tx.orgId, type, found);
  const links = await readLinks(tx, tx.orgId, type, found);
  return { ids, before: (id) => ({ row: people.get(id) as PersonRow, links: links(id) }) };
}

/** Drivers by username, or users by email, in lower case. */
async function findByName(
  tx: Tx,
  type: 'driver' | 'user',
  names: readonly string[],
): Promise<Map<string, string>> {
  const column = type === 'driver' ? sql`username` : sql`email`;
  const wanted = names.map(folded);
  const rows = await tx.rows(sql`
    select lower(${column}), id from person
    where org_id = ${tx.orgId} and type = ${type} and deleted_at is null and lower(${column}) = any(${wanted}::text[])`);
  return new Map(rows.map(([name, id]) => [name, id]));
}
