import type { Sight } from '../../../kernel/auth.ts';
import { empty, join, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { type ListedFilter, listedSubjects, type SubjectEntity } from '../../directory/index.ts';
import { statusFigures } from '../../requirements/index.ts';

/** A person or vehicle of a list, with its sort key. */
export interface ListedRow extends SubjectEntity {
  name: string;
  status: 'active' | 'deactivated';
  key: string[];
}

/** What each order goes by, least first; the id makes it whole. */
const ORDERS: Record<'name' | 'worst', readonly (readonly [key: Sql, type: Sql])[]> = {
  name: [[sql`lower(subject.name)`, sql`text`]],
  worst: [
    [sql`-coalesce(figure.overdue, 0)`, sql`int`],
    [sql`-coalesce(figure.expired, 0)`, sql`int`],
    [sql`-coalesce(figure.missing, 0)`, sql`int`],
    [sql`-coalesce(figure.expiring, 0)`, sql`int`],
    [sql`lower(subject.name)`, sql`text`],
  ],
};

/** One page of people and vehicles, and one more to tell whether another follows. */
export async function listSubjects(
  database: Queryable,
  sight: Sight,
  filter: ListedFilter,
  sort: keyof typeof ORDERS,
  after: readonly string[],
  limit: number,
): Promise<ListedRow[]> {
  const order = [...ORDERS[sort], [sql`subject.id`, sql`bigint`] as const];
  const keys = join(order.map(([key]) => key));
  const last = join(order.map(([, type], n) => sql`${after[n] ?? null}::${type}`));
  const rows = await database.rows(sql`
    select subject.id, subject.type, subject.name, subject.status, array[${join(order.map(([key]) => sql`(${key})::text`))}]
    from ${listedSubjects(sight, filter)} subject
    ${sort === 'worst' ? sql`left join ${statusFigures(sight.orgId)} figure on figure.subject_id = subject.id` : empty}
    ${after.length > 0 ? sql`where (${keys}) > (${last})` : empty}
    order by ${keys} limit ${limit + 1}`);
  return rows.map(([id, type, name, status, key]) => ({ id, type, name, status, key }));
}

/** How many there are in all pages. */
export async function countSubjects(
  database: Queryable,
  sight: Sight,
  filter: ListedFilter,
): Promise<number> {
  const [row] = await database.rows(sql`
    select count(*)::int from ${listedSubjects(sight, filter)} subject`);
  return row?.[0] ?? 0;
}
