import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { Waiver } from '../rules/facts.ts';

/** The waivers of subjects. */
export async function waiversOf(
  database: Queryable,
  orgId: string,
  subjectIds: readonly string[],
): Promise<(Waiver & { subjectId: string })[]> {
  const rows = await database.rows(sql`
    select subject_id, id, requirement_id, ${utcText(sql`from_at`)}, ${utcText(sql`until_at`)}, reason
    from waiver where org_id = ${orgId} and subject_id = any(${subjectIds}::bigint[]) order by id`);
  return rows.map(([subjectId, id, requirementId, from, until, reason]) => ({
    subjectId,
    id,
    requirementId,
    from,
    ...(until ? { until } : {}),
    reason,
  }));
}
