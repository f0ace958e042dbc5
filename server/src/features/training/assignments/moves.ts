import type { Moves } from '../../../kernel/moves.ts';
import type { AssignmentStatus } from './schema.ts';

/** What a learner may do with an assignment, and when. */
export const ASSIGNMENT_MOVES = {
  start: { from: ['notStarted'], to: 'inProgress' },
  progress: { from: ['notStarted', 'inProgress'], to: 'inProgress' },
  complete: { from: ['notStarted', 'inProgress'], to: 'completed' },
  reopen: { from: ['completed'], to: 'inProgress' },
} as const satisfies Moves<AssignmentStatus>;

export type AssignmentVerb = keyof typeof ASSIGNMENT_MOVES;
