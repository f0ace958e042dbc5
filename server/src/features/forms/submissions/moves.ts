import { badRequest } from '../../../kernel/errors.ts';
import type { Move } from '../../../kernel/moves.ts';

export const STATUSES = [
  'notStarted',
  'inProgress',
  'completed',
  'needsReview',
  'changesRequested',
  'approved',
  'archived',
] as const;
export type Status = (typeof STATUSES)[number];

/**
 * What may be done with a submission. Handing it in completes it, or lays it before an approver: which of the two
 * depends on its template.
 */
export const SUBMISSION_MOVES: Readonly<
  Record<'start' | 'complete' | 'submit' | 'approve' | 'requestChanges' | 'archive', Move<Status>>
> = {
  start: { from: ['notStarted'], to: 'inProgress' },
  complete: { from: ['inProgress'], to: 'completed' },
  submit: { from: ['inProgress', 'changesRequested'], to: 'needsReview' },
  approve: { from: ['needsReview'], to: 'approved' },
  requestChanges: { from: ['needsReview'], to: 'changesRequested' },
  archive: { from: STATUSES.filter((status) => status !== 'archived'), to: 'archived' },
};

/** How each status is reached, as a caller would do it. */
const VERBS: Record<Status, string> = {
  notStarted: 'notStarted',
  inProgress: 'inProgress (PATCH, or POST /form-submissions/start)',
  completed: 'completed (POST /form-submissions/submit)',
  needsReview: 'needsReview (POST /form-submissions/submit)',
  changesRequested: 'changesRequested (PATCH)',
  approved: 'approved (PATCH)',
  archived: 'archived (PATCH)',
};

/** @throws 400 naming the moves that are allowed, for one that is not. */
export function requireMove(id: string, from: Status, to: Status, approval: boolean): void {
  const { complete, submit } = SUBMISSION_MOVES;
  const other = approval ? complete : submit;
  const allowed = Object.values(SUBMISSION_MOVES)
    .filter((move) => move !== other && move.from.includes(from))
    .map((move) => move.to);
  if (allowed.includes(to)) return;
  const choices = allowed.map((status) => VERBS[status]).join(' or ');
  throw badRequest(
    allowed.length === 0
      ? `Form submission ${id} is ${from} and stays so; it cannot become ${to}.`
      : `Form submission ${id} is ${from} and cannot become ${to}. It may become ${choices}.`,
  );
}
