import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { Status } from './moves.ts';
import { CONCERNED } from './store.ts';

/** What a form says of whom it is for, or else from. Times are RFC 3339 in UTC with milliseconds. */
export interface SubmissionFacts {
  id: string;
  personId: string;
  templateId: string;
  status: Status;
  /** Absent until it is handed in. */
  submittedAt?: string;
  dueAt?: string;
  scorePercent?: number;
}

/** The forms of some people, of the templates named. */
export async function submissionFacts(
  database: Queryable,
  orgId: string,
  personIds: readonly string[],
  templateIds: readonly string[],
): Promise<SubmissionFacts[]> {
  const rows = await database.rows(sql`
    select id, ${CONCERNED}, template_id, status, ${utcText(sql`submitted_at`)}, ${utcText(sql`due_at`)},
      score_points / nullif(score_max, 0) * 100
    from form_submission submission
    where org_id = ${orgId} and template_id = any(${templateIds}::uuid[])
      and (assigned_id = any(${personIds}::bigint[]) or assigned_id is null and submitted_id = any(${personIds}::bigint[]))`);
  return rows.map(([id, personId, templateId, status, submittedAt, dueAt, score]) => ({
    id,
    personId,
    templateId,
    status,
    ...(submittedAt ? { submittedAt } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(score === null ? {} : { scorePercent: Number(score) }),
  }));
}
