import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { Occurrence } from './schema.ts';
import { readOccurrences } from './store.ts';

/** Something that happened to a subject. */
export const occurrence: Resource<Occurrence> = {
  name: 'occurrence',
  scope: 'Read Requirements',
  id: 'uuid',
  document: Occurrence,
  about: ({ subject }) => [subject.id],
  read: async (database, orgId, ids) =>
    (await readOccurrences(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from occurrence where org_id = ${orgId}`,
};
