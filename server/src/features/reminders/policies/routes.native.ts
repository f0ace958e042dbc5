import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { unknownRoles } from '../../directory/index.ts';
import { requirementNames } from '../../requirements/index.ts';
import { beginAnew, mailState } from '../ladder/position.ts';
import {
  DEFAULT_POLICY,
  PatchReminderPolicy,
  PoliciesReply,
  PolicyContent,
  PolicyReply,
  type ReminderPolicy,
} from './schema.ts';
import { ORGANIZATION, readPolicies, savePolicy } from './store.ts';

const tags = ['Reminders'];

/** When who is reminded of what. */
export const policyRoutes: Routes = (app, { database, smtp, clock }) => {
  app.get(
    '/reminder-policies',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listReminderPolicies',
        summary: 'When people are reminded, and how the mail server is',
        tags,
        response: { 200: PoliciesReply },
      },
    },
    async ({ caller }) => {
      const set = await readPolicies(database, caller.orgId);
      const data = set[0]?.id === ORGANIZATION ? set : [{ id: ORGANIZATION, ...DEFAULT_POLICY }, ...set];
      const mail = await mailState(database, caller.orgId, clock.now());
      return { data, mail: { isSet: smtp !== undefined, ...mail } };
    },
  );

  app.patch(
    '/reminder-policies',
    {
      config: { scope: 'Write Requirements', limit: '100/minute' },
      schema: {
        operationId: 'updateReminderPolicy',
        summary: 'Change when people are reminded',
        description:
          "Only what is named changes; a requirement's own policy begins as the organization's. Of the steps that have passed by then at most the last is sent, the others say that it superseded them.",
        tags,
        body: PatchReminderPolicy,
        response: { 200: PolicyReply },
      },
    },
    async ({ caller, body }) => ({ data: await changePolicy(database, caller, body) }),
  );
};

/** @throws 404 for a requirement or role that is not there */
const changePolicy = (
  database: Database,
  caller: Caller,
  { requirementId, ...patch }: PatchReminderPolicy,
): Promise<ReminderPolicy> =>
  write(database, caller, async (tx) => {
    const id = requirementId?.toLowerCase() ?? ORGANIZATION;
    if (requirementId && !(await requirementNames(tx, tx.orgId, [id])).has(id))
      throw notFound(`requirementId: no requirement ${requirementId}.`);
    const { managerRoleId } = patch;
    if (managerRoleId && (await unknownRoles(tx, tx.orgId, [managerRoleId])).length > 0)
      throw notFound(`managerRoleId: no role ${managerRoleId}.`);
    const set = new Map((await readPolicies(tx, tx.orgId)).map((policy) => [policy.id, policy]));
    const before = contentOf(set.get(id) ?? set.get(ORGANIZATION) ?? DEFAULT_POLICY);
    const after = { ...before, ...patch };
    if (!set.has(id) || !isDeepStrictEqual(before, after)) {
      await savePolicy(tx, id, after);
      await beginAnew(tx, tx.orgId);
    }
    const [saved] = await readPolicies(tx, tx.orgId, [id]);
    return saved as ReminderPolicy;
  });

const contentOf = (policy: PolicyContent): PolicyContent =>
  Object.fromEntries(
    Object.keys(PolicyContent.properties).map((key) => [key, policy[key as keyof PolicyContent]]),
  ) as PolicyContent;
