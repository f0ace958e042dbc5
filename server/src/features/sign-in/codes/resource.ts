import { sql } from '../../../kernel/database/database.ts';
import type { Changed, Resource } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { type SignInCode, SignInCodeDocument } from './schema.ts';
import { type CodeRow, readCodes } from './store.ts';

/** A code as it is served. */
export const servedCode = (row: CodeRow): SignInCode => ({
  id: row.id,
  purpose: row.purpose,
  ...(row.personId === null ? {} : { personId: row.personId }),
  ...(row.personType === null ? {} : { personType: row.personType }),
  madeAtTime: wireTime(row.madeAt),
  endsAtTime: wireTime(row.endsAt),
});

/** A code without what opens anything: neither its text nor the hash of it. */
export const codeChanged = (row: CodeRow): Changed<SignInCodeDocument> => ({
  id: row.id,
  document: {
    ...servedCode(row),
    ...(row.endedAt === null ? {} : { endedAtTime: wireTime(row.endedAt) }),
    ...(row.endReason === null ? {} : { endReason: row.endReason }),
  },
});

/** What signs somebody in once. One that was used, withdrawn or is over is deleted, though its row stays. */
export const signInCode: Resource<SignInCodeDocument> = {
  name: 'signInCode',
  scope: 'Read Accounts',
  id: 'uuid',
  document: SignInCodeDocument,
  about: ({ personId }) => (personId ? [personId] : []),
  read: async (database, orgId, ids) => (await readCodes(database, orgId, ids)).map(codeChanged),
  present: (orgId) => sql`select id::text from sign_in_code where org_id = ${orgId} and ended_at is null`,
};
