import { type Queryable, type Sql, sql, table } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { StatusName } from '../rules/standing.ts';
import type { Outlook, Status } from '../rules/status.ts';
import type { RequirementStatus } from './schema.ts';

const time = (column: Sql): Sql => sql`'"' || replace(${utcText(column)}, '.000Z', 'Z') || '"'`;

/** A kept status as JSON, built by the statement itself: ids, words of ours and times need no escaping. */
export const STATUS_JSON = sql`
  '{"id":"' || status.id || '","requirementId":"' || status.requirement_id || '","subject":{"id":"'
  || status.subject_id || '","type":"' || status.subject_type || '"},"status":"' || status.status
  || '","isOverdue":' || status.is_overdue || ',"isInHand":' || status.is_in_hand
  || ',"since":' || ${time(sql`status.since`)}
  || coalesce(',"until":' || ${time(sql`status.until`)}, '')
  || coalesce(',"dueAt":' || ${time(sql`status.due_at`)}, '')
  || coalesce(',"graceUntil":' || ${time(sql`status.grace_until`)}, '')
  || coalesce(',"nextChangeAt":' || ${time(sql`status.next_change_at`)}, '')
  || ',"updatedAtTime":' || ${time(sql`status.updated_at`)} || '}'`;

/** What is kept of a status: as it was worked out, what will become of it, and when its assignment is to be made. */
export interface Kept extends Omit<Status, 'because' | 'outlook'>, Outlook {
  id: string;
  assignAt?: string | undefined;
}

/** A kept status that is new or differs. */
export interface KeptRow extends Kept {
  requirementId: string;
  subjectId: string;
  subjectType: RequirementStatus['subject']['type'];
}

/** The kept statuses of some subjects, by requirement and subject. */
export async function keptStatuses(
  database: Queryable,
  orgId: string,
  requirementIds: readonly string[],
  subjectIds: readonly string[],
): Promise<Map<string, Kept>> {
  const rows = await database.rows(sql`
    select kept.* from unnest(${subjectIds}::bigint[]) subject (id),
      lateral (select requirement_id, subject_id, status.id, status, is_overdue, is_in_hand,
          ${utcText(sql`since`)}, ${utcText(sql`until`)}, ${utcText(sql`due_at`)},
          ${utcText(sql`grace_until`)}, ${utcText(sql`next_change_at`)}, ${utcText(sql`lapses_at`)}, ${utcText(sql`overdue_at`)},
          ${utcText(sql`assign_at`)}
        from requirement_status status where org_id = ${orgId} and subject_id = subject.id
          and requirement_id = any(${requirementIds}::uuid[])
        -- One subject after the other: a table that has just been filled looks small enough to be read whole.
        offset 0) kept`);
  return new Map(
    rows.map((row) => {
      const [requirementId, subjectId, id, status, isOverdue, isInHand, since, ...times] = row;
      const [until, dueAt, graceUntil, nextChangeAt, lapsesAt, overdueAt, assignAt] = times.map(
        (each) => each ?? undefined,
      );
      const kept = { id, status: status as StatusName, isOverdue, isInHand, since };
      return [
        keyOf(requirementId, subjectId),
        { ...kept, until, dueAt, graceUntil, nextChangeAt, lapsesAt, overdueAt, assignAt },
      ];
    }),
  );
}

export const keyOf = (requirementId: string, subjectId: string): string => `${requirementId} ${subjectId}`;

/** Adds or changes kept statuses. `at` is when they were found to differ; unless given, that stays. */
export async function saveStatuses(
  tx: Queryable,
  orgId: string,
  rows: readonly KeptRow[],
  at: string | undefined,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.rows(sql`
    insert into requirement_status (org_id, requirement_id, subject_id, id, subject_type, status, is_overdue,
      is_in_hand, since, until, due_at, grace_until, next_change_at, lapses_at, overdue_at, assign_at, updated_at)
    select ${orgId}::bigint, given.*, coalesce(${at ?? null}::timestamptz, now())
    from ${table('given', rows, {
      requirement_id: ['uuid', ({ requirementId }) => requirementId],
      subject_id: ['bigint', ({ subjectId }) => subjectId],
      id: ['uuid', ({ id }) => id],
      subject_type: ['text', ({ subjectType }) => subjectType],
      status: ['text', ({ status }) => status],
      is_overdue: ['bool', ({ isOverdue }) => isOverdue],
      is_in_hand: ['bool', ({ isInHand }) => isInHand],
      since: ['timestamptz', ({ since }) => since],
      until: ['timestamptz', ({ until }) => until],
      due_at: ['timestamptz', ({ dueAt }) => dueAt],
      grace_until: ['timestamptz', ({ graceUntil }) => graceUntil],
      next_change_at: ['timestamptz', ({ nextChangeAt }) => nextChangeAt],
      lapses_at: ['timestamptz', ({ lapsesAt }) => lapsesAt],
      overdue_at: ['timestamptz', ({ overdueAt }) => overdueAt],
      assign_at: ['timestamptz', ({ assignAt }) => assignAt],
    })}
    on conflict (org_id, subject_id, requirement_id) do update set status = excluded.status,
      is_overdue = excluded.is_overdue, is_in_hand = excluded.is_in_hand, since = excluded.since,
      until = excluded.until, due_at = excluded.due_at, grace_until = excluded.grace_until,
      next_change_at = excluded.next_change_at, lapses_at = excluded.lapses_at, overdue_at = excluded.overdue_at,
      assign_at = excluded.assign_at,
      updated_at = case when ${at ?? null}::timestamptz is null then requirement_status.updated_at
        else excluded.updated_at end`);
}

/** The kept statuses among `ids`, as JSON. */
export async function readStatuses(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<{ id: string; document: string }[]> {
  const rows = await database.rows(sql`
    select status.id, ${STATUS_JSON} from requirement_status status
    where status.org_id = ${orgId} and status.id = any(${ids}::uuid[])`);
  return rows.map(([id, document]) => ({ id, document }));
}
