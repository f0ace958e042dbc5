import type { Row } from '../../../kernel/database.ts';
import type { Change } from '../../../kernel/write.ts';
import { assignmentJson } from './wire.ts';

/** The ledger changes of written assignments, each with the document as it is served. */
export const assignmentChanges = (operation: Change['operation'], rows: Row[], at: string): Change[] =>
  rows.map((row) => ({
    resource: 'trainingAssignment',
    id: row[0],
    operation,
    document: assignmentJson(row, at),
  }));
