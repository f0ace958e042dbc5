import { and, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';

/** How many of the kept statuses of a person or vehicle are what. */
export interface StatusFigures {
  needed: number;
  met: number;
  overdue: number;
  expired: number;
  missing: number;
  expiring: number;
}

/**
 * Those figures as a table of a statement, one row each with any: `subject_id`, `needed`, `met`, `overdue`, `expired`,
 * `missing`, `expiring`. What was expired or missing and is overdue counts as both.
 */
export const statusFigures = (orgId: string, subjectIds?: readonly string[]): Sql => sql`(
  select status.subject_id, count(*)::int as needed,
    (count(*) filter (where status.status in ('current', 'expiring', 'waived')))::int as met,
    (count(*) filter (where status.is_overdue))::int as overdue,
    (count(*) filter (where status.status = 'expired'))::int as expired,
    (count(*) filter (where status.status = 'missing'))::int as missing,
    (count(*) filter (where status.status = 'expiring'))::int as expiring
  from requirement_status status
  where status.org_id = ${orgId} and status.status <> 'notNeeded'
    ${and(subjectIds && sql`status.subject_id = any(${subjectIds}::bigint[])`)}
  group by status.subject_id)`;

/** The figures of people and vehicles, by their ids; of whom nothing is needed has none. */
export async function figuresOfSubjects(
  database: Queryable,
  orgId: string,
  subjectIds: readonly string[],
): Promise<Map<string, StatusFigures>> {
  const rows = await database.rows(sql`
    select subject_id, needed, met, overdue, expired, missing, expiring from ${statusFigures(orgId, subjectIds)} figure`);
  return new Map(
    rows.map(([id, needed, met, overdue, expired, missing, expiring]) => [
      id,
      { needed, met, overdue, expired, missing, expiring },
    ]),
  );
}
