import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { Requirement } from './schema.ts';
import { readRequirements } from './store.ts';

/** A rule: who has to have what, by when. What an earlier revision said is in the document of its publication. */
export const requirement: Resource<Requirement> = {
  name: 'requirement',
  scope: 'Read Requirements',
  id: 'uuid',
  document: Requirement,
  shared: true,
  about: () => [],
  read: async (database, orgId, ids) =>
    (await readRequirements(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from requirement where org_id = ${orgId}`,
};
