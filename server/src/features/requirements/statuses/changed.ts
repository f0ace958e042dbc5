import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { StatusName } from '../rules/standing.ts';
import { statusOf } from '../rules/status.ts';
import { answerable } from './ask.ts';
import type { KeptRow } from './store.ts';

/** A place in the order of changes of kept statuses: PostgreSQL's time, and the status's id. */
export interface StatusPlace {
  at: string;
  id: string;
}

/** What a kept status says, as far as others follow it. */
export interface ChangedStatus {
  requirementId: string;
  subjectId: string;
  subjectType: KeptRow['subjectType'];
  status: StatusName;
  dueAt?: string;
  place: StatusPlace;
}

const read = (rows: readonly (readonly string[])[]): ChangedStatus[] =>
  rows.map(([requirementId, subjectId, subjectType, status, dueAt, at, id]) => ({
    requirementId: requirementId as string,
    subjectId: subjectId as string,
    subjectType: subjectType as KeptRow['subjectType'],
    status: status as StatusName,
    ...(dueAt ? { dueAt } : {}),
    place: { at: at as string, id: id as string },
  }));

const COLUMNS = sql`status.requirement_id, status.subject_id, status.subject_type, status.status,
  ${utcText(sql`status.due_at`)}, status.updated_at, status.id`;

/** Kept statuses that were found to differ after a place, in that order. */
export async function statusesAfter(
  database: Queryable,
  orgId: string,
  { at, id }: StatusPlace,
  limit: number,
): Promise<ChangedStatus[]> {
  return read(
    await database.rows(sql`
      select ${COLUMNS} from requirement_status status
      where status.org_id = ${orgId} and (status.updated_at, status.id) > (${at}::timestamptz, ${id}::uuid)
      order by status.updated_at, status.id limit ${limit}`),
  );
}

/** The kept statuses of pairs of subject and requirement. */
export async function keptOfPairs(
  database: Queryable,
  orgId: string,
  pairs: readonly { subjectId: string; requirementId: string }[],
): Promise<ChangedStatus[]> {
  return read(
    await database.rows(sql`
      select ${COLUMNS} from requirement_status status
      join unnest(${pairs.map(({ subjectId }) => subjectId)}::bigint[],
        ${pairs.map(({ requirementId }) => requirementId)}::uuid[]) pair (subject_id, requirement_id)
        on pair.subject_id = status.subject_id and pair.requirement_id = status.requirement_id
      where status.org_id = ${orgId}`),
  );
}

/** What statuses of up to 100 subjects are at a moment, worked out at once: by `keyOf`. */
export async function statusesAt(
  database: Parameters<typeof answerable>[0],
  orgId: string,
  subjectIds: readonly string[],
  requirementIds: readonly string[],
  at: string,
): Promise<Map<string, { status: StatusName; dueAt?: string | undefined }>> {
  const answer = await answerable(database, { orgId }, subjectIds, {
    now: new Date(at),
    asOf: at,
    requirementIds,
  });
  const found = new Map<string, { status: StatusName; dueAt?: string | undefined }>();
  for (const subject of answer.subjects.values())
    for (const requirement of answer.requirements) {
      const { status, dueAt } = statusOf(
        requirement,
        { organization: answer.organization, subject },
        answer.at,
      );
      found.set(`${requirement.id} ${subject.id}`, { status, dueAt });
    }
  return found;
}
