import { and, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { CategoryDocument, CourseCategory } from './schema.ts';

const COLUMNS = sql`id, name, created_at`;

const toDocument = ([id, name, createdAt]: Row): CategoryDocument => ({
  id,
  name,
  createdAtTime: wireTime(createdAt),
});

export async function readCategories(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<CategoryDocument[]> {
  const rows = await database.rows(sql`
    select ${COLUMNS} from course_category where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(toDocument);
}

/** A category by its name, ignoring case. */
export async function findCategoryNamed(
  database: Queryable,
  orgId: string,
  name: string,
): Promise<CategoryDocument | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS} from course_category where org_id = ${orgId} and lower(name) = lower(${name})`);
  return row && toDocument(row);
}

export async function insertCategory(tx: Tx, { id, name }: CourseCategory): Promise<CategoryDocument> {
  await tx.rows(sql`
    insert into course_category (org_id, id, name, created_at) values (${tx.orgId}, ${id}, ${name}, ${tx.at})`);
  return { id, name, createdAtTime: wireTime(tx.at) };
}

/** One page of categories in the order of their names, after `(name, id)`, and one more row. */
export async function listCategories(
  database: Queryable,
  orgId: string,
  [name, id]: readonly string[],
  limit: number,
): Promise<CourseCategory[]> {
  const following =
    name !== undefined && id !== undefined && sql`(lower(name), id) > (lower(${name}), ${id}::uuid)`;
  const rows = await database.rows(sql`
    select id, name from course_category where org_id = ${orgId} ${and(following)}
    order by lower(name), id limit ${limit + 1}`);
  return rows.map((row) => ({ id: row[0], name: row[1] }));
}
