import { SYSTEM, type Writer } from '../auth.ts';
import { type Database, type Queryable, sql } from '../database/database.ts';
import { findReplay, type Idempotency, keepReply, Replay, replyOf } from '../http/idempotency.ts';
import { enqueue } from '../jobs/queue.ts';
import { appendLedger } from './append.ts';
import { Changes } from './changes.ts';
import type { Tx } from './resource.ts';
import { inTurn } from './turns.ts';
import { entryCommitted } from './wake.ts';

/** Rolls the transaction back though nothing failed. */
class Undo extends Error {}

/**
 * The one way to change an organization's data. Opens a transaction whose first statement locks the
 * organization's head row, so that commit order, `seq` order and `at` order are one; runs `work`; appends the
 * ledger entry and advances the head row; commits. A `work` that changes nothing leaves no trace and takes no
 * number. What `work` answers is the reply's `data`, or its whole text: that is what an Idempotency-Key keeps.
 * One request makes one write: a second would find the first one's answer under its key.
 *
 * Keep `work` short: validate before it, and never wait inside it for anything but the database.
 */
export async function write<T>(database: Database, writer: Writer, work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: T | undefined;
  let seq = '0';
  await inTurn(database, `write ${writer.orgId}`, async () => {
    try {
      await database.transaction((tx) =>
        writeInside(tx, writer, async (inside) => {
          seq = inside.seq;
          result = await work(inside);
          return result;
        }),
      );
      entryCommitted(database, writer.orgId, seq);
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
      if (writer.idempotency && !writer.dryRun)
        await keepUnchanged(database, writer, writer.idempotency, result);
    }
  });
  return result as T;
}

/** Where a write happens: in a transaction of its own, or inside of one that is open. */
export type Target = Database | Tx;

/** A write of its own on a database; inside of an open one a part of that. */
export const writeInto = <T>(target: Target, writer: Writer, work: (tx: Tx) => Promise<T>): Promise<T> =>
  'seq' in target ? work(target) : write(target, writer, work);

/** The inside of `write()`, for the one transaction that also makes the organization. */
export async function writeInside<T>(
  connection: Queryable,
  writer: Writer,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { orgId, tagIds, ownId, scopes, requestId, idempotency } = writer;
  const { seq, at, hash, systemId } = await lockHead(connection, orgId);
  const actor = writer.actor === SYSTEM ? `user-${systemId}` : writer.actor;
  await refuseReplay(connection, writer);
  const changes = new Changes({ orgId, tagIds });
  const tx: Tx = {
    rows: (statement) => connection.rows(statement),
    orgId,
    tagIds,
    ...(ownId ? { ownId } : {}),
    ...(scopes ? { scopes } : {}),
    actor,
    requestId,
    seq,
    at,
    changed: (resource, operation, objects) => changes.note(resource, operation, objects),
    removing: async (resource, ids) =>
      changes.note(resource, 'delete', await resource.read(connection, orgId, ids)),
    enqueue: (job, payload, options) => enqueue(connection, job, payload, options),
  };
  const result = await work(tx);
  if (writer.dryRun || changes.isEmpty) throw new Undo();
  const kept = idempotency && { idempotency, reply: replyOf(idempotency, result) };
  await appendLedger(tx, hash, await changes.read(tx), kept);
  return result;
}

interface Head {
  seq: string;
  at: string;
  hash: string;
  systemId: string;
}

/**
 * Locks the head row and only then reads the clock: a time taken before a wait for the lock could lie before the
 * end of a window that a stream reader was told is complete.
 */
async function lockHead(connection: Queryable, orgId: string): Promise<Head> {
  const [head] = await connection.rows(sql`
    select last_seq + 1, greatest(clock_timestamp(), last_at + interval '1 microsecond'), last_hash, system_user_id
    from (select last_seq, last_at, last_hash, system_user_id from org_head where org_id = ${orgId} for update) locked`);
  if (!head) throw new Error(`organization ${orgId} has no head row`);
  const [seq, at, hash, systemId] = head;
  return { seq, at, hash, systemId };
}

async function refuseReplay(connection: Queryable, { orgId, idempotency }: Writer): Promise<void> {
  const kept = idempotency && (await findReplay(connection, orgId, idempotency));
  if (kept) throw new Replay(kept);
}

/** The answer of a write that changed nothing, whose transaction is gone. */
async function keepUnchanged(
  database: Database,
  writer: Writer,
  idempotency: Idempotency,
  result: unknown,
): Promise<void> {
  await database.transaction(async (connection) => {
    await lockHead(connection, writer.orgId);
    await refuseReplay(connection, writer);
    await keepReply(connection, writer.orgId, idempotency, result);
  });
}
