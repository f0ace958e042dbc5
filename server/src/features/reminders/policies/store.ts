import { and, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Resource, Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { DEFAULT_POLICY, type PolicyContent, ReminderPolicy } from './schema.ts';

/** The id of the policy of the whole organization. */
export const ORGANIZATION = 'organization';

const toPolicy = ([id, content, updatedAt, updatedBy]: Row): ReminderPolicy => ({
  id,
  ...(id === ORGANIZATION ? {} : { requirementId: id }),
  ...(JSON.parse(content) as PolicyContent),
  updatedAtTime: wireTime(updatedAt),
  updatedById: updatedBy,
});

/** The policies that were set, the organization's first; those of `ids` alone where they are given. */
export async function readPolicies(
  database: Queryable,
  orgId: string,
  ids?: readonly string[],
): Promise<ReminderPolicy[]> {
  const rows = await database.rows(sql`
    select id, content::text, updated_at, updated_by from reminder_policy
    where org_id = ${orgId} ${and(ids && sql`id = any(${ids}::text[])`)}
    order by id <> ${ORGANIZATION}, id`);
  return rows.map(toPolicy);
}

/** Answers which policy a requirement goes by. */
export async function policyFinder(
  database: Queryable,
  orgId: string,
): Promise<(requirementId: string) => PolicyContent> {
  const all = new Map((await readPolicies(database, orgId)).map((policy) => [policy.id, policy]));
  return (requirementId) => all.get(requirementId) ?? all.get(ORGANIZATION) ?? DEFAULT_POLICY;
}

export async function savePolicy(tx: Tx, id: string, content: PolicyContent): Promise<void> {
  await tx.rows(sql`
    insert into reminder_policy (org_id, id, content, updated_at, updated_by)
    values (${tx.orgId}, ${id}, ${JSON.stringify(content)}, ${tx.at}, ${tx.actor})
    on conflict (org_id, id) do update set content = excluded.content, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`);
  tx.changed(reminderPolicy, 'update', [id]);
}

/** When who is reminded. */
export const reminderPolicy: Resource<ReminderPolicy> = {
  name: 'reminderPolicy',
  scope: 'Read Requirements',
  id: 'text',
  document: ReminderPolicy,
  shared: true,
  about: () => [],
  read: async (database, orgId, ids) =>
    (await readPolicies(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id from reminder_policy where org_id = ${orgId}`,
};
