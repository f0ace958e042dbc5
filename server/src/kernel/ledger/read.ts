import { setTimeout as sleep } from 'node:timers/promises';
import { and, type Database, type Queryable, sql } from '../database/database.ts';
import { CLIENT_CLOCK_SKEW_MS } from '../time.ts';

/** One changed object as the ledger tells it. `document` is JSON text, null once it was erased. */
export interface LedgerChange {
  seq: string;
  /** PostgreSQL's text. */
  at: string;
  actor: string;
  requestId: string;
  resource: string;
  id: string;
  operation: string;
  document: string | null;
}

/** What a reader of the ledger is interested in; everything unless named. */
export interface LedgerFilter {
  resources?: readonly string[];
  operations?: readonly string[];
  /** A person or vehicle whom changes concern. */
  aboutId?: string;
}

/**
 * Up to `limit` changes after `(seq, resource, id)` in the order of the ledger; `after` a seq alone is after all
 * of that write.
 */
export async function changesAfter(
  database: Queryable,
  orgId: string,
  after: { seq: string; resource?: string; id?: string },
  filter: LedgerFilter,
  limit: number,
): Promise<LedgerChange[]> {
  const { seq, resource = '\u{10ffff}', id = '' } = after;
  const rows = await database.rows(sql`
    select change.seq, entry.at, entry.actor, entry.request_id, change.resource, change.id, change.operation,
      change.document::text
    from ledger_change change
    join ledger_write entry on entry.org_id = ${orgId} and entry.seq = change.seq
    where change.org_id = ${orgId}
      and (change.seq, change.resource collate "C", change.id collate "C") > (${seq}::bigint, ${resource}, ${id})
      ${and(
        filter.resources && sql`change.resource = any(${filter.resources}::text[])`,
        filter.operations && sql`change.operation = any(${filter.operations}::text[])`,
        filter.aboutId !== undefined &&
          sql`exists (select 1 from ledger_about about where about.org_id = ${orgId}
            and about.entity_id = ${filter.aboutId}::bigint and about.seq = change.seq
            and about.resource = change.resource and about.id = change.id)`,
      )}
    order by change.seq, change.resource collate "C", change.id collate "C" limit ${limit}`);
  return rows.map(([number, at, actor, requestId, kind, object, operation, document]) => ({
    seq: number,
    at,
    actor,
    requestId,
    resource: kind,
    id: object,
    operation,
    document,
  }));
}

/** The documents that objects of one kind had at a moment, by id; those that were deleted by then are left out. */
export async function documentsAsOf(
  database: Queryable,
  orgId: string,
  resource: string,
  ids: readonly string[],
  at: string,
): Promise<Map<string, string>> {
  const rows = await database.rows(sql`
    select id, document from (
      select distinct on (change.id) change.id, change.operation, change.document::text as document
      from ledger_change change
      join ledger_write entry on entry.org_id = ${orgId} and entry.seq = change.seq
      where change.org_id = ${orgId} and change.resource = ${resource} and change.id = any(${ids}::text[])
        and entry.at <= ${at}::timestamptz
      order by change.id, change.seq desc) last
    where operation <> 'delete' and document is not null`);
  return new Map(rows as [string, string][]);
}

/**
 * Waits for writes that began before now and may carry a time before `endTime`, so that a window that has been
 * read stays complete. Without it a consumer of adjoining windows would miss a write that was open between them.
 * A consumer's clock may be a little ahead of the database's: an `endTime` that close is waited for.
 */
export async function settle(database: Database, orgId: string, endTime: string | undefined): Promise<void> {
  if (!endTime) return;
  const [head] = await database.rows(sql`
    select last_at < ${endTime}::timestamptz, extract(epoch from ${endTime}::timestamptz - clock_timestamp()) * 1000
    from org_head where org_id = ${orgId}`);
  if (!head?.[0]) return;
  const ahead = Number(head[1]);
  if (ahead > 0 && ahead <= CLIENT_CLOCK_SKEW_MS) await sleep(ahead + 1);
  // Inside a transaction, so that a distributed database can tell the readers who wait from each other.
  await database.transaction((tx) => tx.rows(sql`select 1 from org_head where org_id = ${orgId} for share`));
}
