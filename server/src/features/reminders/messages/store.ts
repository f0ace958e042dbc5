import type { Sight } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql, table } from '../../../kernel/database/database.ts';
import type { Resource, Tx } from '../../../kernel/ledger/resource.ts';
import { utcText, wireTime } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import { Reminder, type State } from './schema.ts';

/** A reminder. Times are RFC 3339 with milliseconds, but `updatedAt`: PostgreSQL's text. */
export interface ReminderRow {
  id: string;
  subjectId: string;
  subjectType: Reminder['subject']['type'];
  requirementId: string;
  dueAt: string;
  step: string;
  channel: 'email';
  recipientId: string;
  plannedAt: string;
  sendAt: string;
  state: State;
  reason: string | null;
  attempts: number;
  unanswered: number;
  sentAt: string | null;
  answeredAt: string | null;
  updatedAt: string;
}

const REMINDER = columns<ReminderRow>({
  id: sql`reminder.id`,
  subjectId: sql`reminder.subject_id`,
  subjectType: sql`reminder.subject_type`,
  requirementId: sql`reminder.requirement_id`,
  dueAt: utcText(sql`reminder.due_at`),
  step: sql`reminder.step`,
  channel: sql`reminder.channel`,
  recipientId: sql`reminder.recipient_id`,
  plannedAt: utcText(sql`reminder.planned_at`),
  sendAt: utcText(sql`reminder.send_at`),
  state: sql`reminder.state`,
  reason: sql`reminder.reason`,
  attempts: sql`reminder.attempts`,
  unanswered: sql`reminder.unanswered`,
  sentAt: utcText(sql`reminder.sent_at`),
  answeredAt: utcText(sql`reminder.answered_at`),
  updatedAt: sql`reminder.updated_at`,
});

const short = (time: string): string => time.replace('.000Z', 'Z');

export const reminderWire = (row: ReminderRow): Reminder => ({
  id: row.id,
  subject: { id: row.subjectId, type: row.subjectType },
  requirementId: row.requirementId,
  dueAtTime: short(row.dueAt),
  step: row.step,
  channel: row.channel,
  recipientId: row.recipientId,
  plannedAtTime: short(row.plannedAt),
  state: row.state,
  ...(row.reason === null ? {} : { reason: row.reason }),
  attempts: row.attempts,
  ...(row.sentAt === null ? {} : { sentAtTime: short(row.sentAt) }),
  ...(row.answeredAt === null ? {} : { answeredAtTime: short(row.answeredAt) }),
  updatedAtTime: wireTime(row.updatedAt),
});

/** What a list of reminders is narrowed to. */
export interface ReminderFilter {
  subjectIds?: readonly string[] | undefined;
  requirementIds?: readonly string[] | undefined;
  states?: readonly string[] | undefined;
}

/** One page of reminders, the newest first, and one more to tell whether another follows. */
export async function listReminders(
  database: Queryable,
  sight: Sight,
  { subjectIds, requirementIds, states }: ReminderFilter,
  afterId: string | undefined,
  limit: number,
): Promise<ReminderRow[]> {
  const rows = await database.rows(sql`
    select ${REMINDER.list} from reminder where reminder.org_id = ${sight.orgId} ${and(
      subjectIds && sql`reminder.subject_id = any(${subjectIds}::bigint[])`,
      requirementIds && sql`reminder.requirement_id = any(${requirementIds}::uuid[])`,
      states && sql`reminder.state = any(${states}::text[])`,
      afterId !== undefined && sql`reminder.id < ${afterId}::uuid`,
    )} ${visibleTo(sight, sql`reminder.subject_id`)}
    order by reminder.id desc limit ${limit + 1}`);
  return rows.map((row: Row) => REMINDER.read(row));
}

