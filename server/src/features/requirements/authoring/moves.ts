import type { Moves } from '../../../kernel/moves.ts';
import type { State } from './schema.ts';

/** What may be done with a requirement in which state. */
export const REQUIREMENT_MOVES = {
  update: { from: ['draft', 'published'], to: 'published' },
  publish: { from: ['draft', 'published'], to: 'published' },
  archive: { from: ['draft', 'published', 'archived'], to: 'archived' },
} as const satisfies Moves<State>;
