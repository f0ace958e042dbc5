import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { QualificationType } from './schema.ts';
import { readTypes } from './store.ts';

/** What its revisions asked for is what its documents said. */
export const qualificationType: Resource<QualificationType> = {
  name: 'qualificationType',
  scope: 'Read Qualification Records',
  id: 'uuid',
  document: QualificationType,
  shared: true,
  about: () => [],
  read: async (database, orgId, ids) =>
    (await readTypes(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from qualification_type where org_id = ${orgId}`,
};
