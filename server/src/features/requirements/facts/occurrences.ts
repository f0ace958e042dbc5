import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { Occurrence } from '../rules/facts.ts';

/** What happened to subjects, in the order of time. */
export async function occurrencesOf(
  database: Queryable,
  orgId: string,
  subjectIds: readonly string[],
): Promise<(Occurrence & { subjectId: string })[]> {
  const rows = await database.rows(sql`
    select subject_id, id, type, ${utcText(sql`at`)}
    from occurrence where org_id = ${orgId} and subject_id = any(${subjectIds}::bigint[]) order by at, id`);
  return rows.map(([subjectId, id, type, at]) => ({ subjectId, id, type, at }));
}
