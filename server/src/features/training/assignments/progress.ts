import type { Caller } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import type { Move } from '../../../kernel/moves.ts';
import { parseTime, pgTime, wireTime } from '../../../kernel/time.ts';
import type { AssignmentRow } from './document.ts';
import { ASSIGNMENT_MOVES, type AssignmentVerb } from './moves.ts';
import { trainingAssignment } from './resource.ts';
import type { AssignmentStatus } from './schema.ts';
import { type AssignmentChange, findUnfinished, readAssignments, updateAssignments } from './store.ts';

/** How far ahead of the server a learner's clock may be. */
const LEARNER_CLOCK_SKEW_MS = 5 * 60_000;

/** Begins an assignment; one that is begun already is left as it is. */
export const start = (
  database: Database,
  caller: Caller,
  body: { id: string; startedAtTime?: string },
): Promise<string> => {
  const given = learnerTime(caller, 'startedAtTime', body.startedAtTime);
  return take(database, caller, 'start', body.id, (_before, { at }) => ({ startedAt: given ?? at }));
};

/** Records the time spent so far; the first progress also begins the assignment. */
export const progress = (
  database: Database,
  caller: Caller,
  { id, durationMinutes }: { id: string; durationMinutes: number },
): Promise<string> =>
  take(database, caller, 'progress', id, (before, { at }) => {
    requireMore(before, durationMinutes);
    return { durationMinutes, startedAt: before.startedAt ?? at };
  });

/** Completes an assignment and decides for good whether it was late. */
export const complete = (
  database: Database,
  caller: Caller,
  body: { id: string; scorePercent?: number; durationMinutes?: number; completedAtTime?: string },
): Promise<string> => {
  const given = learnerTime(caller, 'completedAtTime', body.completedAtTime);
  return take(database, caller, 'complete', body.id, (before, { at }) => {
    const { scorePercent = null, durationMinutes } = body;
    if (durationMinutes !== undefined) requireMore(before, durationMinutes);
    const completedAt = given ?? at;
    if (before.startedAt !== null && millis(completedAt) < millis(before.startedAt))
      throw invalid('completedAtTime', `it is before the start, ${wireTime(before.startedAt)}.`);
    return { completedAt, startedAt: before.startedAt ?? completedAt, scorePercent, durationMinutes };
  });
};

/** Takes back a completion; what it said stays in the ledger. */
export const reopen = (database: Database, caller: Caller, body: { id: string }): Promise<string> =>
  take(database, caller, 'reopen', body.id, async ({ id, courseId, learnerId }, tx) => {
    // The rule of the index assignment_unfinished, asked before the index would refuse.
    if ((await findUnfinished(tx, courseId, learnerId, id)) !== undefined)
      throw badRequest(
        'The learner has another unfinished assignment of this course; delete or complete that one first.',
      );
    return { completedAt: null, scorePercent: null };
  });

/** Takes one step with an assignment; `change` decides what it changes beside the status. */
async function take(
  database: Database,
  caller: Caller,
  verb: AssignmentVerb,
  id: string,
  change: (before: AssignmentRow, tx: Tx) => AssignmentChange | Promise<AssignmentChange>,
): Promise<string> {
  const unknown = notFound(`id: no training assignment ${id.slice(0, 60)}.`);
  if (!isUuid(id)) throw unknown;
  const { from, to }: Move<AssignmentStatus> = ASSIGNMENT_MOVES[verb];
  return write(database, caller, async (tx) => {
    const [before] = await readAssignments(tx, caller, [id], tx.at);
    if (!before || before.isDeleted) throw unknown;
    // Begun already is begun.
    if (verb === 'start' && before.status === to) return dataOf(before);
    if (!from.includes(before.status)) throw refused(verb, before);
    const changes = { ...(await change(before, tx)), status: to };
    const [after] = await updateAssignments(tx, { ids: [id] }, changes);
    if (!after) throw unknown;
    tx.changed(trainingAssignment, 'update', [after]);
    return dataOf(after);
  });
}

const dataOf = ({ served }: AssignmentRow): string => `{"data":${served}}`;

const DONE = { start: 'started', progress: 'continued', complete: 'completed again' };

const refused = (verb: AssignmentVerb, { id, status }: AssignmentRow) =>
  verb === 'reopen'
    ? badRequest(`Assignment ${id} is ${status}; only a completed one can be reopened.`)
    : badRequest(`Assignment ${id} is completed and cannot be ${DONE[verb]}; reopen it first.`);

/** A time that a learner's device tells, as PostgreSQL prints it; at most a little in the future. */
function learnerTime({ now }: Caller, field: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = new Date(parseTime(field, text));
  if (time.getTime() > now.getTime() + LEARNER_CLOCK_SKEW_MS) throw invalid(field, 'it is in the future.');
  return pgTime(time);
}

/** A learner's device knows the start by its milliseconds. */
const millis = (pg: string): number => Date.parse(wireTime(pg));

function requireMore(before: AssignmentRow, minutes: number): void {
  if (minutes < before.durationMinutes)
    throw invalid(
      'durationMinutes',
      `${minutes} is less than the ${before.durationMinutes} minutes already recorded; send the total so far.`,
    );
}
