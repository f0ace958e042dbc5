import { sql } from '../../../kernel/database/database.ts';
import type { Changed, Resource } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { SessionDocument } from './schema.ts';
import { readSessions, type SessionRow } from './store.ts';

/** A session without what opens it: neither the secret nor the hash of it. */
export const sessionChanged = (row: SessionRow): Changed<SessionDocument> => ({
  id: row.id,
  document: {
    id: row.id,
    personId: row.personId,
    personType: row.personType,
    method: row.method,
    deviceName: row.deviceName,
    madeAtTime: wireTime(row.madeAt),
    endsAtTime: wireTime(row.endsAt),
    ...(row.endedAt === null ? {} : { endedAtTime: wireTime(row.endedAt) }),
    ...(row.endReason === null ? {} : { endReason: row.endReason }),
  },
});

/** That somebody has signed in. One that has ended is deleted, though its row stays. */
export const session: Resource<SessionDocument> = {
  name: 'session',
  scope: 'Read Accounts',
  id: 'uuid',
  document: SessionDocument,
  about: ({ personId }) => [personId],
  read: async (database, orgId, ids) => (await readSessions(database, orgId, ids)).map(sessionChanged),
  present: (orgId) => sql`select id::text from session where org_id = ${orgId} and ended_at is null`,
};
