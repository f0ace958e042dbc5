import type { Move, Moves } from '../../../kernel/moves.ts';
import type { RecordStatus } from './document.ts';

/** What may be done with a record in which status. One that is there already is left alone. */
export const RECORD_MOVES = {
  archive: { from: ['active', 'archived'], to: 'archived' },
  unarchive: { from: ['active', 'archived'], to: 'active' },
  delete: { from: ['active', 'archived'], to: 'deleted' },
  /** What becomes of a record by its renewal. */
  renew: { from: ['active', 'archived'], to: 'archived' },
} as const satisfies Moves<RecordStatus>;

export type RecordMove = Move<RecordStatus>;

/** In which status anything else of a record may be changed. */
export const CHANGEABLE: Pick<RecordMove, 'from'> = { from: ['active', 'archived'] };