/** The reminders among `ids`, in no order. */
export async function readReminders(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<ReminderRow[]> {
  const rows = await database.rows(sql`
    select ${REMINDER.list} from reminder where reminder.org_id = ${orgId} and reminder.id = any(${ids}::uuid[])`);
  return rows.map(REMINDER.read);
}

/** All reminders of some subjects' requirements. */
export async function remindersOf(
  database: Queryable,
  orgId: string,
  subjectIds: readonly string[],
  requirementIds: readonly string[],
): Promise<ReminderRow[]> {
  const rows = await database.rows(sql`
    select ${REMINDER.list} from reminder where reminder.org_id = ${orgId}
      and reminder.subject_id = any(${subjectIds}::bigint[]) and reminder.requirement_id = any(${requirementIds}::uuid[])`);
  return rows.map(REMINDER.read);
}

/** Those that may be sent by now, the longest waiting first. */
export async function waitingReminders(
  database: Queryable,
  orgId: string,
  now: string,
  limit: number,
): Promise<ReminderRow[]> {
  const rows = await database.rows(sql`
    select ${REMINDER.list} from reminder
    where reminder.org_id = ${orgId} and reminder.state = 'planned' and reminder.send_at <= ${now}::timestamptz
    order by reminder.send_at, reminder.id limit ${limit}`);
  return rows.map(REMINDER.read);
}

/** Those that were given to the mail server before a moment, and nobody has noted an answer. */
export async function unansweredReminders(
  database: Queryable,
  orgId: string,
  before: string,
): Promise<ReminderRow[]> {
  const rows = await database.rows(sql`
    select ${REMINDER.list} from reminder
    where reminder.org_id = ${orgId} and reminder.state = 'sent' and reminder.sent_at <= ${before}::timestamptz
    limit 100`);
  return rows.map(REMINDER.read);
}

/** A reminder that is made. */
export type NewReminder = Pick<
  ReminderRow,
  | 'id'
  | 'subjectId'
  | 'subjectType'
  | 'requirementId'
  | 'dueAt'
  | 'step'
  | 'recipientId'
  | 'plannedAt'
  | 'sendAt'
> & { state: 'planned' | 'suppressed'; reason: string | null };

/** Adds reminders, but those that there are; answers the ids of the others. */
export async function addReminders(tx: Tx, rows: readonly NewReminder[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const added = await tx.rows(sql`
    insert into reminder (org_id, id, subject_id, subject_type, requirement_id, due_at, step, channel, recipient_id,
      planned_at, send_at, state, reason, updated_at)
    select ${tx.orgId}::bigint, id, subject_id, subject_type, requirement_id, due_at, step, 'email', recipient_id,
      planned_at, send_at, state, reason, ${tx.at}::timestamptz
    from ${table('made', rows, {
      id: ['uuid', ({ id }) => id],
      subject_id: ['bigint', ({ subjectId }) => subjectId],
      subject_type: ['text', ({ subjectType }) => subjectType],
      requirement_id: ['uuid', ({ requirementId }) => requirementId],
      due_at: ['timestamptz', ({ dueAt }) => dueAt],
      step: ['text', ({ step }) => step],
      recipient_id: ['bigint', ({ recipientId }) => recipientId],
      planned_at: ['timestamptz', ({ plannedAt }) => plannedAt],
      send_at: ['timestamptz', ({ sendAt }) => sendAt],
      state: ['text', ({ state }) => state],
      reason: ['text', ({ reason }) => reason],
    })}
    on conflict do nothing returning id`);
  const ids = added.map(([id]) => id as string);
  tx.changed(reminder, 'create', ids);
  return new Set(ids);
}

/** What becomes of a reminder. */
export type Outcome = Pick<ReminderRow, 'id' | 'state' | 'reason'> &
  Partial<Pick<ReminderRow, 'sendAt' | 'attempts' | 'unanswered' | 'sentAt' | 'answeredAt'>>;

/** Notes what became of reminders that are still in the state `from`; answers the ids of those that were. */
export async function noteOutcomes(tx: Tx, from: State, rows: readonly Outcome[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const noted = await tx.rows(sql`
    update reminder set state = noted.state, reason = noted.reason,
      send_at = coalesce(noted.send_at, reminder.send_at), attempts = coalesce(noted.attempts, reminder.attempts),
      unanswered = coalesce(noted.unanswered, reminder.unanswered), sent_at = coalesce(noted.sent_at, reminder.sent_at),
      answered_at = coalesce(noted.answered_at, reminder.answered_at), updated_at = ${tx.at}
    from ${table('noted', rows, {
      id: ['uuid', ({ id }) => id],
      state: ['text', ({ state }) => state],
      reason: ['text', ({ reason }) => reason],
      send_at: ['timestamptz', ({ sendAt }) => sendAt ?? null],
      attempts: ['int', ({ attempts }) => attempts ?? null],
      unanswered: ['int', ({ unanswered }) => unanswered ?? null],
      sent_at: ['timestamptz', ({ sentAt }) => sentAt ?? null],
      answered_at: ['timestamptz', ({ answeredAt }) => answeredAt ?? null],
    })}
    where reminder.org_id = ${tx.orgId} and reminder.id = noted.id and reminder.state = ${from}
    returning reminder.id`);
  const ids = noted.map(([id]) => id as string);
  tx.changed(reminder, 'update', ids);
  return new Set(ids);
}

/** Moves reminders that may not go out yet: nothing that the ledger tells. */
export async function waitLonger(
  database: Queryable,
  orgId: string,
  rows: readonly { id: string; sendAt: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await database.rows(sql`
    update reminder set send_at = later.send_at
    from ${table('later', rows, {
      id: ['uuid', ({ id }) => id],
      send_at: ['timestamptz', ({ sendAt }) => sendAt],
    })}
    where reminder.org_id = ${orgId} and reminder.id = later.id and reminder.state = 'planned'`);
}

/** Who was told of what, when, or why not. */
export const reminder: Resource<Reminder> = {
  name: 'reminder',
  scope: 'Read Requirements',
  id: 'uuid',
  document: Reminder,
  about: ({ subject, recipientId }) => [...new Set([subject.id, recipientId])],
  read: async (database, orgId, ids) =>
    (await readReminders(database, orgId, ids)).map((row) => ({ id: row.id, document: reminderWire(row) })),
  present: (orgId) => sql`select id::text from reminder where org_id = ${orgId}`,
};
