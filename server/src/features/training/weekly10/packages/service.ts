import type { Caller } from '../../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../../kernel/database.ts';
import { conflict, notFound } from '../../../../kernel/errors.ts';
import { write } from '../../../../kernel/ledger/write.ts';
import { Wrong } from '../../../../surfaces/weekly10.ts';
import { deleteAssignmentsOf } from '../../assignments/cascade.ts';
import {
  addCourse,
  changeCourse,
  courseChange,
  MOVES,
  moveCourseInside,
  requireCourse,
} from '../../courses/service.ts';
import { chosen, packageTaken } from '../api-id.ts';
import type { PackageFields } from './schema.ts';
import { findPackage, hasRecords, type PackageRow, renameCourse } from './store.ts';

/** The category of courses that are made here, where packages have none. */
const CATEGORY = { name: 'General' };

/** Makes a package, which is a course that can be assigned at once unless it is not active; answers it as text. */
export async function createPackage(
  database: Database,
  caller: Caller,
  body: PackageFields & { name: string },
): Promise<string> {
  return write(database, caller, async (tx, stamp) => {
    await requireFree(tx, caller.orgId, body.api_id, null);
    const course = await addCourse(tx, caller.orgId, stamp, {
      title: body.name,
      ...(body.description ? { description: body.description } : {}),
      category: CATEGORY,
      estimatedTimeToCompleteMinutes: 0,
      status: body.is_active === false ? 'archived' : 'published',
    });
    const apiId = body.api_id ?? course.id;
    if (apiId !== course.id) await renameCourse(tx, caller.orgId, course.id, apiId, stamp.at);
    return textOf(tx, caller.orgId, apiId);
  });
}

/**
 * Changes what is sent; with `whole`, as PUT does, a description that is not sent is taken away. Other words make
 * a new revision of the course. A draft stays one until it is made active.
 */
export async function changePackage(
  database: Database,
  caller: Caller,
  apiId: string,
  body: PackageFields,
  whole: boolean,
): Promise<string> {
  return write(database, caller, async (tx, stamp) => {
    const found = await requirePackage(tx, caller.orgId, apiId);
    const { id } = found.course;
    const wanted = body.api_id ?? apiId;
    await requireFree(tx, caller.orgId, wanted, id);
    const before = await requireCourse(tx, caller.orgId, id);
    const { is_active: active = found.package.is_active, description = whole ? null : undefined } = body;
    const moved = active === found.package.is_active ? undefined : active ? 'published' : 'archived';
    const after = await changeCourse(tx, caller.orgId, stamp, before, {
      title: body.name,
      description: description === '' ? null : description,
      ...(moved ? { status: moved } : {}),
    });
    if (wanted !== apiId) {
      await renameCourse(tx, caller.orgId, id, chosen(wanted, id), stamp.at);
      if (after === before) stamp.record(courseChange('update', before));
    }
    if (moved) await deleteAssignmentsOf(tx, caller, stamp, id, MOVES[moved].deletes);
    return textOf(tx, caller.orgId, wanted);
  });
}

/** Deletes a package; with `cascade`, its records too, all as tombstones. @throws 409 when it has records. */
export async function removePackage(
  database: Database,
  caller: Caller,
  apiId: string,
  cascade: boolean,
): Promise<void> {
  await write(database, caller, async (tx, stamp) => {
    const { course } = await requirePackage(tx, caller.orgId, apiId);
    if (!cascade && (await hasRecords(tx, caller.orgId, course.id)))
      throw conflict('The package has records. Delete them first, or all at once with ?cascade=true.');
    await moveCourseInside(tx, caller, stamp, course.id, 'deleted');
  });
}

/** @throws 404 when there is no such package. */
export async function requirePackage(database: Queryable, orgId: string, apiId: string): Promise<PackageRow> {
  const found = await findPackage(database, orgId, apiId);
  if (!found) throw notFound(`No training package ${apiId.slice(0, 100)}.`);
  return found;
}

const textOf = async (tx: Queryable, orgId: string, apiId: string): Promise<string> =>
  JSON.stringify((await requirePackage(tx, orgId, apiId)).package);

async function requireFree(
  tx: Queryable,
  orgId: string,
  apiId: string | undefined,
  id: string | null,
): Promise<void> {
  const wrong = new Wrong();
  if (apiId !== undefined && (await packageTaken(tx, orgId, apiId, id)))
    wrong.add('api_id', `Another package has the api_id "${apiId}" already.`);
  wrong.check();
}
