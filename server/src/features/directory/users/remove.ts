import { sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { releaseExternalIds } from '../external-ids/merge.ts';
import { user } from '../resources.ts';
import { leaveAllTags } from '../tags/membership.ts';
import { replaceRoles } from './held-roles.ts';

/** Deletes a user. The row stays, so that what names the user still can be read; the email is free again. */
export async function removeUser(tx: Tx, id: string): Promise<void> {
  await tx.removing(user, [id]);
  await replaceRoles(tx, [{ userId: id, roles: [] }]);
  await leaveAllTags(tx, id);
  await releaseExternalIds(tx, 'user', [id]);
  await tx.rows(sql`
    update person set deleted_at = ${tx.at}, updated_at = ${tx.at} where org_id = ${tx.orgId} and id = ${id}`);
}
