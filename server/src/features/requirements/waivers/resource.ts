import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { Waiver } from './schema.ts';
import { readWaivers } from './store.ts';

/** A requirement that somebody lifted for a subject. */
export const waiver: Resource<Waiver> = {
  name: 'waiver',
  scope: 'Read Requirements',
  id: 'uuid',
  document: Waiver,
  about: ({ subject }) => [subject.id],
  read: async (database, orgId, ids) =>
    (await readWaivers(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from waiver where org_id = ${orgId}`,
};
