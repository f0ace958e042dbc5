import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { visibleTo } from '../../directory/index.ts';
import { servedAt, wireText } from './document.ts';
import { trainingAssignment } from './resource.ts';
import type { Assignment } from './schema.ts';

/** A completion of an assignment, also one that was taken back since. */
export interface Attempt {
  completedAtTime: string;
  scorePercent?: number;
}

/** An assignment with the name of its course and every completion that it ever had, first to last. */
export interface LearnersAssignment {
  assignment: Assignment;
  courseTitle: string;
  attempts: Attempt[];
}

/** The last `limit` assignments of a person as they are served at `now`, newest first. */
export async function assignmentsOfLearner(
  database: Queryable,
  sight: Sight,
  learnerId: string,
  now: string,
  limit: number,
): Promise<LearnersAssignment[]> {
  const { orgId } = sight;
  const rows = await database.rows(sql`
    select assignment.id, ${servedAt(now)}, course.title
    from assignment join course on course.org_id = ${orgId} and course.id = assignment.course_id
    where assignment.org_id = ${orgId} and assignment.learner_id = ${learnerId} and assignment.deleted_at is null
      ${visibleTo(sight, sql`assignment.learner_id`)}
    order by assignment.created_at desc, assignment.id desc limit ${limit}`);
  const attempts = await attemptsOf(
    database,
    orgId,
    rows.map(([id]) => id),
    learnerId,
  );
  return rows.map(([id, text, courseTitle]) => ({
    assignment: JSON.parse(wireText(text)) as Assignment,
    courseTitle,
    attempts: attempts.get(id) ?? [],
  }));
}

/** What the ledger knows of completions by a learner, by assignment. */
async function attemptsOf(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
  learnerId: string,
): Promise<Map<string, Attempt[]>> {
  const rows = await database.rows(sql`
    select distinct on (change.id, change.document ->> 'completedAtTime')
      change.id, change.document ->> 'completedAtTime', change.document ->> 'scorePercent'
    from ledger_change change
    where change.org_id = ${orgId} and change.resource = ${trainingAssignment.name}
      and change.id = any(${ids}::text[]) and change.document ->> 'completedAtTime' is not null
      and change.document #>> '{learner,id}' = ${learnerId}
    order by change.id, change.document ->> 'completedAtTime', change.seq desc`);
  const attempts = new Map<string, Attempt[]>();
  for (const [id, completedAtTime, score] of rows) {
    const attempt = { completedAtTime, ...(score === null ? {} : { scorePercent: Number(score) }) };
    attempts.set(id, [...(attempts.get(id) ?? []), attempt]);
  }
  return attempts;
}
