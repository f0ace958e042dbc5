import { sql } from '../../../../kernel/database/database.ts';
import type { Resource } from '../../../../kernel/ledger/resource.ts';
import { EligibilityOverride } from './schema.ts';
import { readOverrides } from './store.ts';

/** Somebody who may work though a requirement blocks it, because somebody else answers for it. */
export const eligibilityOverride: Resource<EligibilityOverride> = {
  name: 'eligibilityOverride',
  scope: 'Read Requirements',
  id: 'uuid',
  document: EligibilityOverride,
  about: ({ subject }) => [subject.id],
  read: async (database, orgId, ids) =>
    (await readOverrides(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from eligibility_override where org_id = ${orgId}`,
};
