import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Resource, Tx } from '../../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';

const ReminderRefusal = Shape('ReminderRefusal', {
  id: Type.String({ description: 'The person.' }),
  refusedAtTime: Time('Since when they want no reminders by mail.'),
});
type ReminderRefusal = Static<typeof ReminderRefusal>;

/** Those of some people who want no reminders by mail. */
export async function refusedBy(
  database: Queryable,
  orgId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await database.rows(sql`
    select person_id from reminder_refusal where org_id = ${orgId} and person_id = any(${personIds}::bigint[])`);
  return new Set(rows.map(([id]) => id));
}

export async function addRefusal(tx: Tx, personId: string): Promise<void> {
  const rows = await tx.rows(sql`
    insert into reminder_refusal (org_id, person_id, refused_at) values (${tx.orgId}, ${personId}, ${tx.at})
    on conflict do nothing returning person_id`);
  if (rows.length > 0) tx.changed(reminderRefusal, 'create', [personId]);
}

export async function takeRefusal(tx: Tx, personId: string): Promise<void> {
  await tx.removing(reminderRefusal, [personId]);
  await tx.rows(sql`delete from reminder_refusal where org_id = ${tx.orgId} and person_id = ${personId}`);
}

/** That somebody wants no reminders by mail. */
export const reminderRefusal: Resource<ReminderRefusal> = {
  name: 'reminderRefusal',
  scope: 'Read Requirements',
  id: 'number',
  document: ReminderRefusal,
  about: ({ id }) => [id],
  read: async (database, orgId, ids) => {
    const rows = await database.rows(sql`
      select person_id, refused_at from reminder_refusal
      where org_id = ${orgId} and person_id = any(${ids}::bigint[])`);
    return rows.map(([id, at]) => ({ id, document: { id, refusedAtTime: wireTime(at) } }));
  },
  present: (orgId) => sql`select person_id::text from reminder_refusal where org_id = ${orgId}`,
};
