import type { Caller } from '../../../kernel/auth.ts';
import { type Database, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { parseTime, pgTime, wireTime } from '../../../kernel/time.ts';
import { write } from '../../../kernel/write.ts';
import { assignmentChanges } from './changes.ts';
import { readAssignments, updateAssignments } from './store.ts';
import { assignmentJson } from './wire.ts';

/** How far ahead of the server a learner's clock may be. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The parts of an assignment that its progress depends on. Times are PostgreSQL's text. */
interface State {
  id: string;
  status: 'notStarted' | 'inProgress' | 'completed';
  duration: number;
  startedAt: string | null;
}

/** Decides what a step changes; undefined leaves the assignment as it is. */
type Step = (state: State, at: string) => Sql | undefined;

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
    if (state.startedAt !== null && completedAt < state.startedAt) {
      throw invalid('completedAtTime', `it is before the start, ${wireTime(state.startedAt)}.`);
    }
    return sql`status = 'completed', completed_at = ${completedAt}::timestamptz,
      started_at = coalesce(started_at, ${completedAt}::timestamptz),
      completed_late = ${completedAt}::timestamptz > due_at,
      score_percent = ${body.scorePercent ?? null},
      duration_minutes = ${body.durationMinutes ?? state.duration}`;
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

async function take(database: Database, caller: Caller, id: string, step: Step): Promise<string> {
  const unknown = notFound(`id: no training assignment ${id.slice(0, 60)}.`);
  if (!isUuid(id)) throw unknown;
  return write(database, caller, async (tx, stamp) => {
    const [before] = await readAssignments(tx, caller, [id]);
    if (!before || before.at(-1) !== null) throw unknown;
    const changes = step(stateOf(before), stamp.at);
    if (!changes) return dataOf(before, stamp.at);
    const [after] = await updateAssignments(tx, caller, [id], changes, {
      at: stamp.at,
      actor: caller.actor,
    }).catch(explain);
    if (!after) throw unknown;
    stamp.record(...assignmentChanges('update', [after], stamp.at));
    return dataOf(after, stamp.at);
  });
}

const stateOf = (row: Row): State => ({
  id: row[0],
  status: row[5],
  duration: Number(row[6]),
  startedAt: row[9],
});

const dataOf = (row: Row, at: string): string => `{"data":${assignmentJson(row, at)}}`;

/** A time that a learner's device tells, as PostgreSQL prints it; at most a little in the future. */
function learnerTime(field: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = new Date(parseTime(field, text));
  if (time.getTime() > Date.now() + CLOCK_SKEW_MS) throw invalid(field, 'it is in the future.');
  return pgTime(time);
}

function requireMore(state: State, minutes: number): void {
  if (minutes < state.duration) {
    throw invalid(
      'durationMinutes',
      `${minutes} is less than the ${state.duration} minutes already recorded; send the total so far.`,
    );
  }
}

const finished = (state: State, verb: string) =>
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
