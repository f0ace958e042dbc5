import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { RequirementStatus } from './schema.ts';
import { readStatuses } from './store.ts';

/** What a requirement says of a subject, whenever that becomes different: by what somebody did, or by time. */
export const requirementStatus: Resource<RequirementStatus> = {
  name: 'requirementStatus',
  scope: 'Read Requirements',
  id: 'uuid',
  document: RequirementStatus,
  about: ({ subject }) => [subject.id],
  read: readStatuses,
  present: (orgId) => sql`select id::text from requirement_status where org_id = ${orgId}`,
};
