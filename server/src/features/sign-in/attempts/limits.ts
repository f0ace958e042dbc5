import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { ApiError } from '../../../kernel/errors.ts';
import { networkOf } from '../../../kernel/http/refusals.ts';
import { folded } from '../../../kernel/text.ts';

/** What attempts are counted by: how many are free, and how long the longest pause is. */
interface Counted {
  key: Buffer;
  free: number;
  longest: string;
}

const keyOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The account that a name means, whether or not there is one. */
export const byName = (name: string): Counted => ({
  key: keyOf(`name ${folded(name)}`),
  free: 5,
  longest: '5 minutes',
});

/** Mail to an address: few, for whoever has it did not ask. */
export const byMail = (email: string): Counted => ({
  key: keyOf(`mail ${folded(email)}`),
  free: 3,
  longest: '15 minutes',
});

/** Where requests come from; of IPv6 the network. */
export const byAddress = (address: string): Counted => ({
  key: keyOf(`address ${networkOf(address)}`),
  free: 30,
  longest: '15 minutes',
});

/**
 * Counts an attempt before it is made, so that many at once are counted too. After the free ones each has to wait
 * twice as long as the one before; an hour without any begins anew.
 *
 * @throws 429 while it has to wait
 */
export async function admit(database: Queryable, counted: readonly Counted[]): Promise<void> {
  for (const { key, free, longest } of counted) {
    // Of attempts at once one may have read the clock before another and wait for it all the same: without a pause it goes on.
    const [admitted] = await database.rows(sql`
      insert into sign_in_limit (key, failures, last_at, until_at)
      values (${key}, 1, clock_timestamp(), clock_timestamp())
      on conflict (key) do update set
        failures = case when sign_in_limit.last_at < excluded.last_at - interval '1 hour' then 1
          else sign_in_limit.failures + 1 end,
        until_at = greatest(excluded.last_at, sign_in_limit.last_at) + case
          when sign_in_limit.last_at < excluded.last_at - interval '1 hour' then interval '0'
          when sign_in_limit.failures < ${free}::int then interval '0'
          else least(${longest}::interval,
            interval '1 second' * power(2, least(sign_in_limit.failures - ${free}::int, 12))) end,
        last_at = greatest(excluded.last_at, sign_in_limit.last_at)
      where sign_in_limit.until_at <= greatest(excluded.last_at, sign_in_limit.last_at)
      returning failures`);
    if (!admitted) throw await tooMany(database, key);
  }
}

async function tooMany(database: Queryable, key: Buffer): Promise<ApiError> {
  const [row] = await database.rows(sql`
    select greatest(1, ceil(extract(epoch from until_at - clock_timestamp())))::int
    from sign_in_limit where key = ${key}`);
  const seconds = row?.[0] ?? 1;
  return new ApiError(429, `Too many attempts to sign in. Wait ${seconds} s.`, {
    'retry-after': String(seconds),
  });
}

/** An attempt that was good: the account begins anew, and its address has one less. */
export async function forgive(database: Queryable, name: Counted, address: Counted): Promise<void> {
  await database.rows(sql`delete from sign_in_limit where key = ${name.key}`);
  await database.rows(sql`
    update sign_in_limit set failures = greatest(0, failures - 1), until_at = last_at where key = ${address.key}`);
}

/** Forgets what was long ago. */
export async function forgetAttempts(database: Queryable): Promise<void> {
  await database.rows(sql`delete from sign_in_limit where last_at < now() - interval '1 day'`);
}

/** No failure is told sooner than this, whatever it was. */
const LEAST_MS = 300;

/** Does what may fail in several ways, so that how long it takes does not tell in which. */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const least = sleep(LEAST_MS);
  try {
    return await work();
  } catch (error) {
    await least;
    throw error;
  }
}
