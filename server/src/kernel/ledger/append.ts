import { empty, sql, table } from '../database.ts';
import { type Idempotency, type KeptReply, replyInsert } from '../idempotency.ts';
import { type Change, chainHash, digestOf, newSalts } from './chain.ts';
import type { Tx } from './resource.ts';

/**
 * Appends the entry of a write with its documents and whom they concern, advances the head row for the next write,
 * and keeps the reply of an Idempotency-Key, all in one statement.
 *
 * @param changes in the chain's order
 */
export async function appendLedger(
  tx: Tx,
  previousHash: string,
  changes: readonly Change[],
  kept: { idempotency: Idempotency; reply: KeptReply } | undefined,
): Promise<void> {
  const { orgId, seq, at, actor, requestId } = tx;
  const salts = newSalts(changes.length);
  const rows = changes.map((change, n) => {
    const salt = salts[n] as string;
    return { ...change, salt, digest: digestOf(salt, change.document) };
  });
  const hash = chainHash(orgId, { seq, at, actor, requestId, previousHash, links: rows });
  const about = rows.flatMap((row) => row.about.map((entityId) => ({ entityId, row })));
  await tx.rows(sql`
    with entry as (
      insert into ledger_write (org_id, seq, at, actor, request_id, previous_hash, hash)
      values (${orgId}, ${seq}, ${at}, ${actor}, ${requestId}, ${previousHash}, ${hash})
    ), changes as (
      insert into ledger_change (org_id, seq, resource, id, operation, salt, digest, document)
      select ${orgId}::bigint, ${seq}::bigint, resource, id, operation, decode(salt, 'hex'), decode(digest, 'hex'), document::json
      from ${table('change', rows, {
        resource: ['text', (row) => row.resource],
        id: ['text', (row) => row.id],
        operation: ['text', (row) => row.operation],
        salt: ['text', (row) => row.salt],
        digest: ['text', (row) => row.digest],
        document: ['text', (row) => row.document],
      })}
    ), about as (
      insert into ledger_about (org_id, entity_id, seq, resource, id)
      select ${orgId}::bigint, entity_id, ${seq}::bigint, resource, id
      from ${table('concerned', about, {
        entity_id: ['bigint', ({ entityId }) => entityId],
        resource: ['text', ({ row }) => row.resource],
        id: ['text', ({ row }) => row.id],
      })}
    )${kept ? sql`, reply as (${replyInsert(orgId, kept.idempotency, kept.reply)})` : empty}
    update org_head set last_seq = ${seq}, last_at = ${at}, last_hash = ${hash} where org_id = ${orgId}`);
}
