import { sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { releaseExternalIds } from '../external-ids/merge.ts';
import { driver, user } from '../resources.ts';
import { leaveAllTags } from '../tags/membership.ts';
import { replaceRoles } from '../users/held-roles.ts';
import { recordReassigned } from '../vehicles/record.ts';
import { assignStatically } from '../vehicles/static-assignment.ts';

/** Deletes a user; the email is free again. */
export async function removeUser(tx: Tx, id: string): Promise<void> {
  await tx.removing(user, [id]);
  await replaceRoles(tx, [{ userId: id, roles: [] }]);
  await removePerson(tx, 'user', id);
}

/** Deletes a driver; the user name and the vehicle are free again. */
export async function removeDriver(tx: Tx, id: string): Promise<void> {
  await recordReassigned(tx, await assignStatically(tx, [{ driverId: id, vehicleId: null }]));
  await tx.removing(driver, [id]);
  await removePerson(tx, 'driver', id);
}

/** The row stays, so that what names the person can still be read. */
async function removePerson(tx: Tx, type: 'user' | 'driver', id: string): Promise<void> {
  await leaveAllTags(tx, id);
  await releaseExternalIds(tx, type, [id]);
  await tx.rows(sql`delete from attribute_entity where org_id = ${tx.orgId} and entity_id = ${id}`);
  await tx.rows(sql`
    update person set deleted_at = ${tx.at}, updated_at = ${tx.at} where org_id = ${tx.orgId} and id = ${id}`);
}
