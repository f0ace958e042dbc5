import { type Queryable, sql } from '../../../kernel/database.ts';
import type { Stamp, Writer } from '../../../kernel/ledger/write.ts';
import { assignmentChanges } from './changes.ts';
import { updateAssignments } from './store.ts';

/** Deletes the live assignments of a course that are in one of `statuses`, as tombstones, whoever learns. */
export async function deleteAssignmentsOf(
  tx: Queryable,
  writer: Writer,
  stamp: Stamp,
  courseId: string,
  statuses: readonly string[],
): Promise<void> {
  if (statuses.length === 0) return;
  const everyone = { orgId: writer.orgId, tagIds: null };
  const which = sql`assignment.course_id = ${courseId} and assignment.status = any(${statuses}::text[])`;
  const by = { at: stamp.at, actor: writer.actor };
  stamp.record(
    ...assignmentChanges(
      'delete',
      await updateAssignments(tx, everyone, which, sql`deleted_at = ${stamp.at}`, by),
    ),
  );
}
