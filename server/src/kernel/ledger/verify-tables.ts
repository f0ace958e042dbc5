import { isDeepStrictEqual } from 'node:util';
import { type Queryable, sql } from '../database/database.ts';
import type { Resource } from './resource.ts';

const PAGE = 500;

/**
 * Compares what the tables hold with the last document of each object in the ledger.
 *
 * @returns the first difference in words, or undefined.
 */
export async function verifyTables(
  database: Queryable,
  orgId: string,
  resources: readonly Resource[],
): Promise<string | undefined> {
  for (const resource of resources) {
    const problem =
      (await compareDocuments(database, orgId, resource)) ?? (await findUntold(database, orgId, resource));
    if (problem) return problem;
  }
  return undefined;
}

/** Objects of the ledger, page by page, beside their rows. */
async function compareDocuments(
  database: Queryable,
  orgId: string,
  resource: Resource,
): Promise<string | undefined> {
  const { name } = resource;
  for (let last = ''; ; ) {
    // The last change of each of the next objects, found by skipping over the changes before it.
    const page = await database.rows(sql`
      with recursive object (id) as (
        (select id from ledger_change where org_id = ${orgId} and resource = ${name} and id > ${last} order by id limit 1)
        union all
        select (select id from ledger_change where org_id = ${orgId} and resource = ${name} and id > object.id
          order by id limit 1) from object where object.id is not null
      )
      select object.id, latest.operation, latest.document::text, latest.seq
      from (select id from object where id is not null limit ${PAGE}) object
      cross join lateral (
        select operation, document, seq from ledger_change change
        where change.org_id = ${orgId} and change.resource = ${name} and change.id = object.id
        order by seq desc limit 1) latest`);
    const living = page.filter(([, operation]) => operation !== 'delete').map(([id]) => id as string);
    const present = new Map(
      (await resource.read(database, orgId, living)).map(({ id, document }) => [
        id,
        typeof document === 'string' ? JSON.parse(document) : JSON.parse(JSON.stringify(document)),
      ]),
    );
    for (const [id, operation, document, seq] of page) {
      if (operation === 'delete' || document === null) continue;
      const now = present.get(id);
      if (now === undefined)
        return `the row of ${name} ${id} is gone, though the ledger has it (seq ${seq}).`;
      const told = JSON.parse(document);
      if (!isDeepStrictEqual(now, told))
        return `the row of ${name} ${id} is not what the ledger says (seq ${seq}): ${difference(told, now)}.`;
    }
    if (page.length < PAGE) return undefined;
    last = page.at(-1)?.[0];
  }
}

/** Rows whose object the ledger does not have, or has as deleted. */
async function findUntold(
  database: Queryable,
  orgId: string,
  resource: Resource,
): Promise<string | undefined> {
  const [row] = await database.rows(sql`
    select present.id from (${resource.present(orgId)}) present (id)
    where coalesce((
      select change.operation from ledger_change change
      where change.org_id = ${orgId} and change.resource = ${resource.name} and change.id = present.id
      order by change.seq desc limit 1), 'delete') = 'delete'
    limit 1`);
  return row && `the ledger does not have the row of ${resource.name} ${row[0]}, or has it as deleted.`;
}

/** Which fields differ. */
function difference(told: Record<string, unknown>, now: Record<string, unknown>): string {
  const fields = [...new Set([...Object.keys(told), ...Object.keys(now)])].filter(
    (field) => !isDeepStrictEqual(told[field], now[field]),
  );
  const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
  return fields.map((field) => `${field} is ${show(now[field])}, told as ${show(told[field])}`).join('; ');
}
