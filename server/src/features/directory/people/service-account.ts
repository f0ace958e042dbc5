import { sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { user } from '../resources.ts';

/** Adds the user that a token acts as; answers its id. */
export async function addServiceAccount(tx: Tx, name: string): Promise<string> {
  const [row] = await tx.rows(sql`
    insert into person (org_id, type, name, details, created_at, updated_at)
    values (${tx.orgId}, 'user', ${name}, '{"serviceAccount":true}', ${tx.at}, ${tx.at}) returning id`);
  const id = row?.[0] as string;
  tx.changed(user, 'create', [id]);
  return id;
}

/** Adds the organization's own user, "Crewready", who acts when nobody else does. */
export async function addSystemUser(tx: Tx): Promise<void> {
  const [head] = await tx.rows(sql`select system_user_id from org_head where org_id = ${tx.orgId}`);
  const id = head?.[0] as string;
  await tx.rows(sql`
    insert into person (org_id, id, type, name, details, created_at, updated_at)
    values (${tx.orgId}, ${id}, 'user', 'Crewready', '{"serviceAccount":true}', ${tx.at}, ${tx.at})`);
  tx.changed(user, 'create', [id]);
}
