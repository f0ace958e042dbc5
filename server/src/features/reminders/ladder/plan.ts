import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, type Queryable, sql, table } from '../../../kernel/database/database.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { contactsOf, holdersOnTags, organizationSettings } from '../../directory/index.ts';
import type { ChangedStatus, StatusPlace } from '../../requirements/index.ts';
import {
  addReminders,
  type NewReminder,
  noteOutcomes,
  type Outcome,
  type ReminderRow,
  remindersOf,
} from '../messages/store.ts';
import type { PolicyContent } from '../policies/schema.ts';
import { policyFinder } from '../policies/store.ts';
import { moveTo } from './position.ts';
import { allowedAt, type Step, stepsOf } from './steps.ts';

/** Why there is no reminder of a status that calls for none. */
export const REASONS: Readonly<Record<string, string>> = {
  waived: 'Waived.',
  current: 'Already satisfied.',
  notNeeded: 'No longer needed.',
};
export const SUPERSEDED = 'Superseded by a later step.';
export const OTHER_CYCLE = 'The due time has changed.';
const POLICY_OFF = 'The policy is off.';

/** Whether somebody is to be reminded of it. */
export const callsFor = (status: string): boolean => ['missing', 'expiring', 'expired'].includes(status);

/** What the steps of some statuses come to. */
interface Planned {
  made: NewReminder[];
  ended: Outcome[];
  next: { subjectId: string; requirementId: string; at: string | null }[];
}

/** Makes the rows of all steps that have come for some statuses, and notes when their next ones come. */
export async function planSteps(
  database: Database,
  orgId: string,
  statuses: readonly ChangedStatus[],
  now: string,
  place?: StatusPlace,
): Promise<void> {
  const ids = [...new Set(statuses.map(({ subjectId }) => subjectId))];
  const policyOf = await policyFinder(database, orgId);
  const { timeZone } = await organizationSettings(database, orgId);
  const contacts = await contactsOf(database, orgId, ids);
  const managers = await managersOf(database, orgId, statuses, policyOf);
  const before = new Map<string, ReminderRow[]>();
  const requirementIds = [...new Set(statuses.map(({ requirementId }) => requirementId))];
  for (const row of await remindersOf(database, orgId, ids, requirementIds)) {
    const key = `${row.requirementId} ${row.subjectId}`;
    before.set(key, [...(before.get(key) ?? []), row]);
  }
  const planned: Planned = { made: [], ended: [], next: [] };
  for (const status of statuses) {
    const { requirementId, subjectId } = status;
    planOne(planned, status, now, {
      policy: policyOf(requirementId),
      zone: contacts.get(subjectId)?.timeZone ?? timeZone,
      recipients: managers(requirementId, subjectId),
      rows: before.get(`${requirementId} ${subjectId}`) ?? [],
    });
  }
  const finish = async (tx: Queryable): Promise<void> => {
    await saveNext(tx, orgId, planned.next);
    if (place) await moveTo(tx, orgId, place);
  };
  if (planned.made.length + planned.ended.length === 0) return database.transaction(finish);
  await write(database, systemWriter(orgId, 'reminders'), async (tx: Tx) => {
    await addReminders(tx, planned.made);
    await noteOutcomes(tx, 'planned', planned.ended);
    await finish(tx);
  });
}

interface About {
  policy: PolicyContent;
  zone: string;
  /** Managers who get copies. */
  recipients: readonly string[];
  rows: readonly ReminderRow[];
}

