import type { Sight } from '../../../kernel/auth.ts';
import {
  and,
  columns,
  join,
  type Queryable,
  type Row,
  type Sql,
  sql,
  table,
} from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Changed, Tx } from '../../../kernel/ledger/resource.ts';
import type { StreamSource } from '../../../kernel/pages/stream.ts';
import { visibleTo } from '../../directory/index.ts';
import type { FieldValue, Score } from '../../fields/index.ts';
import { documentJson, servedJson } from './document.ts';
import { submissionIds } from './external-ids.ts';
import type { Status } from './moves.ts';

/** A submission as it is served, with the facts that rules depend on. */
export interface SubmissionRow {
  /** The JSON that is served, but for the state of its media. */
  text: string;
  id: string;
  status: Status;
  templateId: string;
  revisionId: string;
  assignedId: string | null;
  submittedId: string | null;
  /** PostgreSQL's text. */
  updatedAt: string;
}

/** One that was just written, with its document. */
export type WrittenSubmission = SubmissionRow & { document: string };

export const answersOf = ({ text }: SubmissionRow): FieldValue[] => JSON.parse(text).fields;

const facts = (orgId: string, externalIds: boolean) => ({
  text: servedJson(orgId, externalIds),
  id: sql`submission.id`,
  status: sql`submission.status`,
  templateId: sql`submission.template_id`,
  revisionId: sql`submission.revision_id`,
  assignedId: sql`submission.assigned_id`,
  submittedId: sql`submission.submitted_id`,
  updatedAt: sql`submission.updated_at`,
});

const written = (orgId: string) =>
  columns<WrittenSubmission>({ ...facts(orgId, false), document: documentJson(orgId) });

/** Whom a submission is about, which decides whether a token limited to tags sees it. */
export const CONCERNED = sql`coalesce(submission.assigned_id, submission.submitted_id)`;

const visible = (sight: Sight): Sql => visibleTo(sight, CONCERNED);

/** What a stream is narrowed to. */
export interface StreamFilter {
  templateIds?: string[];
  /** Assigned to or handed in by one of them. */
  personIds?: string[];
  routeStopIds?: string[];
}

/** The stream of submissions that are to be seen. */
export const submissionStream = (sight: Sight, filter: StreamFilter, externalIds: boolean): StreamSource => ({
  table: 'form_submission submission',
  document: servedJson(sight.orgId, externalIds),
  where: sql`submission.org_id = ${sight.orgId} ${and(
    filter.templateIds && sql`submission.template_id = any(${filter.templateIds}::uuid[])`,
    filter.personIds &&
      sql`(submission.assigned_id = any(${filter.personIds}::bigint[])
        or submission.submitted_id = any(${filter.personIds}::bigint[]))`,
    filter.routeStopIds && sql`submission.route_stop_id = any(${filter.routeStopIds}::text[])`,
  )} ${visible(sight)}`,
});

/** Submissions by id or external id, under the text that names each. */
export async function findSubmissions(
  database: Queryable,
  sight: Sight,
  texts: readonly string[],
  externalIds: boolean,
): Promise<Map<string, SubmissionRow>> {
  const ids = await submissionIds(database, sight.orgId, texts);
  const { list, read } = columns<SubmissionRow>(facts(sight.orgId, externalIds));
  const rows = await database.rows(sql`
    select ${list} from form_submission submission
    where submission.org_id = ${sight.orgId} and submission.id = any(${[...ids.values()]}::uuid[]) ${visible(sight)}`);
  const byId = new Map(rows.map(read).map((row) => [row.id, row]));
  return new Map(
    [...ids].flatMap(([text, id]) => {
      const row = byId.get(id);
      return row ? [[text, row] as const] : [];
    }),
  );
}

