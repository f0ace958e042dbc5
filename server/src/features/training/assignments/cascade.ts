import type { Tx } from '../../../kernel/ledger/resource.ts';
import { trainingAssignment } from './resource.ts';
import type { AssignmentStatus } from './schema.ts';
import { updateAssignments } from './store.ts';

/** Deletes the living assignments of a course that are in one of `statuses`, as tombstones, whoever learns. */
export async function deleteAssignmentsOf(
  tx: Tx,
  courseId: string,
  statuses: readonly AssignmentStatus[],
): Promise<void> {
  if (statuses.length === 0) return;
  tx.changed(
    trainingAssignment,
    'delete',
    await updateAssignments(tx, { courseId, statuses }, { deleted: true }),
  );
}
