import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive, USER } from './cluster.ts';
import type { Place } from './place.ts';

export const DATABASE = 'crewready';

/** Held, for as long as it lives, by the process that owns the running server. */
const OWNER_LOCK = 0x63726577;
/** Shared by every command that has joined a server of another process. */
const GUEST_LOCK = 0x67756573;
/** The process that started the server says who it is in a setting. */
const OWNER_PID = `select current_setting('crewready.owner_pid', true)`;
const HAS_DATABASE = `select 1 from pg_database where datname = '${DATABASE}'`;
/** A killed owner's lock goes within milliseconds, as does the moment between PostgreSQL's start and its lock. */
const SETTLE_MS = 2000;

/** What owns a server: a server process for good, or a command for as long as it runs. */
export type Kind = 'server' | 'command';

/** How to connect; each setting named, so that PG… variables of the environment change nothing. */
export const connectionTo = (place: Place, database = DATABASE): pg.PoolConfig => ({
  host: place.sockets,
  port: 5432,
  user: USER,
  database,
  ssl: false,
});

/** A connection, or why there is none: nobody listens, or the server is starting, stopping or full. */
export async function probe(place: Place, name = 'crewready'): Promise<pg.Client | 'absent' | 'busy'> {
  const client = new pg.Client({ ...connectionTo(place, 'postgres'), application_name: name });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code } = error as { code?: string };
    return code === 'ENOENT' || code === 'ECONNREFUSED' ? 'absent' : 'busy';
  }
}

const ask = async (client: pg.Client, text: string, values: unknown[] = []): Promise<unknown> =>
  Object.values((await client.query(text, values)).rows[0] ?? {})[0];

/** What a server answers; undefined when it stops meanwhile, as that of a command does at any time. */
export const unlessGone = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error) => {
    if (error instanceof pg.DatabaseError && !error.code?.startsWith('57P')) throw error;
    return undefined;
  });

/** Who owns the server behind this connection; `none` once its owner is certainly gone. */
export async function ownerOf(client: pg.Client): Promise<Kind | 'none'> {
  for (const deadline = Date.now() + SETTLE_MS; ; await sleep(20)) {
    const name = await ask(
      client,
      `select application_name from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and classid = 0 and objid = $1 and granted`,
      [OWNER_LOCK],
    );
    const pid = Number(await ask(client, OWNER_PID));
    const dead = !pid || !isAlive(pid);
    if (name && !dead) return name === 'crewready command' ? 'command' : 'server';
    if (!name && (dead || Date.now() > deadline)) return 'none';
    if (Date.now() > deadline) return 'server';
  }
}

/** Joins the server of a live process as its guest; undefined when there is none, or it is about to stop. */
export async function tryJoin(place: Place): Promise<pg.Client | undefined> {
  const client = await probe(place, 'crewready guest');
  if (typeof client === 'string') return undefined;
  const join = async (): Promise<boolean> => {
    if ((await ownerOf(client)) === 'none') return false;
    if (!(await ask(client, 'select pg_try_advisory_lock_shared($1)', [GUEST_LOCK]))) return false;
    // The owner of a fresh server may not have got round to its database.
    return Boolean(await ask(client, HAS_DATABASE));
  };
  if (await unlessGone(join())) return client;
  await client.end();
  return undefined;
}

/** The owner's own connection, which holds its lock. */
export class Guard {
  readonly #place: Place;
  readonly #kind: Kind;
  #client: pg.Client;
  #released = false;

  private constructor(place: Place, kind: Kind, client: pg.Client) {
    this.#place = place;
    this.#kind = kind;
    this.#client = client;
    this.#watch();
  }

  /** Takes the lock of a server that this process has just started. */
  static async take(place: Place, kind: Kind): Promise<Guard | undefined> {
    const client = await own(place, kind);
    return client && new Guard(place, kind, client);
  }

  async createDatabase(): Promise<void> {
    if (await ask(this.#client, HAS_DATABASE)) return;
    await this.#client.query(`create database ${DATABASE}`);
  }

  /** Waits until every guest has left, and lets no other in. */
  async waitForGuests(): Promise<void> {
    await this.#client.query('select pg_advisory_lock($1)', [GUEST_LOCK]).catch(() => {});
  }

  async release(): Promise<void> {
    this.#released = true;
    await this.#client.end().catch(() => {});
  }

  /** PostgreSQL drops every connection when one of its backends crashes: the lock is taken again. */
  #watch(): void {
    this.#client.once('end', async () => {
      while (!this.#released) {
        const client = await own(this.#place, this.#kind).catch(() => undefined);
        if (client) {
          this.#client = client;
          if (this.#released) await client.end();
          else this.#watch();
          return;
        }
        await sleep(100);
      }
    });
  }
}

/** Takes the owner's lock; undefined when the server is not one that this process has started. */
async function own(place: Place, kind: Kind): Promise<pg.Client | undefined> {
  for (const deadline = Date.now() + SETTLE_MS; Date.now() < deadline; await sleep(20)) {
    const client = await probe(place, `crewready ${kind}`);
    if (typeof client === 'string') continue;
    const ours = await unlessGone(ask(client, OWNER_PID).then((pid) => Number(pid) === process.pid));
    const locked = ours && unlessGone(ask(client, 'select pg_try_advisory_lock($1)', [OWNER_LOCK]));
    if (await locked) return client;
    await client.end();
    if (ours === false) return undefined;
  }
  return undefined;
}
