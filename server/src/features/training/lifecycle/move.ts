import { badRequest } from '../../../kernel/errors.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import type { Move } from '../../../kernel/moves.ts';
import { deleteAssignmentsOf } from '../assignments/cascade.ts';
import type { AssignmentStatus } from '../assignments/schema.ts';
import { COURSE_MOVES, type CourseVerb } from '../courses/moves.ts';
import type { CourseDocument, CourseStatus } from '../courses/schema.ts';
import { keepCourse, requireCourse } from '../courses/service.ts';

/** Which of its assignments go with a course. Source: the public spec on course status. */
export const DELETED_WITH: Record<CourseVerb, readonly AssignmentStatus[]> = {
  publish: [],
  archive: ['inProgress'],
  delete: ['notStarted', 'inProgress', 'completed'],
};

/**
 * Publishes, archives or deletes a course. Archiving deletes its assignments that are in progress, deleting it
 * all of them; both as tombstones, so that the evidence stays. A course that is there already is left alone.
 */
export async function moveCourse(tx: Tx, id: string, verb: CourseVerb): Promise<CourseDocument> {
  const before = await requireCourse(tx, id);
  const { from, to }: Move<CourseStatus> = COURSE_MOVES[verb];
  if (before.status === to) return before;
  if (!from.includes(before.status))
    throw badRequest(
      `Course ${id} is ${before.status}; only a course that is ${from.join(' or ')} can become ${to}.`,
    );
  const after = await keepCourse(tx, verb === 'delete' ? 'delete' : 'update', { ...before, status: to });
  await deleteAssignmentsOf(tx, before.id, DELETED_WITH[verb]);
  return after;
}
