import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { isUuid, parseExternalId } from '../../../kernel/ids.ts';
import { STREAM_PAGE, type StreamPosition } from '../../../kernel/stream.ts';
import { visibleTo } from '../../directory/index.ts';
import { CONCERNED, documentOf, rowOf, type SubmissionRow, toSubmission } from './wire.ts';

type Scope = Pick<Caller, 'orgId' | 'tagIds'>;

/** What a stream is narrowed to. */
export interface StreamFilter {
  templateIds?: string[];
  /** Assigned to or handed in by one of them. */
  personIds?: string[];
  routeStopIds?: string[];
}

/** One page of the stream in the order of last change, its items as one text: rows cost more than what they carry. */
export async function streamSubmissions(
  database: Queryable,
  scope: Scope,
  position: StreamPosition,
  filter: StreamFilter,
  externalIds: boolean,
): Promise<{ items: string; count: number; last: readonly [at: string, id: string] | undefined }> {
  const conditions: (Sql | false | undefined)[] = [
    position.endTime !== undefined && sql`and submission.updated_at < ${position.endTime}::timestamptz`,
    filter.templateIds && sql`and submission.template_id = any(${filter.templateIds}::uuid[])`,
    filter.personIds &&
      sql`and (submission.assigned_id = any(${filter.personIds}::bigint[])
        or submission.submitted_id = any(${filter.personIds}::bigint[]))`,
    filter.routeStopIds && sql`and submission.route_stop_id = any(${filter.routeStopIds}::text[])`,
    visibleTo(scope, CONCERNED),
  ];
  const [page] = await database.rows(sql`
    select string_agg(document, ','), count(*)::int, (array_agg(updated_at))[count(*)], (array_agg(id))[count(*)]
    from (
      select ${documentOf(externalIds)} as document, submission.updated_at, submission.id from form_submission submission
      where submission.org_id = ${scope.orgId}
        and (submission.updated_at, submission.id) > (${position.at}::timestamptz, ${position.id}::uuid)
      ${conditions.reduce<Sql>((all, next) => (next ? sql`${all} ${next}` : all), empty)}
      order by submission.updated_at, submission.id limit ${STREAM_PAGE}) as page`);
  const [items, count, at, id] = page as Row;
  return { items: items ?? '', count, last: count ? [at, id] : undefined };
}

/** Submissions by id or external id, under the text that names each. */
export async function findSubmissions(
  database: Queryable,
  scope: Scope,
  texts: readonly string[],
  externalIds: boolean,
): Promise<Map<string, SubmissionRow>> {
  const ids = texts.filter(isUuid);
  const external = texts.flatMap((text) => (isUuid(text) ? [] : (parseExternalId(text) ?? [])));
  const rows = await database.rows(sql`
    select ${rowOf(externalIds)}, named.name from form_submission submission
    join (
      select id, id::text as name from unnest(${ids}::uuid[]) as given (id)
      union all
      select entity_id::uuid, key || ':' || value from external_id
      where org_id = ${scope.orgId} and entity_type = 'formSubmission' and (key, value) in (
        select * from unnest(${external.map(({ key }) => key)}::text[], ${external.map(({ value }) => value)}::text[]))
    ) as named on named.id = submission.id
    where submission.org_id = ${scope.orgId} ${visibleTo(scope, CONCERNED)}`);
  const byName = new Map(rows.map((row) => [row.at(-1) as string, toSubmission(row)]));
  return new Map(
    texts.flatMap((text) => {
      const row = byName.get(isUuid(text) ? text.toLowerCase() : text);
      return row ? [[text, row] as const] : [];
    }),
  );
}

/** A submission to add. Times are RFC 3339 or PostgreSQL's text. */
export interface NewSubmission {
  id: string;
  templateId: string;
  revisionId: string;
  status: string;
  title?: string;
  isRequired: boolean;
  assigned?: { type: string; id: string };
  assignedAt?: string;
  dueAt?: string;
  routeStopId?: string;
  submitted?: { type: string; id: string };
  submittedAt?: string;
  latitude?: number;
  longitude?: number;
  scorePoints?: number;
  scoreMax?: number;
  approvalComment?: string;
  /** JSON text of the answers. */
  fields: string;
  createdAt?: string;
}

/** Adds submissions in one statement. Those without a time of their own were made and assigned now. */
export async function insertSubmissions(
  tx: Queryable,
  orgId: string,
  items: readonly NewSubmission[],
  stamp: { at: string; actor: string },
): Promise<SubmissionRow[]> {
  const column = <T>(value: (item: NewSubmission) => T | undefined): (T | null)[] =>
    items.map((item) => value(item) ?? null);
  const rows = await tx.rows(sql`
    insert into form_submission as submission (org_id, id, template_id, revision_id, status, title, is_required,
      assigned_type, assigned_id, assigned_at, due_at, route_stop_id, submitted_type, submitted_id, submitted_at,
      latitude, longitude, score_points, score_max, approval_comment, fields, created_at, created_by, updated_at)
    select ${orgId}, id, template_id, revision_id, status, title, is_required, assigned_type, assigned_id,
      case when assigned_id is not null then coalesce(assigned_at, ${stamp.at}::timestamptz) end, due_at, route_stop_id,
      submitted_type, submitted_id, submitted_at, latitude, longitude, score_points, score_max, approval_comment, fields::json,
      coalesce(created_at, ${stamp.at}::timestamptz), ${stamp.actor}, ${stamp.at}
    from unnest(${column((i) => i.id)}::uuid[], ${column((i) => i.templateId)}::uuid[], ${column((i) => i.revisionId)}::uuid[],
      ${column((i) => i.status)}::text[], ${column((i) => i.title)}::text[], ${column((i) => i.isRequired)}::bool[],
      ${column((i) => i.assigned?.type)}::text[], ${column((i) => i.assigned?.id)}::bigint[], ${column((i) => i.assignedAt)}::timestamptz[],
      ${column((i) => i.dueAt)}::timestamptz[], ${column((i) => i.routeStopId)}::text[], ${column((i) => i.submitted?.type)}::text[],
      ${column((i) => i.submitted?.id)}::bigint[], ${column((i) => i.submittedAt)}::timestamptz[], ${column((i) => i.latitude)}::float8[],
      ${column((i) => i.longitude)}::float8[], ${column((i) => i.scorePoints)}::float8[], ${column((i) => i.scoreMax)}::float8[],
      ${column((i) => i.approvalComment)}::text[], ${column((i) => i.fields)}::text[], ${column((i) => i.createdAt)}::timestamptz[])
      as given (id, template_id, revision_id, status, title, is_required, assigned_type, assigned_id, assigned_at, due_at,
        route_stop_id, submitted_type, submitted_id, submitted_at, latitude, longitude, score_points, score_max, approval_comment,
        fields, created_at)
    returning ${rowOf()}`);
  return rows.map(toSubmission);
}

/** Sets columns of one submission; answers it as it is now. */
export async function updateSubmission(
  tx: Queryable,
  scope: Scope,
  id: string,
  changes: Sql,
  at: string,
): Promise<SubmissionRow> {
  const [row] = await tx.rows(sql`
    update form_submission submission set ${changes} updated_at = ${at}
    where submission.org_id = ${scope.orgId} and submission.id = ${id} returning ${rowOf()}`);
  return toSubmission(row as Row);
}
