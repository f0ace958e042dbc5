import { type Sql, sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { type Assignment, AssignmentDocument } from './schema.ts';
import { anyPastDue, noteOverdue, readDocuments } from './store.ts';

/** One time that a person trains: who, what, until when, and how far they are. */
export const trainingAssignment: Resource<AssignmentDocument> = {
  name: 'trainingAssignment',
  scope: 'Read Training Assignments',
  id: 'uuid',
  document: AssignmentDocument,
  about: ({ learner }) => [learner.id],
  read: readDocuments,
  present: (orgId): Sql =>
    sql`select id::text from assignment where org_id = ${orgId} and deleted_at is null`,
  served({ apiId: _, requirementId: _by, ...facts }, { at }): Assignment {
    const { status, dueAtTime, deletedAtTime } = facts;
    if (status === 'completed' || dueAtTime === undefined) return facts;
    const isPast = Date.parse(dueAtTime) < Date.parse(at);
    return { ...facts, isOverdue: isPast && deletedAtTime === undefined };
  },
  // `updatedAtTime` stays: nobody changed the assignment.
  transitions: [{ name: 'overdue', isDue: anyPastDue, note: noteOverdue }],
};
