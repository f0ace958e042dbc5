import { isDeepStrictEqual } from 'node:util';
import { badRequest, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { categoryFor } from './categories.ts';
import { readCategories } from './category-store.ts';
import { servedCourse, trainingCourse } from './resource.ts';
import type { Course, CourseDocument, CreateCourse, UpdateCourse } from './schema.ts';
import { findCourse, saveCourse, saveRevision } from './store.ts';

/** What only the weekly10 surface can say of a course. */
interface Chosen {
  /** What a client calls it; null for its own id. */
  apiId?: string | null;
}

/** Makes a course and, if it is named and missing, its category. */
export async function createCourse(
  tx: Tx,
  input: Omit<CreateCourse, 'status'> & { status?: CourseDocument['status'] } & Chosen,
): Promise<CourseDocument> {
  const { category, status = 'draft', labels = [], apiId, ...content } = input;
  const course = await keepCourse(tx, 'create', {
    ...content,
    id: newId(),
    revisionId: newId(),
    categoryId: (await categoryFor(tx, category)).id,
    status,
    labels,
    ...(apiId ? { apiId } : {}),
    createdAtTime: wireTime(tx.at),
    updatedAtTime: wireTime(tx.at),
  });
  await saveRevision(tx, course);
  return course;
}

/**
 * Changes what is named; other words or another length make a new revision, labels and category do not. Answers
 * `before` itself when nothing changes.
 */
export async function changeCourse(
  tx: Tx,
  before: CourseDocument,
  input: Omit<UpdateCourse, 'id'> & { status?: 'published' | 'archived' } & Chosen,
): Promise<CourseDocument> {
  if (before.status === 'deleted') throw badRequest(`Course ${before.id} is deleted and cannot be changed.`);
  const { description: oldDescription, apiId: oldApiId, ...kept } = before;
  const { description = oldDescription, apiId = oldApiId } = input;
  const after: CourseDocument = {
    ...kept,
    categoryId: input.category ? (await categoryFor(tx, input.category)).id : before.categoryId,
    title: input.title ?? before.title,
    ...(typeof description === 'string' ? { description } : {}),
    estimatedTimeToCompleteMinutes:
      input.estimatedTimeToCompleteMinutes ?? before.estimatedTimeToCompleteMinutes,
    status: input.status ?? before.status,
    labels: input.labels ?? before.labels,
    ...(typeof apiId === 'string' ? { apiId } : {}),
  };
  const isRevised = contentOf(after) !== contentOf(before);
  if (isRevised) after.revisionId = newId();
  if (isDeepStrictEqual(after, before)) return before;
  if (isRevised || after.categoryId !== before.categoryId) await saveRevision(tx, after);
  return keepCourse(tx, 'update', after);
}

const contentOf = (course: CourseDocument): string =>
  JSON.stringify([course.title, course.description, course.estimatedTimeToCompleteMinutes]);

/** Stores a course as it is from now on, and tells it. */
export async function keepCourse(
  tx: Tx,
  operation: 'create' | 'update' | 'delete',
  course: CourseDocument,
): Promise<CourseDocument> {
  const document = { ...course, updatedAtTime: wireTime(tx.at) };
  await saveCourse(tx, document);
  tx.changed(trainingCourse, operation, [{ id: document.id, document }]);
  return document;
}

export async function requireCourse(tx: Tx, id: string): Promise<CourseDocument> {
  const course = isUuid(id) ? await findCourse(tx, tx.orgId, id) : undefined;
  if (!course) throw notFound(`id: no training course ${id.slice(0, 60)}.`);
  return course;
}

/** A written course as it is served. */
export async function served(tx: Tx, course: CourseDocument): Promise<Course> {
  const [category] = await readCategories(tx, tx.orgId, [course.categoryId]);
  return servedCourse(course, category?.name as string);
}
