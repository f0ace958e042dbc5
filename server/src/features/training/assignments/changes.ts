import type { Change } from '../../../kernel/ledger/write.ts';
import type { AssignmentRow } from './wire.ts';

/** The ledger changes of written assignments. */
export const assignmentChanges = (operation: Change['operation'], rows: AssignmentRow[]): Change[] =>
  rows.map(({ id, document }) => ({ resource: 'trainingAssignment', id, operation, document }));
