import type { Caller } from '../../../kernel/auth.ts';
import { type Database, type Sql, sql } from '../../../kernel/database.ts';
import { badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { parseTime, pgTime, wireTime } from '../../../kernel/time.ts';
import { assignmentChanges } from './changes.ts';
import { oneOf, readAssignments, updateAssignments } from './store.ts';
import type { AssignmentRow } from './wire.ts';

/** How far ahead of the server a learner's clock may be. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Decides what a step changes; undefined leaves the assignment as it is. */
type Step = (state: AssignmentRow, at: string) => Sql | undefined;

/** Begins an assignment; one that is begun already is left as it is. */
export const start = (
  database: Database,
  caller: Caller,
  body: { id: string; startedAtTime?: string },
): Promise<string> => {
  const startedAt = learnerTime('startedAtTime', body.startedAtTime);
  return take(database, caller, body.id, (state, at) => {
    if (state.status === 'completed') throw finished(state, 'started');
    if (state.status === 'inProgress') return undefined;
    return sql`status = 'inProgress', started_at = ${startedAt ?? at}::timestamptz`;
  });
};

/** Records the time spent so far; the first progress also begins the assignment. */
export const progress = (
  database: Database,
  caller: Caller,
  body: { id: string; durationMinutes: number },
): Promise<string> =>
  take(database, caller, body.id, (state, at) => {
    if (state.status === 'completed') throw finished(state, 'continued');
    requireMore(state, body.durationMinutes);
    return sql`status = 'inProgress', duration_minutes = ${body.durationMinutes},
      started_at = coalesce(started_at, ${at}::timestamptz)`;
  });

/** Completes an assignment and decides for good whether it was late. */
export const complete = (
  database: Database,
  caller: Caller,
  body: { id: string; scorePercent?: number; durationMinutes?: number; completedAtTime?: string },
): Promise<string> => {
  const given = learnerTime('completedAtTime', body.completedAtTime);
  return take(database, caller, body.id, (state, at) => {
    if (state.status === 'completed') throw finished(state, 'completed again');
    if (body.durationMinutes !== undefined) requireMore(state, body.durationMinutes);
    const completedAt = given ?? at;
    if (state.startedAt !== null && millis(completedAt) < millis(state.startedAt)) {
      throw invalid('completedAtTime', `it is before the start, ${wireTime(state.startedAt)}.`);
    }
    return sql`status = 'completed', completed_at = ${completedAt}::timestamptz,
      started_at = coalesce(started_at, ${completedAt}::timestamptz),
      completed_late = ${completedAt}::timestamptz > due_at,
      score_percent = ${body.scorePercent ?? null},
      duration_minutes = ${body.durationMinutes ?? state.durationMinutes}`;
  });
};

/** Takes back a completion; what it said stays in the ledger. */
export const reopen = (database: Database, caller: Caller, body: { id: string }): Promise<string> =>
  take(database, caller, body.id, (state) => {
    if (state.status !== 'completed') {
      throw badRequest(`Assignment ${state.id} is ${state.status}; only a completed one can be reopened.`);
    }
    return sql`status = 'inProgress', completed_at = null, completed_late = null, score_percent = null`;
  });

/** A learner's device knows the start by its milliseconds. */
const millis = (pg: string): number => Date.parse(wireTime(pg));

async function take(database: Database, caller: Caller, id: string, step: Step): Promise<string> {
  const unknown = notFound(`id: no training assignment ${id.slice(0, 60)}.`);
  if (!isUuid(id)) throw unknown;
  return write(database, caller, async (tx, stamp) => {
    const [before] = await readAssignments(tx, caller, [id], stamp.at);
    if (!before || before.deleted) throw unknown;
    const changes = step(before, stamp.at);
    if (!changes) return dataOf(before);
    const by = { at: stamp.at, actor: caller.actor };
    const [after] = await updateAssignments(tx, caller, oneOf([id]), changes, by).catch(explain);
    if (!after) throw unknown;
    stamp.record(...assignmentChanges('update', [after]));
    return dataOf(after);
  });
}

const dataOf = (row: AssignmentRow): string => `{"data":${row.document}}`;

/** A time that a learner's device tells, as PostgreSQL prints it; at most a little in the future. */
function learnerTime(field: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = new Date(parseTime(field, text));
  if (time.getTime() > Date.now() + CLOCK_SKEW_MS) throw invalid(field, 'it is in the future.');
  return pgTime(time);
}

function requireMore(state: AssignmentRow, minutes: number): void {
  if (minutes < state.durationMinutes) {
    throw invalid(
      'durationMinutes',
      `${minutes} is less than the ${state.durationMinutes} minutes already recorded; send the total so far.`,
    );
  }
}

const finished = (state: AssignmentRow, verb: string) =>
  badRequest(`Assignment ${state.id} is completed and cannot be ${verb}; reopen it first.`);

/** Reopening meets the rule that a learner has one unfinished assignment of a course. */
function explain(error: { constraint?: string }): never {
  if (error.constraint === 'assignment_unfinished') {
    throw badRequest(
      'The learner has another unfinished assignment of this course; delete or complete that one first.',
    );
  }
  throw error;
}
