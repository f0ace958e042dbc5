import { badRequest } from '../../../kernel/errors.ts';

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

/** Where a submission may go from each status. Whether its template asks for approval decides what handing in means. */
function movesFrom(status: Status, approval: boolean): Status[] {
  switch (status) {
    case 'notStarted':
      return ['inProgress', 'archived'];
    case 'inProgress':
      return [approval ? 'needsReview' : 'completed', 'archived'];
    case 'needsReview':
      return ['approved', 'changesRequested', 'archived'];
    case 'changesRequested':
      return ['needsReview', 'archived'];
    case 'completed':
    case 'approved':
      return ['archived'];
    case 'archived':
      return [];
  }
}

/** @throws 400 naming the moves that are allowed, for one that is not. */
export function requireMove(id: string, from: Status, to: Status, approval: boolean): void {
  const allowed = movesFrom(from, approval);
  if (allowed.includes(to)) return;
  const choices = allowed.map((status) => VERBS[status]).join(' or ');
  throw badRequest(
    allowed.length === 0
      ? `Form submission ${id} is ${from} and stays so; it cannot become ${to}.`
      : `Form submission ${id} is ${from} and cannot become ${to}. It may become ${choices}.`,
  );
}
