import type { Caller } from '../../../kernel/auth.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { contactsOf, findSubjects, organizationSettings } from '../../directory/index.ts';
import { keptOfPairs, requirementNames } from '../../requirements/index.ts';
import { callsFor, REASONS } from '../ladder/plan.ts';
import { beginFollowing } from '../ladder/position.ts';
import { allowedAt } from '../ladder/steps.ts';
import { policyFinder } from '../policies/store.ts';
import { refusedBy } from '../unsubscribing/store.ts';
import type { RemindNow, RemindOutcome } from './schema.ts';
import { addReminders, type NewReminder } from './store.ts';

/** Reminds people of what they lack, once a day each. @throws 404 for a subject or requirement that is not there */
export const remindNow = (
  database: Database,
  caller: Caller,
  { pairs }: RemindNow,
  hasMail: boolean,
): Promise<RemindOutcome[]> =>
  write(database, caller, async (tx) => {
    const given = await subjectsByName(tx, caller, pairs);
    const wanted = pairs.map(({ subjectId, requirementId }) => ({
      subjectId: given.get(subjectId) as string,
      requirementId: requirementId.toLowerCase(),
    }));
    const names = await requirementNames(
      tx,
      tx.orgId,
      wanted.map(({ requirementId }) => requirementId),
    );
    const unknown = wanted.find(({ requirementId }) => !names.has(requirementId));
    if (unknown) throw notFound(`requirementId: no requirement ${unknown.requirementId}.`);
    const ids = wanted.map(({ subjectId }) => subjectId);
    const statuses = new Map(
      (await keptOfPairs(tx, tx.orgId, wanted)).map((each) => [
        `${each.requirementId} ${each.subjectId}`,
        each,
      ]),
    );
    const contacts = await contactsOf(tx, tx.orgId, ids);
    const refused = await refusedBy(tx, tx.orgId, ids);
    const policyOf = await policyFinder(tx, tx.orgId);
    const { timeZone } = await organizationSettings(tx, tx.orgId);
    const now = caller.now.toISOString();
    const made: NewReminder[] = [];
    const outcomes = wanted.map(({ subjectId, requirementId }): RemindOutcome => {
      const no = (reason: string): RemindOutcome => ({
        subjectId,
        requirementId,
        outcome: 'suppressed',
        reason,
      });
      const status = statuses.get(`${requirementId} ${subjectId}`);
      if (!status || !callsFor(status.status) || status.dueAt === undefined)
        return no(REASONS[status?.status ?? 'notNeeded'] ?? 'Nothing is due.');
      const contact = contacts.get(subjectId);
      if (!contact?.email) return no(contact ? 'No address.' : 'A vehicle has no address.');
      if (!contact.isActive) return no('The person is deactivated.');
      if (refused.has(subjectId)) return no('Unsubscribed.');
      if (!hasMail) return no('No mail server is set (CREWREADY_SMTP_URL).');
      const zone = contact.timeZone ?? timeZone;
      const sendAt = allowedAt(policyOf(requirementId), now, zone);
      const id = newId();
      made.push({
        id,
        subjectId,
        subjectType: status.subjectType,
        requirementId,
        dueAt: status.dueAt,
        step: `now ${dayOf(zone, now)}`,
        recipientId: subjectId,
        plannedAt: now,
        sendAt,
        state: 'planned',
        reason: null,
      });
      return {
        subjectId,
        requirementId,
        outcome: 'planned',
        reminderId: id,
        sendAtTime: sendAt.replace('.000Z', 'Z'),
      };
    });
    await beginFollowing(tx, tx.orgId);
    const added = await addReminders(tx, made);
    return outcomes.map((outcome) =>
      outcome.reminderId === undefined || added.has(outcome.reminderId)
        ? outcome
        : {
            subjectId: outcome.subjectId,
            requirementId: outcome.requirementId,
            outcome: 'suppressed',
            reason: 'Already reminded by hand today.',
          },
    );
  });

async function subjectsByName(
  tx: Parameters<typeof findSubjects>[0],
  caller: Caller,
  pairs: RemindNow['pairs'],
): Promise<Map<string, string>> {
  const texts = [...new Set(pairs.map(({ subjectId }) => subjectId))];
  const subjects = await findSubjects(tx, caller, 'subjectId', texts);
  // One subject that is called by several names is answered once: then each is asked for by itself.
  const isEach = subjects.length === texts.length;
  const found = new Map<string, string>();
  for (const [n, text] of texts.entries()) {
    const [subject] = isEach ? [subjects[n]] : await findSubjects(tx, caller, 'subjectId', [text]);
    found.set(text, subject?.id ?? '');
  }
  return found;
}
