import type { Sight, Writer } from '../../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../../kernel/errors.ts';
import type { Problems } from '../../../../kernel/http/problems.ts';
import { newId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../kernel/ledger/resource.ts';
import { write } from '../../../../kernel/ledger/write.ts';
import { findPersonByApiId, type Person } from '../../../directory/index.ts';
import { importAssignments } from '../../assignments/history.ts';
import { trainingAssignment } from '../../assignments/resource.ts';
import type { AssignmentStatus } from '../../assignments/schema.ts';
import { findUnfinished, updateAssignments } from '../../assignments/store.ts';
import { checkVisible, chosen, recordTaken } from '../api-id.ts';
import { findPackage } from '../packages/store.ts';
import { dateChange, readDates, sameTime, settleDates, statusOf } from './dates.ts';
import type { RecordFields } from './schema.ts';
import { findRecord, type RecordRow } from './store.ts';

/** Makes a record, which is an assignment with its state; answers it as text. */
export async function createRecord(
  database: Database,
  caller: Writer,
  body: RecordFields,
  wrong: Problems,
): Promise<string> {
  const { started = null, completed = null } = readDates(body, wrong);
  const dates = settleDates({ started, completed }, 'date_completed', wrong);
  return write(database, caller, async (tx) => {
    const person = await personFor(tx, body.person_api_id, wrong);
    const course = await courseFor(tx, body.package_api_id, wrong);
    const id = newId();
    const status = statusOf(dates);
    await requireFree(tx, { id, apiId: body.api_id, person, course, status }, wrong);
    wrong.check();
    const past = {
      id,
      apiId: chosen(body.api_id ?? id, id),
      course: course as Course,
      learner: person as Person,
      status,
      createdAt: tx.at,
      startedAt: dates.started ?? undefined,
      completedAt: dates.completed ?? undefined,
    };
    await importAssignments(tx, [past]);
    return textOf(tx, id);
  });
}

/** Changes what is sent; with `whole`, as PUT does, a date that is not sent is taken away. */
export async function changeRecord(
  database: Database,
  caller: Writer,
  apiId: string,
  body: RecordFields,
  whole: boolean,
  wrong: Problems,
): Promise<string> {
  const sent = readDates(body, wrong);
  return write(database, caller, async (tx) => {
    const before = await requireRecord(tx, tx, apiId);
    const kept = { started: before.startedAt, completed: before.completedAt };
    const { started = whole ? null : kept.started, completed = whole ? null : kept.completed } = sent;
    const field = sent.completed === undefined ? 'date_started' : 'date_completed';
    const dates = settleDates({ started, completed }, field, wrong);
    const { record } = before;
    const person =
      body.person_api_id === undefined || body.person_api_id === record.person_api_id
        ? before.person
        : await personFor(tx, body.person_api_id, wrong);
    const course =
      body.package_api_id === undefined || body.package_api_id === record.package_api_id
        ? before.course
        : await courseFor(tx, body.package_api_id, wrong);
    const after = { id: before.id, apiId: body.api_id, person, course, status: statusOf(dates) };
    await requireFree(tx, after, wrong);
    wrong.check();
    if (
      sameTime(dates.started, kept.started) &&
      sameTime(dates.completed, kept.completed) &&
      person?.id === before.person.id &&
      course?.id === before.course.id &&
      (body.api_id ?? record.api_id) === record.api_id
    )
      return JSON.stringify(record);
    const rows = await updateAssignments(
      tx,
      { ids: [before.id] },
      {
        ...dateChange(kept, dates),
        apiId: chosen(body.api_id ?? record.api_id, before.id),
        learner: person,
        course,
      },
    );
    // Whose record it was is concerned too.
    const about = [before.person.id];
    tx.changed(
      trainingAssignment,
      'update',
      rows.map(({ id, document }) => ({ id, document, about })),
    );
    return textOf(tx, before.id);
  });
}

/** Deletes a record as a tombstone. */
export async function removeRecord(database: Database, caller: Writer, apiId: string): Promise<void> {
  await write(database, caller, async (tx) => {
    const { id } = await requireRecord(tx, tx, apiId);
    tx.changed(trainingAssignment, 'delete', await updateAssignments(tx, { ids: [id] }, { deleted: true }));
  });
}

/** @throws 404 when there is no such record. */
export async function requireRecord(database: Queryable, sight: Sight, apiId: string): Promise<RecordRow> {
  const found = await findRecord(database, sight, { apiId });
  if (!found) throw notFound(`No training record ${apiId.slice(0, 100)}.`);
  return found;
}

const textOf = async (tx: Tx, id: string): Promise<string> =>
  JSON.stringify((await findRecord(tx, tx, { id }))?.record);

type Course = { id: string; revisionId: string };

async function personFor(tx: Tx, text: string | undefined, wrong: Problems): Promise<Person | undefined> {
  const person = text === undefined ? undefined : await findPersonByApiId(tx, tx, text);
  if (!person) wrong.add(0, invalid('person_api_id', `There is no person "${text?.slice(0, 100)}".`));
  return person;
}

async function courseFor(tx: Tx, text: string | undefined, wrong: Problems): Promise<Course | undefined> {
  const found = text === undefined ? undefined : await findPackage(tx, tx.orgId, text);
  if (!found) wrong.add(0, invalid('package_api_id', `There is no package "${text?.slice(0, 100)}".`));
  else if (found.status !== 'published')
    wrong.add(
      0,
      invalid(
        'package_api_id',
        `The package "${text?.slice(0, 100)}" is not active; only active ones can be assigned.`,
      ),
    );
  return found;
}

/** Notes an `api_id` that another record has, and another unfinished record of the same person and package. */
async function requireFree(
  tx: Tx,
  after: { id: string; apiId?: string; person?: Person; course?: Course; status: AssignmentStatus },
  wrong: Problems,
): Promise<void> {
  checkVisible(after.apiId, wrong);
  if (after.apiId !== undefined && (await recordTaken(tx, after.apiId, after.id)))
    wrong.add(0, invalid('api_id', `Another record has the api_id "${after.apiId}" already.`));
  if (after.status === 'completed' || !after.person || !after.course) return;
  const other = await findUnfinished(tx, after.course.id, after.person.id, after.id);
  if (other !== undefined)
    wrong.add(
      0,
      invalid(
        'package_api_id',
        `The record "${other}" of this person and package is not finished; complete or delete it first.`,
      ),
    );
}
