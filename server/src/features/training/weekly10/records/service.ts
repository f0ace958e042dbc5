import type { Caller } from '../../../../kernel/auth.ts';
import { type Database, type Queryable, sql } from '../../../../kernel/database.ts';
import { notFound } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { write } from '../../../../kernel/ledger/write.ts';
import { Wrong } from '../../../../surfaces/weekly10.ts';
import { findPersonByApiId, type Person } from '../../../directory/index.ts';
import { assignmentChanges } from '../../assignments/changes.ts';
import { importAssignments } from '../../assignments/history.ts';
import { oneOf, updateAssignments } from '../../assignments/store.ts';
import { chosen, recordTaken } from '../api-id.ts';
import { findPackage } from '../packages/store.ts';
import { dateChanges, readDates, sameTime, settleDates, statusOf } from './dates.ts';
import type { RecordFields } from './schema.ts';
import { findRecord, findUnfinished, type RecordRow } from './store.ts';

/** Makes a record, which is an assignment with its state; answers it as text. */
export async function createRecord(database: Database, caller: Caller, body: RecordFields): Promise<string> {
  const wrong = new Wrong();
  const { started = null, completed = null } = readDates(body, wrong);
  const dates = settleDates({ started, completed }, 'date_completed', wrong);
  return write(database, caller, async (tx, stamp) => {
    const person = await personFor(tx, caller, body.person_api_id, wrong);
    const course = await courseFor(tx, caller.orgId, body.package_api_id, wrong);
    const id = newId();
    const status = statusOf(dates);
    await requireFree(tx, caller.orgId, { id, apiId: body.api_id, person, course, status }, wrong);
    wrong.check();
    const past = {
      id,
      apiId: chosen(body.api_id ?? id, id),
      course: course as Course,
      learner: person as Person,
      status,
      createdAt: stamp.at,
      startedAt: dates.started ?? undefined,
      completedAt: dates.completed ?? undefined,
    };
    await importAssignments(tx, caller, stamp, [past]);
    return textOf(tx, caller, id);
  });
}

/** Changes what is sent; with `whole`, as PUT does, a date that is not sent is taken away. */
export async function changeRecord(
  database: Database,
  caller: Caller,
  apiId: string,
  body: RecordFields,
  whole: boolean,
): Promise<string> {
  const wrong = new Wrong();
  const sent = readDates(body, wrong);
  return write(database, caller, async (tx, stamp) => {
    const before = await requireRecord(tx, caller, apiId);
    const kept = { started: before.startedAt, completed: before.completedAt };
    const { started = whole ? null : kept.started, completed = whole ? null : kept.completed } = sent;
    const field = sent.completed === undefined ? 'date_started' : 'date_completed';
    const dates = settleDates({ started, completed }, field, wrong);
    const { record } = before;
    const person =
      body.person_api_id === undefined || body.person_api_id === record.person_api_id
        ? before.person
        : await personFor(tx, caller, body.person_api_id, wrong);
    const course =
      body.package_api_id === undefined || body.package_api_id === record.package_api_id
        ? before.course
        : await courseFor(tx, caller.orgId, body.package_api_id, wrong);
    const after = { id: before.id, apiId: body.api_id, person, course, status: statusOf(dates) };
    await requireFree(tx, caller.orgId, after, wrong);
    wrong.check();
    if (
      sameTime(dates.started, kept.started) &&
      sameTime(dates.completed, kept.completed) &&
      person?.id === before.person.id &&
      course?.id === before.course.id &&
      (body.api_id ?? record.api_id) === record.api_id
    )
      return JSON.stringify(record);
    const changes = sql`${dateChanges(kept, dates)}, chosen_api_id = ${chosen(body.api_id ?? record.api_id, before.id)},
      learner_type = ${person?.type}, learner_id = ${person?.id}, course_id = ${course?.id}, revision_id = ${course?.revisionId}`;
    const by = { at: stamp.at, actor: caller.actor };
    const rows = await updateAssignments(tx, caller, oneOf([before.id]), changes, by);
    stamp.record(...assignmentChanges('update', rows));
    return textOf(tx, caller, before.id);
  });
}

/** Deletes a record as a tombstone. */
export async function removeRecord(database: Database, caller: Caller, apiId: string): Promise<void> {
  await write(database, caller, async (tx, stamp) => {
    const { id } = await requireRecord(tx, caller, apiId);
    const by = { at: stamp.at, actor: caller.actor };
    const rows = await updateAssignments(tx, caller, oneOf([id]), sql`deleted_at = ${stamp.at}`, by);
    stamp.record(...assignmentChanges('delete', rows));
  });
}

/** @throws 404 when there is no such record. */
export async function requireRecord(tx: Queryable, caller: Caller, apiId: string): Promise<RecordRow> {
  const found = await findRecord(tx, caller, { apiId });
  if (!found) throw notFound(`No training record ${apiId.slice(0, 100)}.`);
  return found;
}

const textOf = async (tx: Queryable, caller: Caller, id: string): Promise<string> =>
  JSON.stringify((await findRecord(tx, caller, { id }))?.record);

type Course = { id: string; revisionId: string };

async function personFor(
  tx: Queryable,
  caller: Caller,
  text: string | undefined,
  wrong: Wrong,
): Promise<Person | undefined> {
  const person = await findPersonByApiId(tx, caller, text ?? '');
  if (!person) wrong.add('person_api_id', `There is no person "${text?.slice(0, 100)}".`);
  return person;
}

async function courseFor(
  tx: Queryable,
  orgId: string,
  text: string | undefined,
  wrong: Wrong,
): Promise<Course | undefined> {
  const found = await findPackage(tx, orgId, text ?? '');
  if (!found) wrong.add('package_api_id', `There is no package "${text?.slice(0, 100)}".`);
  else if (!found.package.is_active)
    wrong.add(
      'package_api_id',
      `The package "${text?.slice(0, 100)}" is not active; only active ones can be assigned.`,
    );
  return found?.course;
}

/** Notes an `api_id` that another record has, and another unfinished record of the same person and package. */
async function requireFree(
  tx: Queryable,
  orgId: string,
  after: { id: string; apiId?: string; person?: Person; course?: Course; status: string },
  wrong: Wrong,
): Promise<void> {
  if (after.apiId !== undefined && (await recordTaken(tx, orgId, after.apiId, after.id)))
    wrong.add('api_id', `Another record has the api_id "${after.apiId}" already.`);
  if (after.status === 'completed' || !after.person || !after.course) return;
  const other = await findUnfinished(tx, orgId, after.person.id, after.course.id, after.id);
  if (other !== undefined)
    wrong.add(
      'package_api_id',
      `The record "${other}" of this person and package is not finished; complete or delete it first.`,
    );
}
