import { and, type Queryable, sql } from '../../../kernel/database/database.ts';
import { MOST_CHANGES } from './schema.ts';

/** What a list of entries is narrowed to. Times are RFC 3339. */
export interface EntryFilter {
  resource?: string | undefined;
  actor?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

/** An entry of the ledger with its first changes. */
export interface EntryRow {
  seq: string;
  /** PostgreSQL's text. */
  at: string;
  actor: string;
  requestId: string;
  hash: string;
  changeCount: number;
  changes: { resource: string; id: string; operation: string; isErased: boolean }[];
}

/** One page of entries, newest first, and one more to tell whether another follows. */
export async function listEntries(
  database: Queryable,
  orgId: string,
  { resource, actor, from, until }: EntryFilter,
  afterSeq: string | undefined,
  limit: number,
): Promise<EntryRow[]> {
  const rows = await database.rows(sql`
    with entry as (
      select entry.seq, entry.at, entry.actor, entry.request_id, entry.hash from ledger_write entry
      where entry.org_id = ${orgId} ${and(
        afterSeq !== undefined && sql`entry.seq < ${afterSeq}::bigint`,
        actor !== undefined && sql`entry.actor = ${actor}`,
        from !== undefined && sql`entry.at >= ${from}::timestamptz`,
        until !== undefined && sql`entry.at < ${until}::timestamptz`,
        resource !== undefined &&
          sql`exists (select 1 from ledger_change change where change.org_id = ${orgId}
            and change.seq = entry.seq and change.resource = ${resource})`,
      )}
      order by entry.seq desc limit ${limit + 1})
    select entry.seq, entry.at, entry.actor, entry.request_id, entry.hash,
      (select count(*)::int from ledger_change change where change.org_id = ${orgId} and change.seq = entry.seq),
      (select json_agg(json_build_object('resource', first.resource, 'id', first.id, 'operation', first.operation,
          'isErased', first.salt is null))::text
        from (select change.resource, change.id, change.operation, change.salt from ledger_change change
          where change.org_id = ${orgId} and change.seq = entry.seq
          order by change.resource, change.id limit ${MOST_CHANGES}) first)
    from entry order by entry.seq desc`);
  return rows.map(([seq, at, by, requestId, hash, changeCount, changes]) => ({
    seq,
    at,
    actor: by,
    requestId,
    hash,
    changeCount,
    changes: JSON.parse(changes ?? '[]'),
  }));
}
