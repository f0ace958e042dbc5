import type { Tx } from '../../../kernel/ledger/resource.ts';
import { trainingAssignment } from './resource.ts';
import { insertPast, type PastAssignment } from './store.ts';

/**
 * Adds assignments with their past in one statement. They keep when they were created, begun and finished; the
 * time of their last change is this write's, so that streams show them.
 *
 * @returns how many were added.
 */
export async function importAssignments(tx: Tx, items: readonly PastAssignment[]): Promise<number> {
  const rows = await insertPast(tx, items);
  tx.changed(
    trainingAssignment,
    'create',
    rows.filter(({ isDeleted }) => !isDeleted),
  );
  tx.changed(
    trainingAssignment,
    'delete',
    rows.filter(({ isDeleted }) => isDeleted),
  );
  return rows.length;
}
