import type { Writer } from './auth.ts';
import { type Database, type Queryable, sql } from './database/database.ts';
import { findReplay, keepReply, Replay } from './http/idempotency.ts';
import { inTurn } from './ledger/turns.ts';

/** Rolls the transaction back though nothing failed. */
class Undo extends Error {}

/**
 * A write that is no evidence: it takes no place in the organization's order and leaves nothing in the ledger.
 * The telemetry of one organization is written by one transaction at a time, on a lock of its own that other
 * writes never wait for. `Idempotency-Key` and `dryRun` are as in `write()`.
 */
export async function writeTelemetry<T>(
  database: Pick<Database, 'transaction'>,
  caller: Pick<Writer, 'orgId' | 'dryRun' | 'idempotency'>,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  try {
    await inTurn(database, `telemetry ${caller.orgId}`, () =>
      database.transaction(async (tx) => {
        await tx.rows(sql`select 1 from org where org_id = ${caller.orgId} for no key update`);
        const kept = caller.idempotency && (await findReplay(tx, caller.orgId, caller.idempotency));
        if (kept) throw new Replay(kept);
        result = await work(tx);
        if (caller.dryRun) throw new Undo();
        if (caller.idempotency) await keepReply(tx, caller.orgId, caller.idempotency, result);
      }),
    );
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return result as T;
}
