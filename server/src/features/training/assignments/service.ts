import type { Caller, Writer } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, uuids } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { parseTime } from '../../../kernel/time.ts';
import { findPeople, type Person } from '../../directory/index.ts';
import { findCourse } from '../courses/store.ts';
import { type AssignmentRow, dataText } from './document.ts';
import { trainingAssignment } from './resource.ts';
import { insertAssignments, readAssignments, updateAssignments } from './store.ts';

/**
 * Assigns a published course. A learner with an unfinished assignment of it keeps that one untouched; a
 * completed one is not in the way, training again is a new assignment.
 *
 * @returns the reply's text, one entry a learner in the order given.
 */
export async function assign(
  database: Database,
  writer: Writer,
  query: { courseId: string; learnerIds: string[]; dueAtTime: string },
): Promise<string> {
  const dueAt = parseTime('dueAtTime', query.dueAtTime);
  const unknown = notFound(`courseId: no training course ${query.courseId.slice(0, 60)}.`);
  if (!isUuid(query.courseId)) throw unknown;
  const learners = await findPeople(database, writer, 'learnerIds', query.learnerIds);
  return write(database, writer, async (tx) => {
    const course = await findCourse(tx, tx.orgId, query.courseId);
    if (!course || course.status === 'draft') throw unknown;
    if (course.status !== 'published')
      throw invalid(
        'courseId',
        `course ${course.id} is ${course.status}; only published courses can be assigned.`,
      );
    const rows = await assignInside(tx, course, learners, dueAt);
    const answers = new Map(rows.map((row) => [row.learnerId, row.answer(row.isExisting)]));
    return dataText(learners.map(({ id }) => answers.get(id) as string));
  });
}

/** Assigns a course inside a write; `requirementId` is the requirement that does it by itself. */
export async function assignInside(
  tx: Tx,
  course: { id: string; revisionId: string },
  learners: readonly Person[],
  dueAt: string,
  requirementId?: string,
): Promise<(AssignmentRow & { isExisting: boolean })[]> {
  const rows = await insertAssignments(tx, course, learners, dueAt, requirementId);
  tx.changed(
    trainingAssignment,
    'create',
    rows.filter(({ isExisting }) => !isExisting),
  );
  return rows;
}

/**
 * Moves the due time of assignments, all or none. Whether a completed one was late stays as it was decided.
 *
 * @throws 404 naming the first id that is unknown or deleted.
 */
export async function reschedule(
  database: Database,
  writer: Writer,
  query: { ids: string[]; dueAtTime: string },
): Promise<string> {
  const ids = uuids('ids', query.ids);
  const dueAt = parseTime('dueAtTime', query.dueAtTime);
  return write(database, writer, async (tx) => {
    const rows = inOrder(await updateAssignments(tx, { ids }, { dueAt }), ids);
    tx.changed(trainingAssignment, 'update', rows);
    return dataText(rows.map(({ served }) => served));
  });
}

/**
 * Deletes assignments as tombstones and passes over unknown ids.
 *
 * @returns the reply's text with an outcome an id; undefined when `quiet`.
 */
export async function remove(
  database: Database,
  writer: Writer,
  query: { ids: string[] },
  quiet: boolean,
): Promise<string | undefined> {
  const ids = uuids('ids', query.ids);
  return write(database, writer, async (tx) => {
    const rows = await updateAssignments(tx, { ids }, { deleted: true });
    tx.changed(trainingAssignment, 'delete', rows);
    if (quiet) return undefined;
    const deleted = new Set(rows.map(({ id }) => id));
    return dataText(
      ids.map((id) => JSON.stringify({ id, outcome: deleted.has(id) ? 'deleted' : 'notFound' })),
    );
  });
}

/** Reads assignments by id, tombstones included. @throws 404 naming the first unknown id. */
export async function read(database: Database, caller: Caller, query: { ids: string[] }): Promise<string> {
  const ids = uuids('ids', query.ids);
  const rows = await readAssignments(database, caller, ids, caller.now.toISOString());
  return dataText(inOrder(rows, ids).map(({ served }) => served));
}

function inOrder(rows: AssignmentRow[], ids: string[]): AssignmentRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw notFound(`ids: no training assignment ${id}.`);
    return row;
  });
}
