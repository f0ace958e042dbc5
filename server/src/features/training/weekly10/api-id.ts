import { type Sql, sql } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { unseenIn } from '../../../kernel/text.ts';

/** The condition that a row of `table` goes by this `api_id`: the one that was chosen, or else its own id. */
export const goesBy = (table: Sql, apiId: string): Sql => {
  const id = isUuid(apiId) && apiId === apiId.toLowerCase() ? apiId : null;
  return sql`(${table}.chosen_api_id = ${apiId} or ${table}.chosen_api_id is null and ${table}.id = ${id}::uuid)`;
};

/** Notes an `api_id` that is not what it looks like. */
export function checkVisible(apiId: string | undefined, wrong: Problems): void {
  const unseen = unseenIn(apiId ?? '');
  if (unseen) wrong.add(0, invalid('api_id', `${unseen}.`));
}

/** What is stored of an `api_id`: nothing, if it is the object's own id anyway. */
export const chosen = (apiId: string, id: string): string | null => (apiId === id ? null : apiId);

/** Whether a living assignment other than `id` goes by this `api_id`. */
export async function recordTaken(tx: Tx, apiId: string, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from assignment where assignment.org_id = ${tx.orgId} and assignment.deleted_at is null
      and ${goesBy(sql`assignment`, apiId)} and assignment.id <> ${id}`);
  return rows.length > 0;
}

/** Whether a course other than `id` that is not deleted goes by this `api_id`. */
export async function packageTaken(tx: Tx, apiId: string, id: string | null): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from course where course.org_id = ${tx.orgId} and course.status <> 'deleted'
      and ${goesBy(sql`course`, apiId)} and course.id is distinct from ${id}::uuid`);
  return rows.length > 0;
}
