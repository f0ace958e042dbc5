import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { Template } from './schema.ts';
import { readTemplates } from './store.ts';

/** A template in its present revision; those before are its earlier documents. */
export const formTemplate: Resource<Template> = {
  name: 'formTemplate',
  scope: 'Read Form Submissions',
  id: 'uuid',
  document: Template,
  shared: true,
  about: () => [],
  read: async (database, orgId, ids) =>
    (await readTemplates(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from form_template where org_id = ${orgId}`,
};
