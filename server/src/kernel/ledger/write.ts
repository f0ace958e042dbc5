import { createHash } from 'node:crypto';
import type { Caller } from '../auth.ts';
import { type Database, type Queryable, sql } from '../database.ts';
import { findReplay, keepReply, Replay } from '../idempotency.ts';
import { inTurn } from '../turns.ts';

/** One changed object: its document is the JSON text that the API serves. */
export interface Change {
  resource: string;
  id: string;
  /** `overdue`: a due date passed; nothing else changed. */
  operation: 'create' | 'update' | 'delete' | 'overdue';
  document: string;
}

/** The place of a write in its organization's order. `at` is PostgreSQL's text, in UTC with microseconds. */
export interface Stamp {
  seq: string;
  at: string;
  /** Adds changed objects to the write's ledger entry. */
  record(...changes: Change[]): void;
}

/** What a write needs to know of who asks. */
export type Writer = Pick<Caller, 'orgId' | 'actor' | 'requestId'> &
  Partial<Pick<Caller, 'dryRun' | 'idempotency'>>;

/** Rolls the transaction back though nothing failed. */
class Undo extends Error {}

/**
 * The one way to change an organization's data. Opens a transaction whose first statement locks the
 * organization's head row, so that commit order, `seq` order and `at` order are one; runs `work`; appends the
 * ledger entry and advances the head row; commits. A `work` that records nothing leaves no trace and takes no
 * number. What `work` answers is the reply's `data`, or its whole text: that is what an Idempotency-Key keeps.
 * One request makes one write: a second would find the first one's answer under its key.
 *
 * Keep `work` short: validate before it, and never wait inside it for anything but the database.
 */
export async function write<T>(
  database: Database,
  caller: Writer,
  work: (tx: Queryable, stamp: Stamp) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  try {
    await inTurn(database, `write ${caller.orgId}`, () =>
      database.transaction((tx) =>
        writeInside(tx, caller, async (stamp) => {
          result = await work(tx, stamp);
          return result;
        }),
      ),
    );
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return result as T;
}

/** The inside of `write()`, for the one transaction that also makes the organization. */
export async function writeInside<T>(
  tx: Queryable,
  caller: Writer,
  work: (stamp: Stamp) => Promise<T>,
): Promise<T> {
  // Locks the head row and only then reads the clock: a time taken before a wait for the lock could lie
  // before the end of a window that a stream reader was told is complete.
  const [head] = await tx.rows(sql`
        select last_seq + 1, greatest(clock_timestamp(), last_at + interval '1 microsecond'), last_hash
        from (select last_seq, last_at, last_hash from org_head where org_id = ${caller.orgId} for update) locked`);
  if (!head) throw new Error(`organization ${caller.orgId} has no head row`);
  const [seq, at, previousHash] = head as [string, string, string];
  if (caller.idempotency) {
    const kept = await findReplay(tx, caller.orgId, caller.idempotency);
    if (kept) throw new Replay(kept);
  }
  if (caller.idempotency) await tx.rows(sql`savepoint before_work`);
  const changes: Change[] = [];
  const result = await work({ seq, at, record: (...more) => void changes.push(...more) });
  if (caller.dryRun) throw new Undo();
  if (changes.length > 0) await appendLedger(tx, caller, { seq, at, previousHash, changes });
  else if (caller.idempotency) await tx.rows(sql`rollback to savepoint before_work`);
  else throw new Undo();
  if (caller.idempotency) await keepReply(tx, caller.orgId, caller.idempotency, result);
  return result;
}

interface Entry {
  seq: string;
  at: string;
  previousHash: string;
  changes: Change[];
}

/** Orders changes the way the chain hashes them. */
export const byResourceAndId = (a: Change, b: Change): number =>
  a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * The hash of one ledger entry, in hex: SHA-256 over the previous hash, the entry's own facts and its
 * documents in order. `crewready verify` recomputes it.
 */
export function chainHash(orgId: string, entry: Entry, writer: { actor: string; requestId: string }): string {
  const hash = createHash('sha256').update(
    JSON.stringify([entry.previousHash, orgId, entry.seq, entry.at, writer.actor, writer.requestId]),
  );
  for (const change of entry.changes) {
    hash.update(`\n${JSON.stringify([change.resource, change.id, change.operation])}${change.document}`);
  }
  return hash.digest('hex');
}

async function appendLedger(tx: Queryable, caller: Writer, entry: Entry): Promise<void> {
  const changes = entry.changes.sort(byResourceAndId);
  const hash = chainHash(caller.orgId, entry, caller);
  // Appends the entry with its documents, and advances the head row for the next write.
  await tx.rows(sql`
    with entry as (
      insert into ledger_write (org_id, seq, at, actor, request_id, previous_hash, hash)
      values (${caller.orgId}, ${entry.seq}, ${entry.at}, ${caller.actor}, ${caller.requestId},
              ${entry.previousHash}, ${hash})
    ), changes as (
      insert into ledger_change (org_id, seq, resource, id, operation, document)
      select ${caller.orgId}, ${entry.seq}, resource, id, operation, document::json
      from unnest(${changes.map((c) => c.resource)}::text[], ${changes.map((c) => c.id)}::text[],
                  ${changes.map((c) => c.operation)}::text[], ${changes.map((c) => c.document)}::text[])
        as change (resource, id, operation, document)
    )
    update org_head set last_seq = ${entry.seq}, last_at = ${entry.at}, last_hash = ${hash}
    where org_id = ${caller.orgId}`);
}
