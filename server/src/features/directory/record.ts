import { type Queryable, type Sql, sql } from '../../kernel/database.ts';
import type { Change, Stamp } from '../../kernel/ledger/write.ts';

/** Reads objects of one kind as they are served; `where` names the column of their id. */
type Select<T> = (tx: Queryable, orgId: string, where: Sql, limit: number) => Promise<T[]>;

/** Reads what a write has changed, as it is now served, and puts it in the ledger. */
export async function recordServed<T extends { id: string }>(
  tx: Queryable,
  stamp: Stamp,
  orgId: string,
  changed: { resource: string; column: Sql; select: Select<T>; ids: readonly string[] },
  operation: (index: number) => Change['operation'],
): Promise<T[]> {
  const { resource, column, select, ids } = changed;
  if (ids.length === 0) return [];
  const served = await select(tx, orgId, sql`and ${column} = any(${ids}::bigint[])`, ids.length);
  const byId = new Map(served.map((object) => [object.id, object]));
  const objects = ids.flatMap((id) => byId.get(id) ?? []);
  stamp.record(
    ...objects.map((object, index) => ({
      resource,
      id: object.id,
      operation: operation(index),
      document: JSON.stringify(object),
    })),
  );
  return objects;
}
