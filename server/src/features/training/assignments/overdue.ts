import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database.ts';
import type { Job } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { assignmentChanges } from './changes.ts';
import { rowAt, toAssignment } from './wire.ts';

const BATCH = 500;

/**
 * Puts the passing of due dates into the ledger, once each. It looks for what has passed and is not yet noted,
 * so a server that was down for a while catches up. `updatedAtTime` stays: nobody changed the assignment.
 *
 * @returns how many were noted.
 */
export async function noteOverdue(database: Database): Promise<number> {
  // Across organizations on purpose: this is the scheduler, not a caller.
  const due = await database.rows(sql`
    select distinct org_id from assignment
    where status <> 'completed' and deleted_at is null and overdue_noted_at is null and due_at < now()`);
  let noted = 0;
  for (const [orgId] of due) {
    for (let count = BATCH; count === BATCH; noted += count) count = await noteBatch(database, orgId);
  }
  return noted;
}

const noteBatch = (database: Database, orgId: string): Promise<number> =>
  write(database, systemWriter(orgId, 'overdue'), async (tx, stamp) => {
    const rows = await tx.rows(sql`
      update assignment set overdue_noted_at = ${stamp.at}
      where assignment.org_id = ${orgId} and assignment.id in (
        select id from assignment where org_id = ${orgId} and status <> 'completed' and deleted_at is null
          and overdue_noted_at is null and due_at < ${stamp.at}::timestamptz
        order by due_at limit ${BATCH})
      returning ${rowAt(stamp.at)}`);
    stamp.record(...assignmentChanges('overdue', rows.map(toAssignment)));
    return rows.length;
  });

export const overdueJob: Job = {
  name: 'training.note-overdue',
  cron: '* * * * *',
  run:
    ({ database }) =>
    async () => {
      await noteOverdue(database);
    },
};
