import { type Queryable, sql } from '../../../kernel/database.ts';
import type { Stamp } from '../../../kernel/ledger/write.ts';

/** Adds the user that a token acts as; returns its id. */
export async function addServiceAccount(
  tx: Queryable,
  orgId: string,
  stamp: Stamp,
  name: string,
): Promise<string> {
  const [row] = await tx.rows(sql`
    insert into person (org_id, type, name, details, created_at, updated_at)
    values (${orgId}, 'user', ${name}, '{"serviceAccount":true}', ${stamp.at}, ${stamp.at}) returning id`);
  const id = row?.[0] as string;
  stamp.record({
    resource: 'user',
    id,
    operation: 'create',
    document: JSON.stringify({ id, name, email: '', authType: 'default', roles: [] }),
  });
  return id;
}
