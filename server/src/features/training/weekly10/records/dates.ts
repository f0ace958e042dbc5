import { type Sql, sql } from '../../../../kernel/database.ts';
import { parseTime, wireTime } from '../../../../kernel/time.ts';
import type { Wrong } from '../../../../surfaces/weekly10.ts';

/** When a training began and ended; its state follows. Times are RFC 3339 or PostgreSQL's text. */
export interface Dates {
  started: string | null;
  completed: string | null;
}

type Sent = { date_started?: string | null; date_completed?: string | null };

/** The dates of a request: undefined where none was sent. Notes those that are no times. */
export function readDates(sent: Sent, wrong: Wrong): { started?: string | null; completed?: string | null } {
  const read = (field: keyof Sent): string | null | undefined => {
    const text = sent[field];
    return typeof text === 'string' ? wrong.note(field, () => parseTime(field, inUtc(text))) : text;
  };
  return { started: read('date_started'), completed: read('date_completed') };
}

/** A time without seconds or offset is one of this dialect too; it is in UTC. */
const inUtc = (text: string): string =>
  text.replace(
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?$/,
    (_all, minutes, rest = ':00') => `${minutes}${rest}Z`,
  );

/** Completed without a start began when it was completed. Notes an end before the start. */
export function settleDates({ started, completed }: Dates, field: keyof Sent, wrong: Wrong): Dates {
  if (completed !== null && started !== null && millis(completed) < millis(started))
    wrong.add(field, 'date_completed is before date_started.');
  return { started: started ?? completed, completed };
}

export const statusOf = ({ started, completed }: Dates): 'notStarted' | 'inProgress' | 'completed' =>
  completed !== null ? 'completed' : started !== null ? 'inProgress' : 'notStarted';

/** Whether two times are one to the millisecond, which is all that a client is told. */
export const sameTime = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : millis(a) === millis(b);

const millis = (time: string): number => Date.parse(time.includes('T') ? time : wireTime(time));

/**
 * The assignments to an assignment's columns that bring it from one state to another. Whether it was late is decided
 * with each completion and goes with it, as its score does.
 */
export function dateChanges(before: Dates, after: Dates): Sql {
  const set = sql`status = ${statusOf(after)}, started_at = ${after.started}::timestamptz`;
  if (sameTime(before.completed, after.completed)) return set;
  const completion = sql`${set}, completed_at = ${after.completed}::timestamptz,
    completed_late = ${after.completed}::timestamptz > due_at`;
  return after.completed === null ? sql`${completion}, score_percent = null` : completion;
}
