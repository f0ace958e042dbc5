import { and, type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';

/** What an assignment says of its learner's training. Times are RFC 3339 in UTC with milliseconds. */
export interface AssignmentFacts {
  id: string;
  learnerId: string;
  courseId: string;
  revisionId: string;
  /** Absent while it is under way. */
  completedAt?: string;
  dueAt?: string;
  scorePercent?: number;
  /** As they were reported; 0 where nobody did. */
  minutes: number;
}

/** The living assignments of some people: of the courses named, or of all. */
export async function assignmentFacts(
  database: Queryable,
  orgId: string,
  learnerIds: readonly string[],
  courseIds: readonly string[] | undefined,
): Promise<AssignmentFacts[]> {
  const rows = await database.rows(sql`
    select id, learner_id, course_id, revision_id, ${utcText(sql`completed_at`)}, ${utcText(sql`due_at`)},
      score_percent, duration_minutes
    from assignment where org_id = ${orgId} and learner_id = any(${learnerIds}::bigint[]) and deleted_at is null
      ${and(courseIds && sql`course_id = any(${courseIds}::uuid[])`)}`);
  return rows.map(([id, learnerId, courseId, revisionId, completedAt, dueAt, score, minutes]) => ({
    id,
    learnerId,
    courseId,
    revisionId,
    ...(completedAt ? { completedAt } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(score === null ? {} : { scorePercent: Number(score) }),
    minutes: Number(minutes),
  }));
}
