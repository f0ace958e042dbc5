import { type Queryable, sql } from '../../../kernel/database.ts';
import type { Stamp, Writer } from '../../../kernel/write.ts';
import { assignmentChanges } from './changes.ts';
import { COLUMNS } from './wire.ts';

/** Deletes the live assignments of a course that are in one of `statuses`, as tombstones. */
export async function deleteAssignmentsOf(
  tx: Queryable,
  writer: Writer,
  stamp: Stamp,
  courseId: string,
  statuses: readonly string[],
): Promise<void> {
  if (statuses.length === 0) return;
  const rows = await tx.rows(sql`
    update assignment set deleted_at = ${stamp.at}, updated_at = ${stamp.at}, updated_by = ${writer.actor}
    where assignment.org_id = ${writer.orgId} and assignment.course_id = ${courseId}
      and assignment.status = any(${statuses}::text[]) and assignment.deleted_at is null
    returning ${COLUMNS}`);
  stamp.record(...assignmentChanges('delete', rows, stamp.at));
}
