import { invalid } from '../../../../kernel/errors.ts';
import { noteThrown, type Problems } from '../../../../kernel/http/problems.ts';
import { wireTime } from '../../../../kernel/time.ts';
import { parseIsoTime } from '../../../../surfaces/weekly10-time.ts';
import type { AssignmentStatus } from '../../assignments/schema.ts';
import type { AssignmentChange } from '../../assignments/store.ts';

/** When a training began and ended; its state follows. Times are RFC 3339 or PostgreSQL's text. */
export interface Dates {
  started: string | null;
  completed: string | null;
}

type Sent = { date_started?: string | null; date_completed?: string | null };

/** The dates of a request: undefined where none was sent. Notes those that are no times. */
export function readDates(
  sent: Sent,
  wrong: Problems,
): { started?: string | null; completed?: string | null } {
  const read = (field: keyof Sent): string | null | undefined => {
    const text = sent[field];
    return typeof text === 'string' ? noteThrown(wrong, 0, () => parseIsoTime(field, text)) : text;
  };
  return { started: read('date_started'), completed: read('date_completed') };
}

/** Completed without a start began when it was completed. Notes an end before the start. */
export function settleDates({ started, completed }: Dates, field: keyof Sent, wrong: Problems): Dates {
  if (completed !== null && started !== null && millis(completed) < millis(started))
    wrong.add(0, invalid(field, 'date_completed is before date_started.'));
  return { started: started ?? completed, completed };
}

export const statusOf = ({ started, completed }: Dates): AssignmentStatus =>
  completed !== null ? 'completed' : started !== null ? 'inProgress' : 'notStarted';

/** Whether two times are one to the millisecond, which is all that a client is told. */
export const sameTime = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : millis(a) === millis(b);

const millis = (time: string): number => Date.parse(time.includes('T') ? time : wireTime(time));

/** What brings an assignment from one state to another. A completion that is taken back takes its score with it. */
export function dateChange(before: Dates, after: Dates): AssignmentChange {
  const change = { status: statusOf(after), startedAt: after.started };
  if (sameTime(before.completed, after.completed)) return change;
  return {
    ...change,
    completedAt: after.completed,
    ...(after.completed === null ? { scorePercent: null } : {}),
  };
}
