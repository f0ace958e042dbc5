import { systemWriter } from '../../../kernel/auth.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { mailProblem, type Sent, sendMail } from '../../../kernel/mail.ts';
import { contactsOf, organizationName, organizationSettings, subjectNames } from '../../directory/index.ts';
import { requirementTitles, statusesAt } from '../../requirements/index.ts';
import { languageOf } from '../letters/language.ts';
import { letterOf } from '../letters/letter.ts';
import {
  noteOutcomes,
  type Outcome,
  type ReminderRow,
  unansweredReminders,
  waitingReminders,
  waitLonger,
} from '../messages/store.ts';
import { policyFinder } from '../policies/store.ts';
import { unsubscribeUrl } from '../unsubscribing/address.ts';
import { refusedBy } from '../unsubscribing/store.ts';
import { callsFor, OTHER_CYCLE, REASONS } from './plan.ts';
import { mayTryMail, noteMail } from './position.ts';
import { allowedAt } from './steps.ts';

/** Reminders that are claimed at once: those that nobody knows of when the process dies. */
const BATCH = 10;
/** How long a claim without an answer is somebody's who still waits for it. */
const STALE_MS = 20 * 60_000;
/** How long after each refusal for now it is tried again; after the last it has failed. */
const AGAIN_MS = [1, 5, 15, 60, 240, 720, 1440, 1440, 1440, 1440, 1440].map((minutes) => minutes * 60_000);
const UNKNOWN = 'Nobody heard whether the mail server took it';

/** Sends what may be sent now, each reminder claimed before; false when nothing was left or the mail server is away. */
export async function sendSome(services: Services, orgId: string, signal: AbortSignal): Promise<boolean> {
  const { database, clock, smtp } = services;
  const now = clock.now().toISOString();
  await settleUnanswered(services, orgId, now);
  if (!(await mayTryMail(database, orgId, now))) return false;
  const waiting = await waitingReminders(database, orgId, now, BATCH);
  if (waiting.length === 0) return false;
  const { ready, ended, later } = await sortOut(services, orgId, waiting, now);
  await waitLonger(database, orgId, later);
  if (ready.length > 0 && smtp) {
    const problem = await mailProblem(smtp);
    await noteMail(database, orgId, now, problem);
    if (problem !== undefined) ready.length = 0;
    await settle(services, orgId, ended);
    if (problem !== undefined) return false;
  } else await settle(services, orgId, ended);
  const claimed = await write(database, systemWriter(orgId, 'reminders'), (tx) =>
    noteOutcomes(
      tx,
      'planned',
      ready.map(({ row }) => ({
        id: row.id,
        state: 'sent',
        reason: null,
        sentAt: now,
        attempts: row.attempts + 1,
      })),
    ),
  );
  for (const { row, mail } of ready.filter(({ row: { id } }) => claimed.has(id))) {
    const sent: Sent =
      signal.aborted || !smtp
        ? { outcome: 'unreached', words: 'The server was stopped.' }
        : await sendMail(smtp, mail);
    await write(database, systemWriter(orgId, 'reminders'), (tx) =>
      noteOutcomes(tx, 'sent', [outcomeOf(row, sent, clock.now())]),
    );
    if (sent.outcome === 'unreached' && !signal.aborted) await noteMail(database, orgId, now, sent.words);
  }
  return !signal.aborted;
}

/** What an answer makes of a claimed reminder. */
function outcomeOf(row: ReminderRow, { outcome, words }: Sent, now: Date): Outcome {
  const answered = { id: row.id, reason: words, answeredAt: now.toISOString() };
  const after = (ms: number): string => new Date(now.getTime() + ms).toISOString();
  if (outcome === 'accepted') return { ...answered, state: 'accepted' };
  if (outcome === 'refused') return { ...answered, state: 'failed' };
  if (outcome === 'unknown') return unknownOf(row, words, after(60_000));
  const wait = outcome === 'unreached' ? 60_000 : AGAIN_MS[row.attempts];
  if (wait === undefined) return { ...answered, state: 'failed' };
  return { ...answered, state: 'planned', sendAt: after(wait) };
}

/** Of a message that may have arrived one more is sent, and no third. */
const unknownOf = ({ id, unanswered }: ReminderRow, words: string, sendAt: string): Outcome => ({
  id,
  reason: `${UNKNOWN}${unanswered === 0 ? '; it is sent once more' : ', twice'}: ${words}`,
  unanswered: unanswered + 1,
  ...(unanswered === 0 ? { state: 'planned', sendAt } : { state: 'unknown' }),
});

