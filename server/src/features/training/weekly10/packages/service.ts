import type { Queryable } from '../../../../kernel/database/database.ts';
import { conflict, invalid, notFound } from '../../../../kernel/errors.ts';
import type { Problems } from '../../../../kernel/http/problems.ts';
import type { Tx } from '../../../../kernel/ledger/resource.ts';
import { deleteAssignmentsOf } from '../../assignments/cascade.ts';
import { hasAssignments } from '../../assignments/store.ts';
import { COURSE_MOVES } from '../../courses/moves.ts';
import type { CourseDocument } from '../../courses/schema.ts';
import { changeCourse, createCourse } from '../../courses/service.ts';
import { DELETED_WITH, moveCourse } from '../../lifecycle/move.ts';
import { checkVisible, chosen, packageTaken } from '../api-id.ts';
import { weekly10Package } from '../documents.ts';
import type { PackageFields } from './schema.ts';
import { findPackage } from './store.ts';

/** The category of courses that are made here, where packages have none. */
const CATEGORY = { name: 'General' };

/** Makes a package, which is a course that can be assigned at once unless it is not active; answers it as text. */
export async function createPackage(
  tx: Tx,
  body: PackageFields & { name: string },
  wrong: Problems,
): Promise<string> {
  await requireFree(tx, body.api_id, null, wrong);
  const course = await createCourse(tx, {
    title: body.name,
    ...(body.description ? { description: body.description } : {}),
    category: CATEGORY,
    estimatedTimeToCompleteMinutes: 0,
    status: body.is_active === false ? 'archived' : 'published',
    apiId: body.api_id,
  });
  return JSON.stringify(weekly10Package(course));
}

/**
 * Changes what is sent; with `whole`, as PUT does, a description that is not sent is taken away. Other words make
 * a new revision of the course. A draft stays one until it is made active.
 */
export async function changePackage(
  tx: Tx,
  apiId: string,
  body: PackageFields,
  whole: boolean,
  wrong: Problems,
): Promise<string> {
  const before = await requirePackage(tx, tx.orgId, apiId);
  const { is_active: wasActive } = weekly10Package(before);
  const wanted = body.api_id ?? apiId;
  await requireFree(tx, wanted, before.id, wrong);
  const { is_active: active = wasActive, description = whole ? null : undefined } = body;
  const verb: 'publish' | 'archive' | undefined =
    active === wasActive ? undefined : active ? 'publish' : 'archive';
  const after = await changeCourse(tx, before, {
    title: body.name,
    description: description === '' ? null : description,
    apiId: chosen(wanted, before.id),
    ...(verb ? { status: COURSE_MOVES[verb].to } : {}),
  });
  if (verb) await deleteAssignmentsOf(tx, before.id, DELETED_WITH[verb]);
  return JSON.stringify(weekly10Package(after));
}

/** Deletes a package; with `cascade`, its records too, all as tombstones. @throws 409 when it has records. */
export async function removePackage(tx: Tx, apiId: string, cascade: boolean): Promise<void> {
  const { id } = await requirePackage(tx, tx.orgId, apiId);
  if (!cascade && (await hasAssignments(tx, tx.orgId, { courseId: id })))
    throw conflict('The package has records. Delete them first, or all at once with ?cascade=true.');
  await moveCourse(tx, id, 'delete');
}

/** @throws 404 when there is no such package. */
export async function requirePackage(
  database: Queryable,
  orgId: string,
  apiId: string,
): Promise<CourseDocument> {
  const found = await findPackage(database, orgId, apiId);
  if (!found) throw notFound(`No training package ${apiId.slice(0, 100)}.`);
  return found;
}

/** @throws 400 with what is wrong, an `api_id` that another package has too. */
async function requireFree(
  tx: Tx,
  apiId: string | undefined,
  id: string | null,
  wrong: Problems,
): Promise<void> {
  checkVisible(apiId, wrong);
  if (apiId !== undefined && (await packageTaken(tx, apiId, id)))
    wrong.add(0, invalid('api_id', `Another package has the api_id "${apiId}" already.`));
  wrong.check();
}