function planOne(planned: Planned, status: ChangedStatus, now: string, about: About): void {
  const { requirementId, subjectId, subjectType, dueAt } = status;
  const { policy, zone, recipients, rows } = about;
  const end = (which: readonly ReminderRow[], reason: string): void => {
    for (const { id } of which.filter(({ state }) => state === 'planned'))
      planned.ended.push({ id, state: 'suppressed', reason });
  };
  if (!callsFor(status.status) || dueAt === undefined || !policy.isOn) {
    // What somebody asked for goes by no policy.
    if (callsFor(status.status))
      end(
        rows.filter(({ step }) => !step.startsWith('now')),
        POLICY_OFF,
      );
    else end(rows, REASONS[status.status] ?? 'Nothing is due.');
    planned.next.push({ subjectId, requirementId, at: null });
    return;
  }
  end(
    rows.filter((row) => row.dueAt !== dueAt),
    OTHER_CYCLE,
  );
  const ofCycle = rows.filter((row) => row.dueAt === dueAt);
  const steps = stepsOf(policy, dueAt, zone);
  const passed = steps.filter(({ at }) => at <= now);
  const last = passed.at(-1);
  end(
    ofCycle.filter(({ step }) => !step.startsWith('now') && last && Number(step) < last.days),
    SUPERSEDED,
  );
  const known = new Set(ofCycle.map(({ step, recipientId }) => `${step} ${recipientId}`));
  const add = (step: Step, recipientId: string): void => {
    if (known.has(`${step.days} ${recipientId}`)) return;
    const isLast = step === last;
    planned.made.push({
      id: newId(),
      subjectId,
      subjectType,
      requirementId,
      dueAt,
      step: String(step.days),
      recipientId,
      plannedAt: step.at,
      sendAt: allowedAt(policy, now, zone),
      state: isLast ? 'planned' : 'suppressed',
      reason: isLast ? null : SUPERSEDED,
    });
  };
  for (const step of passed) {
    add(step, subjectId);
    if (step.days >= policy.managersFromDay) for (const id of recipients) add(step, id);
  }
  planned.next.push({ subjectId, requirementId, at: steps.find(({ at }) => at > now)?.at ?? null });
}

/** Answers who gets copies of what is said of a requirement and subject. */
async function managersOf(
  database: Queryable,
  orgId: string,
  statuses: readonly ChangedStatus[],
  policyOf: (requirementId: string) => PolicyContent,
): Promise<(requirementId: string, subjectId: string) => readonly string[]> {
  const roles = new Map<string, Map<string, string[]>>();
  for (const { requirementId } of statuses) {
    const { managerRoleId, isOn } = policyOf(requirementId);
    if (!isOn || managerRoleId === null || roles.has(managerRoleId)) continue;
    const ids = [...new Set(statuses.map(({ subjectId }) => subjectId))];
    roles.set(managerRoleId, await holdersOnTags(database, orgId, managerRoleId, ids));
  }
  return (requirementId, subjectId) =>
    roles.get(policyOf(requirementId).managerRoleId ?? '')?.get(subjectId) ?? [];
}

async function saveNext(database: Queryable, orgId: string, next: Planned['next']): Promise<void> {
  const gone = next.filter(({ at }) => at === null);
  if (gone.length > 0)
    await database.rows(sql`
      delete from reminder_plan where org_id = ${orgId} and (subject_id, requirement_id) in (
        select * from unnest(${gone.map(({ subjectId }) => subjectId)}::bigint[],
          ${gone.map(({ requirementId }) => requirementId)}::uuid[]))`);
  const set = next.filter(({ at }) => at !== null);
  if (set.length > 0)
    await database.rows(sql`
      insert into reminder_plan (org_id, subject_id, requirement_id, next_at)
      select ${orgId}::bigint, subject_id, requirement_id, next_at
      from ${table('next', set, {
        subject_id: ['bigint', ({ subjectId }) => subjectId],
        requirement_id: ['uuid', ({ requirementId }) => requirementId],
        next_at: ['timestamptz', ({ at }) => at],
      })}
      on conflict (org_id, subject_id, requirement_id) do update set next_at = excluded.next_at`);
}

/** Pairs of subject and requirement whose next step has come. */
export async function duePairs(
  database: Queryable,
  orgId: string,
  now: string,
  limit: number,
): Promise<{ subjectId: string; requirementId: string }[]> {
  const rows = await database.rows(sql`
    select subject_id, requirement_id from reminder_plan
    where org_id = ${orgId} and next_at <= ${now}::timestamptz order by next_at limit ${limit}`);
  return rows.map(([subjectId, requirementId]) => ({ subjectId, requirementId }));
}