/** Those whose process died between the claim and the answer. */
async function settleUnanswered({ database }: Services, orgId: string, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - STALE_MS).toISOString();
  const rows = await unansweredReminders(database, orgId, before);
  if (rows.length === 0) return;
  await write(database, systemWriter(orgId, 'reminders'), (tx) =>
    noteOutcomes(
      tx,
      'sent',
      rows.map((row) => unknownOf(row, 'the server was stopped meanwhile.', now)),
    ),
  );
}

async function settle({ database }: Services, orgId: string, ended: readonly Outcome[]): Promise<void> {
  if (ended.length > 0)
    await write(database, systemWriter(orgId, 'reminders'), (tx) => noteOutcomes(tx, 'planned', ended));
}

interface Sorted {
  ready: { row: ReminderRow; mail: Parameters<typeof sendMail>[1] }[];
  ended: Outcome[];
  later: { id: string; sendAt: string }[];
}

/** Whom nothing is sent and why, who waits, and what the others are sent: by what is so now, not when it was planned. */
async function sortOut(
  { database, smtp, publicUrl = '', signedUrls }: Services,
  orgId: string,
  rows: readonly ReminderRow[],
  now: string,
): Promise<Sorted> {
  const sight = { orgId, tagIds: null };
  const subjectIds = [...new Set(rows.map(({ subjectId }) => subjectId))];
  const requirementIds = [...new Set(rows.map(({ requirementId }) => requirementId))];
  const people = [...new Set(rows.flatMap(({ subjectId, recipientId }) => [subjectId, recipientId]))];
  const statuses = await statusesAt(database, orgId, subjectIds, requirementIds, now);
  const titles = await requirementTitles(database, orgId, requirementIds);
  const names = await subjectNames(database, sight, subjectIds);
  const contacts = await contactsOf(database, orgId, people);
  const refused = await refusedBy(database, orgId, people);
  const policyOf = await policyFinder(database, orgId);
  const { timeZone } = await organizationSettings(database, orgId);
  const organization = await organizationName(database, orgId);
  const sorted: Sorted = { ready: [], ended: [], later: [] };
  for (const row of rows) {
    const { id, subjectId, requirementId, recipientId } = row;
    const policy = policyOf(requirementId);
    const contact = contacts.get(recipientId);
    const status = statuses.get(`${requirementId} ${subjectId}`);
    const reason = reasonAgainst(row, status, contact, { hasMail: smtp !== undefined, refused });
    if (reason !== undefined || !contact?.email) {
      sorted.ended.push({ id, state: 'suppressed', reason: reason ?? 'No address.' });
      continue;
    }
    const zone = contacts.get(subjectId)?.timeZone ?? timeZone;
    const sendAt = allowedAt(policy, now, zone);
    if (sendAt > now) {
      sorted.later.push({ id, sendAt });
      continue;
    }
    const [today, dueDay] = [dayOf(zone, now), dayOf(zone, row.dueAt)];
    const unsubscribe = unsubscribeUrl(signedUrls, publicUrl, orgId, recipientId);
    const letter = letterOf({
      language: languageOf(contact, policy.language),
      organization,
      recipient: contact.name,
      ...(recipientId === subjectId ? {} : { subject: names.get(subjectId)?.name ?? subjectId }),
      requirement: titles.get(requirementId)?.name ?? '',
      citation: titles.get(requirementId)?.citation,
      dueAt: row.dueAt,
      zone,
      when: today < dueDay ? 'before' : today === dueDay ? 'due' : 'after',
      link: `${publicUrl}/person/${subjectId}`,
      unsubscribe,
    });
    sorted.ready.push({
      row,
      mail: {
        ...letter,
        to: { name: contact.name, address: contact.email },
        // The same for a message that is repeated, so that a mailbox can tell.
        messageId: `<${id}@reminders.crewready>`,
        headers: {
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'Auto-Submitted': 'auto-generated',
        },
      },
    });
  }
  return sorted;
}

function reasonAgainst(
  row: ReminderRow,
  status: { status: string; dueAt?: string | undefined } | undefined,
  contact: { isActive: boolean; email?: string } | undefined,
  { hasMail, refused }: { hasMail: boolean; refused: ReadonlySet<string> },
): string | undefined {
  if (!status) return REASONS.notNeeded;
  if (!callsFor(status.status)) return REASONS[status.status];
  if (status.dueAt !== row.dueAt) return OTHER_CYCLE;
  if (!contact)
    return row.subjectType === 'vehicle' ? 'A vehicle has no address.' : 'The person was deleted.';
  if (!contact.isActive) return 'The person is deactivated.';
  if (!contact.email) return 'No address.';
  if (refused.has(row.recipientId)) return 'Unsubscribed.';
  return hasMail ? undefined : 'No mail server is set (CREWREADY_SMTP_URL).';
}