export async function readDocuments(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<never>[]> {
  const rows = await database.rows(sql`
    select submission.id, ${documentJson(orgId)} from form_submission submission
    where submission.org_id = ${orgId} and submission.id = any(${ids}::uuid[])`);
  return rows.map(([id, document]) => ({ id, document }));
}

/** A submission to add. Times are RFC 3339 or PostgreSQL's text. */
export interface NewSubmission {
  id: string;
  templateId: string;
  revisionId: string;
  status: string;
  title?: string;
  isRequired: boolean;
  assigned?: { type: PersonType; id: string };
  assignedAt?: string;
  dueAt?: string;
  routeStopId?: string;
  submitted?: { type: PersonType; id: string };
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
  tx: Tx,
  items: readonly NewSubmission[],
): Promise<WrittenSubmission[]> {
  const given = table('given', items, {
    id: ['uuid', ({ id }) => id],
    template_id: ['uuid', ({ templateId }) => templateId],
    revision_id: ['uuid', ({ revisionId }) => revisionId],
    status: ['text', ({ status }) => status],
    title: ['text', ({ title }) => title],
    is_required: ['bool', ({ isRequired }) => isRequired],
    assigned_type: ['text', ({ assigned }) => assigned?.type],
    assigned_id: ['bigint', ({ assigned }) => assigned?.id],
    assigned_at: ['timestamptz', ({ assigned, assignedAt = tx.at }) => assigned && assignedAt],
    due_at: ['timestamptz', ({ dueAt }) => dueAt],
    route_stop_id: ['text', ({ routeStopId }) => routeStopId],
    submitted_type: ['text', ({ submitted }) => submitted?.type],
    submitted_id: ['bigint', ({ submitted }) => submitted?.id],
    submitted_at: ['timestamptz', ({ submittedAt }) => submittedAt],
    latitude: ['float8', ({ latitude }) => latitude],
    longitude: ['float8', ({ longitude }) => longitude],
    score_points: ['float8', ({ scorePoints }) => scorePoints],
    score_max: ['float8', ({ scoreMax }) => scoreMax],
    approval_comment: ['text', ({ approvalComment }) => approvalComment],
    fields: ['json', ({ fields }) => fields],
    created_at: ['timestamptz', ({ createdAt = tx.at }) => createdAt],
  });
  const { list, read } = written(tx.orgId);
  const rows = await tx.rows(sql`
    with written as (
      insert into form_submission (org_id, created_by, updated_at, id, template_id, revision_id, status, title,
        is_required, assigned_type, assigned_id, assigned_at, due_at, route_stop_id, submitted_type, submitted_id,
        submitted_at, latitude, longitude, score_points, score_max, approval_comment, fields, created_at)
      select ${tx.orgId}::bigint, ${tx.actor}, ${tx.at}::timestamptz, given.* from ${given}
      returning form_submission.*
    )
    select ${list} from written submission`);
  return rows.map(read);
}

/** What changes of a submission; what is undefined stays. */
export interface SubmissionChange {
  status?: Status;
  title?: string;
  dueAt?: string;
  routeStopId?: string;
  isRequired?: boolean;
  /** Without `at` when it was theirs already. */
  assigned?: { type: PersonType; id: string; at?: string };
  approvalComment?: string | null;
  handedIn?: {
    by: { type: PersonType; id: string };
    fields: readonly FieldValue[];
    location?: { latitude: number; longitude: number };
    score?: Score;
  };
}

export async function updateSubmission(
  tx: Tx,
  id: string,
  { assigned, handedIn, ...plain }: SubmissionChange,
): Promise<WrittenSubmission> {
  const set = (column: Sql, value: unknown) => value !== undefined && sql`${column} = ${value},`;
  const changes = [
    set(sql`status`, plain.status),
    set(sql`title`, plain.title),
    set(sql`due_at`, plain.dueAt),
    set(sql`route_stop_id`, plain.routeStopId),
    set(sql`is_required`, plain.isRequired),
    set(sql`approval_comment`, plain.approvalComment),
    assigned && sql`assigned_type = ${assigned.type}, assigned_id = ${assigned.id},`,
    set(sql`assigned_at`, assigned?.at),
    handedIn &&
      sql`fields = ${JSON.stringify(handedIn.fields)}, submitted_at = ${tx.at},
        submitted_type = ${handedIn.by.type}, submitted_id = ${handedIn.by.id},
        latitude = ${handedIn.location?.latitude ?? null}, longitude = ${handedIn.location?.longitude ?? null},
        score_points = ${handedIn.score?.scorePoints ?? null}, score_max = ${handedIn.score?.maxPoints ?? null},`,
  ].filter((change): change is Sql => Boolean(change));
  const { list, read } = written(tx.orgId);
  const [row] = await tx.rows(sql`
    with written as (
      update form_submission set ${join([...changes, sql`updated_at = ${tx.at}`], ' ')}
      where org_id = ${tx.orgId} and id = ${id} returning form_submission.*
    )
    select ${list} from written submission`);
  return read(row as Row);
}
