import { type Queryable, sql } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Stamp, Writer } from '../../../kernel/ledger/write.ts';
import type { Person } from '../../directory/index.ts';
import { assignmentChanges } from './changes.ts';
import { rowAt, toAssignment } from './wire.ts';

/** An assignment with the past that another system kept. Times are RFC 3339. */
export interface PastAssignment {
  /** A new one unless given. */
  id?: string;
  /** What a client calls it; its id unless given. */
  apiId?: string | null;
  course: { id: string; revisionId: string };
  learner: Person;
  status: 'notStarted' | 'inProgress' | 'completed';
  createdAt: string;
  dueAt?: string;
  startedAt?: string;
  completedAt?: string;
  durationMinutes?: number;
  scorePercent?: number;
  /** A tombstone from the start. */
  deleted?: boolean;
}

/**
 * Adds assignments with their past in one statement. They keep when they were created, begun and finished; the
 * time of their last change is this write's, so that streams show them.
 *
 * @returns how many were added.
 */
export async function importAssignments(
  tx: Queryable,
  writer: Writer,
  stamp: Stamp,
  items: readonly PastAssignment[],
): Promise<number> {
  const column = <K extends keyof PastAssignment>(key: K) => items.map((item) => item[key] ?? null);
  const rows = await tx.rows(sql`
    insert into assignment (org_id, id, chosen_api_id, course_id, revision_id, learner_type, learner_id, status, created_at, due_at,
      started_at, completed_at, completed_late, duration_minutes, score_percent, created_by, updated_at, updated_by, deleted_at)
    select ${writer.orgId}, id, chosen_api_id, course_id, revision_id, learner_type, learner_id, status, created_at, due_at,
      started_at, completed_at, completed_at > due_at, coalesce(duration, 0), score, ${writer.actor}, ${stamp.at}, ${writer.actor},
      case when deleted then ${stamp.at}::timestamptz end
    from unnest(${items.map(({ id }) => id ?? newId())}::uuid[], ${column('apiId')}::text[], ${items.map((item) => item.course.id)}::uuid[],
      ${items.map((item) => item.course.revisionId)}::uuid[], ${items.map((item) => item.learner.type)}::text[],
      ${items.map((item) => item.learner.id)}::bigint[], ${column('status')}::text[], ${column('createdAt')}::timestamptz[],
      ${column('dueAt')}::timestamptz[], ${column('startedAt')}::timestamptz[], ${column('completedAt')}::timestamptz[],
      ${column('durationMinutes')}::bigint[], ${column('scorePercent')}::float8[], ${column('deleted')}::bool[])
      as past (id, chosen_api_id, course_id, revision_id, learner_type, learner_id, status, created_at, due_at, started_at,
               completed_at, duration, score, deleted)
    returning ${rowAt(stamp.at)}`);
  stamp.record(...assignmentChanges('create', rows.map(toAssignment)));
  return rows.length;
}
