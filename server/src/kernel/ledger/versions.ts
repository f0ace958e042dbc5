import { and, type Queryable, sql } from '../database/database.ts';
import { utcText } from '../time.ts';

/** An object as one write left it; without a document once it is deleted. */
export interface Version {
  resource: string;
  id: string;
  seq: string;
  /** RFC 3339 in UTC with milliseconds. */
  at: string;
  document: string | undefined;
}

/**
 * All that objects ever were, each in the order of its writes. Versions whose documents were erased are left out.
 * Up to the entry `seq`, where one is given.
 */
export async function versionsOf(
  database: Queryable,
  orgId: string,
  resources: readonly string[],
  ids: readonly string[] | undefined,
  seq?: string,
): Promise<Version[]> {
  const rows = await database.rows(sql`
    select change.resource, change.id, change.seq, ${utcText(sql`entry.at`)},
      case when change.operation <> 'delete' then change.document::text end
    from ledger_change change
    join ledger_write entry on entry.org_id = ${orgId} and entry.seq = change.seq
    where change.org_id = ${orgId} and change.resource = any(${resources}::text[])
      ${and(
        ids && sql`change.id = any(${ids}::text[])`,
        seq !== undefined && sql`change.seq <= ${seq}::bigint`,
      )} and (change.document is not null or change.operation = 'delete')
    order by change.id, change.seq`);
  return rows.map(([resource, id, number, at, document]) => ({
    resource,
    id,
    seq: number,
    at,
    document: document ?? undefined,
  }));
}

/** A changed object, with what it was before this change where it was anything. */
export interface Touched {
  seq: string;
  resource: string;
  id: string;
  document: string | undefined;
  before: string | undefined;
}

/** Up to `limit` changes of these kinds after `(seq, resource, id)`, in the order of the ledger. */
export async function touchedAfter(
  database: Queryable,
  orgId: string,
  resources: readonly string[],
  after: { seq: string; resource: string; id: string },
  limit: number,
): Promise<Touched[]> {
  const rows = await database.rows(sql`
    select change.seq, change.resource, change.id, change.document::text, before.document::text
    from ledger_change change left join lateral (
      select earlier.document from ledger_change earlier
      where earlier.org_id = ${orgId} and earlier.resource = change.resource and earlier.id = change.id
        and earlier.seq < change.seq
      order by earlier.seq desc limit 1) before on change.operation <> 'create'
    where change.org_id = ${orgId} and change.resource = any(${resources}::text[])
      and (change.seq, change.resource collate "C", change.id collate "C")
        > (${after.seq}::bigint, ${after.resource}, ${after.id})
    order by change.seq, change.resource collate "C", change.id collate "C" limit ${limit}`);
  return rows.map(([seq, resource, id, document, before]) => ({
    seq,
    resource,
    id,
    document: document ?? undefined,
    before: before ?? undefined,
  }));
}
