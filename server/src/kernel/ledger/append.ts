import { empty, sql, table, texts } from '../database/database.ts';
import { type Idempotency, type KeptReply, replyInsert } from '../http/idempotency.ts';
import { type Change, chainHash, digestOf, newSalts, SALT_BYTES, saltOf } from './chain.ts';
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
  const rows = changes.map((change, n) => ({
    ...change,
    digest: digestOf(saltOf(salts, n), change.document),
  }));
  const digests = Buffer.from(rows.map((row) => row.digest).join(''), 'hex');
  const hash = chainHash(orgId, { seq, at, actor, requestId, previousHash, links: rows });
  const about = rows.flatMap((row) => row.about.map((entityId) => ({ entityId, row })));
  await tx.rows(sql`
    with entry as (
      insert into ledger_write (org_id, seq, at, actor, request_id, previous_hash, hash)
      values (${orgId}, ${seq}, ${at}, ${actor}, ${requestId}, ${previousHash}, ${hash})
    ), changes as (
      insert into ledger_change (org_id, seq, resource, id, operation, salt, digest, document)
      select ${orgId}::bigint, ${seq}::bigint, resource, id, operation,
        substr(${salts}::bytea, (n::int - 1) * ${SALT_BYTES} + 1, ${SALT_BYTES}),
        substr(${digests}::bytea, (n::int - 1) * 32 + 1, 32), document::json
      from unnest(${texts(rows.map((row) => row.resource))}, ${texts(rows.map((row) => row.id))},
        ${texts(rows.map((row) => row.operation))}, ${texts(rows.map((row) => row.document))})
        with ordinality as change (resource, id, operation, document, n)
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
