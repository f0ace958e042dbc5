import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';

/** Somebody who may work though a requirement blocks it. */
export interface Override {
  id: string;
  subjectId: string;
  /** The requirement that it overrides; all unless given. */
  requirementId?: string;
  until: string;
  reason: string;
}

/** The overrides of subjects that hold in all of a time. */
export async function overridesOf(
  database: Queryable,
  orgId: string,
  subjectIds: readonly string[],
  { from, until }: { from: string; until: string },
): Promise<Override[]> {
  const rows = await database.rows(sql`
    select id, subject_id, requirement_id, ${utcText(sql`until_at`)}, reason from eligibility_override
    where org_id = ${orgId} and subject_id = any(${subjectIds}::bigint[])
      and from_at <= ${from}::timestamptz and until_at >= ${until}::timestamptz order by until_at`);
  return rows.map(([id, subjectId, requirementId, end, reason]) => ({
    id,
    subjectId,
    ...(requirementId ? { requirementId } : {}),
    until: end,
    reason,
  }));
}
