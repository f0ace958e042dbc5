import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../kernel/database.ts';
import { badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { type Stamp, type Writer, write } from '../../../kernel/ledger/write.ts';
import { deleteAssignmentsOf } from '../assignments/cascade.ts';
import type { Course, CreateCourse, UpdateCourse } from './schema.ts';
import { findCategory, findCourse, insertCategory, saveCourse, saveRevision } from './store.ts';

/** Makes a course and, if it is named and missing, its category. */
export const createCourse = (database: Database, writer: Writer, input: CreateCourse): Promise<Course> =>
  write(database, writer, (tx, stamp) => addCourse(tx, writer.orgId, stamp, input));

/** The same inside a write that does more. */
export async function addCourse(
  tx: Queryable,
  orgId: string,
  stamp: Stamp,
  input: Omit<CreateCourse, 'status'> & { status?: Course['status'] },
): Promise<Course> {
  const course: Course = {
    id: newId(),
    revisionId: newId(),
    category: await categoryFor(tx, orgId, stamp, input.category),
    title: input.title,
    ...(input.description === undefined ? {} : { description: input.description }),
    estimatedTimeToCompleteMinutes: input.estimatedTimeToCompleteMinutes,
    status: input.status ?? 'draft',
    labels: input.labels ?? [],
  };
  await saveCourse(tx, orgId, course, stamp.at);
  await saveRevision(tx, orgId, course, stamp.at);
  stamp.record(courseChange('create', course));
  return course;
}

/** Changes what is named; other words or another length make a new revision, labels and category do not. */
export async function updateCourse(database: Database, caller: Caller, input: UpdateCourse): Promise<Course> {
  return write(database, caller, async (tx, stamp) =>
    changeCourse(tx, caller.orgId, stamp, await requireCourse(tx, caller.orgId, input.id), input),
  );
}

/** The same inside a write that does more; answers `before` itself when nothing changes. */
export async function changeCourse(
  tx: Queryable,
  orgId: string,
  stamp: Stamp,
  before: Course,
  input: Omit<UpdateCourse, 'id'> & { status?: 'published' | 'archived' },
): Promise<Course> {
  if (before.status === 'deleted') throw badRequest(`Course ${before.id} is deleted and cannot be changed.`);
  const { description = before.description } = input;
  const after: Course = {
    id: before.id,
    revisionId: before.revisionId,
    category: input.category ? await categoryFor(tx, orgId, stamp, input.category) : before.category,
    title: input.title ?? before.title,
    ...(description === null || description === undefined ? {} : { description }),
    estimatedTimeToCompleteMinutes:
      input.estimatedTimeToCompleteMinutes ?? before.estimatedTimeToCompleteMinutes,
    status: input.status ?? before.status,
    labels: input.labels ?? before.labels,
  };
  if (contentOf(after) !== contentOf(before)) after.revisionId = newId();
  if (isDeepStrictEqual(after, before)) return before;
  await saveCourse(tx, orgId, after, stamp.at);
  await saveRevision(tx, orgId, after, stamp.at);
  stamp.record(courseChange('update', after));
  return after;
}

const contentOf = (course: Course): string =>
  JSON.stringify([course.title, course.description, course.estimatedTimeToCompleteMinutes]);

/** Where each verb may come from, and which assignments go with it. Source: the public spec on course status. */
export const MOVES = {
  published: { from: ['draft', 'archived'], deletes: [] },
  archived: { from: ['draft', 'published'], deletes: ['inProgress'] },
  deleted: { from: ['draft', 'published', 'archived'], deletes: ['notStarted', 'inProgress', 'completed'] },
} as const;

/**
 * Publishes, archives or deletes a course. Archiving deletes its assignments that are in progress, deleting it
 * all of them; both as tombstones, so that the evidence stays. A course that is there already is left alone.
 */
export async function moveCourse(
  database: Database,
  caller: Writer,
  id: string,
  status: keyof typeof MOVES,
): Promise<Course> {
  return write(database, caller, (tx, stamp) => moveCourseInside(tx, caller, stamp, id, status));
}

/** The same inside a write that does more. */
export async function moveCourseInside(
  tx: Queryable,
  caller: Writer,
  stamp: Stamp,
  id: string,
  status: keyof typeof MOVES,
): Promise<Course> {
  const before = await requireCourse(tx, caller.orgId, id);
  if (before.status === status) return before;
  const move = MOVES[status];
  if (!(move.from as readonly string[]).includes(before.status)) {
    throw badRequest(
      `Course ${id} is ${before.status}; only a course that is ${move.from.join(' or ')} can become ${status}.`,
    );
  }
  const after = { ...before, status };
  await saveCourse(tx, caller.orgId, after, stamp.at);
  stamp.record(courseChange(status === 'deleted' ? 'delete' : 'update', after));
  await deleteAssignmentsOf(tx, caller, stamp, id, move.deletes);
  return after;
}

/** Makes a category; one of that name is a 400. */
export async function createCategory(
  database: Database,
  caller: Caller,
  name: string,
): Promise<{ id: string; name: string }> {
  return write(database, caller, async (tx, stamp) => {
    const existing = await findCategory(tx, caller.orgId, { name });
    if (existing)
      throw invalid('name', `the category "${existing.name}" exists already, with the id ${existing.id}.`);
    return categoryFor(tx, caller.orgId, stamp, { name });
  });
}

async function categoryFor(
  tx: Queryable,
  orgId: string,
  stamp: Stamp,
  by: { id?: string; name?: string },
): Promise<{ id: string; name: string }> {
  if (by.id !== undefined && !isUuid(by.id))
    throw invalid('category.id', `"${by.id.slice(0, 60)}" is not a UUID.`);
  const found = await findCategory(tx, orgId, by);
  if (found) return found;
  if (by.name === undefined) throw notFound(`category.id: no category ${by.id}.`);
  const category = { id: newId(), name: by.name.trim() };
  if (category.name === '') throw invalid('category.name', 'it is empty.');
  await insertCategory(tx, orgId, category, stamp.at);
  stamp.record({
    resource: 'trainingCourseCategory',
    id: category.id,
    operation: 'create',
    document: JSON.stringify(category),
  });
  return category;
}

export async function requireCourse(tx: Queryable, orgId: string, id: string): Promise<Course> {
  const course = isUuid(id) ? await findCourse(tx, orgId, id) : undefined;
  if (!course) throw notFound(`id: no training course ${id.slice(0, 60)}.`);
  return course;
}

export const courseChange = (operation: 'create' | 'update' | 'delete', course: Course) => ({
  resource: 'trainingCourse',
  id: course.id,
  operation,
  document: JSON.stringify(course),
});
