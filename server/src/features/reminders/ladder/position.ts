import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { shortTime, utcText } from '../../../kernel/time.ts';
import type { StatusPlace } from '../../requirements/index.ts';

/** Up to which change of a status steps are planned. */
export async function positionOf(database: Queryable, orgId: string): Promise<StatusPlace> {
  const [row] = await database.rows(sql`
    select status_at, status_id from reminder_follower where org_id = ${orgId}`);
  return { at: row?.[0] ?? '-infinity', id: row?.[1] };
}

export async function moveTo(database: Queryable, orgId: string, { at, id }: StatusPlace): Promise<void> {
  await database.rows(sql`
    update reminder_follower set status_at = ${at}, status_id = ${id} where org_id = ${orgId}`);
}

/** Has all statuses looked at, for the first time or again. */
export async function beginAnew(database: Queryable, orgId: string): Promise<void> {
  await database.rows(sql`
    insert into reminder_follower (org_id) values (${orgId})
    on conflict (org_id) do update set status_at = '-infinity', status_id = excluded.status_id`);
}

/** Has what is asked for by hand sent, where there was no policy yet. */
export async function beginFollowing(database: Queryable, orgId: string): Promise<void> {
  await database.rows(sql`insert into reminder_follower (org_id) values (${orgId}) on conflict do nothing`);
}

/** Organizations that have a policy, with where they are. */
export async function followed(
  database: Queryable,
  now: string,
): Promise<{ orgId: string; place: StatusPlace; hasWork: boolean }[]> {
  const rows = await database.rows(sql`
    select follower.org_id, follower.status_at, follower.status_id,
      exists (select 1 from reminder_plan plan where plan.org_id = follower.org_id and plan.next_at <= ${now}::timestamptz)
      or follower.mail_retry_at <= ${now}::timestamptz and (
        exists (select 1 from reminder where reminder.org_id = follower.org_id and reminder.state = 'planned'
          and reminder.send_at <= ${now}::timestamptz)
        or exists (select 1 from reminder where reminder.org_id = follower.org_id and reminder.state = 'sent'
          and reminder.sent_at <= ${now}::timestamptz - interval '20 minutes'))
    from reminder_follower follower`);
  return rows.map(([orgId, at, id, hasWork]) => ({ orgId, place: { at, id }, hasWork }));
}

/** The last problem with the mail server, while it is one. */
export async function mailState(
  database: Queryable,
  orgId: string,
  now: Date,
): Promise<{ problem?: string; retryAtTime?: string }> {
  const [row] = await database.rows(sql`
    select mail_problem, ${utcText(sql`mail_retry_at`)} from reminder_follower
    where org_id = ${orgId} and mail_problem is not null`);
  if (!row) return {};
  const retryAt = row[1] > now.toISOString() ? row[1] : now.toISOString();
  return { problem: row[0], retryAtTime: shortTime(retryAt) };
}

/** Whether the mail server may be tried. */
export async function mayTryMail(database: Queryable, orgId: string, now: string): Promise<boolean> {
  const rows = await database.rows(sql`
    select 1 from reminder_follower where org_id = ${orgId} and mail_retry_at <= ${now}::timestamptz`);
  return rows.length > 0;
}

/** Notes that the mail server was reached, or when it is tried again: after a minute, two, four, up to an hour. */
export async function noteMail(
  database: Queryable,
  orgId: string,
  now: string,
  problem: string | undefined,
): Promise<void> {
  await database.rows(
    problem === undefined
      ? sql`
        update reminder_follower set mail_problem = null, mail_failures = 0, mail_retry_at = '-infinity'
        where org_id = ${orgId} and mail_problem is not null`
      : sql`
        update reminder_follower set mail_problem = ${problem}, mail_failures = mail_failures + 1,
          mail_retry_at = ${now}::timestamptz + least(power(2, least(mail_failures, 10)), 60) * interval '1 minute'
        where org_id = ${orgId}`,
  );
}
