import type { Sight } from '../../../kernel/auth.ts';
import { and, type Queryable, sql } from '../../../kernel/database/database.ts';

/** A change that concerns a person or vehicle. `document` and `before` are JSON, null where there is none. */
export interface TimelineRow {
  seq: string;
  resource: string;
  id: string;
  /** PostgreSQL's text. */
  at: string;
  actor: string;
  operation: string;
  document: string | null;
  before: string | null;
}

/**
 * One page of the changes of some kinds that concern a person or vehicle, newest first, and one more to tell whether
 * another follows. Whoever is limited to tags is told of nobody else by them.
 */
export async function timelineOf(
  database: Queryable,
  { orgId, tagIds }: Sight,
  subjectId: string,
  resources: readonly string[],
  after: readonly string[],
  limit: number,
): Promise<TimelineRow[]> {
  const [seq, resource, id] = after;
  const others = sql`(about.resource not in ('driver', 'user', 'vehicle') or about.id = ${subjectId})
    and about.resource <> 'formIssue' and (about.resource <> 'formSubmission'
      or coalesce(change.document #>> '{assignedTo,id}', change.document #>> '{submittedBy,id}') = ${subjectId})`;
  const rows = await database.rows(sql`
    select about.seq, about.resource, about.id, entry.at, entry.actor, change.operation, change.document::text,
      before.document::text
    from ledger_about about
    join ledger_write entry on entry.org_id = ${orgId} and entry.seq = about.seq
    join ledger_change change on change.org_id = ${orgId} and change.resource = about.resource
      and change.id = about.id and change.seq = about.seq
    left join lateral (
      select earlier.document from ledger_change earlier
      where earlier.org_id = ${orgId} and earlier.resource = about.resource and earlier.id = about.id
        and earlier.seq < about.seq
      order by earlier.seq desc limit 1) before on change.operation <> 'create'
    where about.org_id = ${orgId} and about.entity_id = ${subjectId}::bigint
      and about.resource = any(${resources}::text[]) ${and(
        seq !== undefined &&
          sql`(about.seq, about.resource, about.id) < (${seq}::bigint, ${resource}, ${id})`,
        tagIds !== null && others,
      )}
    order by about.seq desc, about.resource desc, about.id desc limit ${limit + 1}`);
  return rows.map(([seq, resource, id, at, actor, operation, document, before]) => ({
    seq,
    resource,
    id,
    at,
    actor,
    operation,
    document,
    before,
  }));
}
