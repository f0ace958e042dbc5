import type { Tx } from '../../../kernel/ledger/resource.ts';
import { releaseExternalIds } from '../external-ids/merge.ts';
import { driver, tag, user, vehicle } from '../resources.ts';
import { dropRolesIn } from '../users/held-roles.ts';
import type { TagDocument } from './document.ts';
import { emptyTag } from './membership.ts';
import { deleteTag, leaveGroups, moveUp } from './store.ts';

/**
 * Deletes a tag for good. Its members lose it, the tags below it move up to the tag above it, users lose the
 * roles that they held in it; the ledger is told of all of them.
 */
export async function removeTag(tx: Tx, { id, parentTagId }: TagDocument): Promise<void> {
  await tx.removing(tag, [id]);
  tx.changed(tag, 'update', await moveUp(tx, id, parentTagId ?? null));
  const members = await emptyTag(tx, id);
  const those = (type: string): string[] =>
    members.flatMap((member) => (member.type === type ? [member.id] : []));
  tx.changed(driver, 'update', [...those('driver'), ...(await leaveGroups(tx, id))]);
  tx.changed(vehicle, 'update', those('vehicle'));
  tx.changed(user, 'update', [...those('user'), ...(await dropRolesIn(tx, id))]);
  await releaseExternalIds(tx, 'tag', [id]);
  await deleteTag(tx, id);
}
