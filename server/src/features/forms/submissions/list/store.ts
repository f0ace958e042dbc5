import type { Sight } from '../../../../kernel/auth.ts';
import { and, type Queryable, type Sql, sql } from '../../../../kernel/database/database.ts';
import { keyset, type Order } from '../../../../kernel/pages/keyset.ts';
import { partPattern } from '../../../../kernel/text.ts';
import { inTags, listedSubjects, visibleTo } from '../../../directory/index.ts';
import { servedJson } from '../document.ts';
import { CONCERNED } from '../store.ts';

/** What a list of submissions is narrowed to. */
export interface ListFilter {
  search?: string | undefined;
  personIds?: readonly string[] | undefined;
  templateIds?: readonly string[] | undefined;
  tagIds?: readonly string[] | undefined;
  statuses: readonly string[];
}

const HANDED_IN = sql`coalesce(submission.submitted_at, submission.created_at)`;

const ORDERS: Record<'newest' | 'oldest' | 'due' | 'changed', Order> = {
  newest: { key: HANDED_IN, type: sql`timestamptz`, isDescending: true },
  oldest: { key: HANDED_IN, type: sql`timestamptz` },
  due: { key: sql`coalesce(submission.due_at, 'infinity')`, type: sql`timestamptz` },
  changed: { key: sql`submission.updated_at`, type: sql`timestamptz`, isDescending: true },
};

/** The submissions that a filter leaves of those that whoever asks may see, with what their forms say now. */
function wanted(sight: Sight, { search, personIds, templateIds, tagIds, statuses }: ListFilter): Sql {
  const { orgId } = sight;
  return sql`form_submission submission
    join form_template template on template.org_id = ${orgId} and template.id = submission.template_id
    join form_template_revision revision on revision.org_id = ${orgId} and revision.template_id = template.id
      and revision.revision_id = template.revision_id
    where submission.org_id = ${orgId} and submission.status = any(${statuses}::text[]) ${and(
      search !== undefined &&
        search !== '' &&
        sql`(lower(concat_ws(chr(31), submission.title, revision.content ->> 'title')) like ${partPattern(search)}
          or ${CONCERNED} in (
            select found.id from ${listedSubjects(sight, { types: ['driver', 'user'], search })} found))`,
      personIds &&
        sql`(submission.assigned_id = any(${personIds}::bigint[])
          or submission.submitted_id = any(${personIds}::bigint[]))`,
      templateIds && sql`submission.template_id = any(${templateIds}::uuid[])`,
      tagIds && inTags(orgId, tagIds, CONCERNED, true),
    )} ${visibleTo(sight, CONCERNED)}`;
}

/** A submission of a list as it is served, but for the state of its media, with its sort key. */
export interface ListedRow {
  text: string;
  formTitle: string;
  personId: string | null;
  key: [string, string];
}

/** One page of submissions, and one more to tell whether another follows. */
export async function listSubmissions(
  database: Queryable,
  sight: Sight,
  filter: ListFilter,
  sort: keyof typeof ORDERS,
  after: readonly string[],
  limit: number,
): Promise<ListedRow[]> {
  const place = keyset(ORDERS[sort], sql`submission.id`, after);
  const rows = await database.rows(sql`
    select ${servedJson(sight.orgId, false)}, revision.content ->> 'title', ${CONCERNED}, ${place.columns}
    from ${wanted(sight, filter)} ${place.after} ${place.orderBy} limit ${limit + 1}`);
  return rows.map(([text, formTitle, personId, ...key]) => ({
    text,
    formTitle,
    personId,
    key: key as [string, string],
  }));
}

/** How many there are in all pages. */
export async function countSubmissions(
  database: Queryable,
  sight: Sight,
  filter: ListFilter,
): Promise<number> {
  const [row] = await database.rows(sql`select count(*)::int from ${wanted(sight, filter)}`);
  return row?.[0] ?? 0;
}
