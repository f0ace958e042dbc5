import { type Queryable, sql } from '../../kernel/database/database.ts';
import { changesAfter, type LedgerChange, type LedgerFilter } from '../../kernel/ledger/read.ts';
import { wireTime } from '../../kernel/time.ts';
import { type Position, positionText } from './position.ts';

/** One turn of the feed. */
export interface Turn {
  changes: LedgerChange[];
  /** Where to go on, also past what the filter leaves out. */
  position: Position;
  hasMore: boolean;
}

/** Up to `limit` changes after a place, and the place up to which there are no others. */
export async function nextTurn(
  database: Queryable,
  orgId: string,
  after: Position,
  filter: LedgerFilter,
  limit: number,
): Promise<Turn> {
  // Read first: entries are committed in the order of their numbers, so up to it all are seen below.
  const [head] = await database.rows(sql`select last_seq from org_head where org_id = ${orgId}`);
  const found = await changesAfter(database, orgId, after, filter, limit + 1);
  const changes = found.slice(0, limit);
  const last = changes.at(-1);
  if (found.length > limit && last)
    return {
      changes,
      position: { seq: last.seq, resource: last.resource, id: last.id },
      hasMore: true,
    };
  const seqs = [after.seq, head?.[0] ?? '0', last?.seq ?? '0'].map(BigInt);
  const furthest = seqs.reduce((most, seq) => (seq > most ? seq : most));
  return { changes, position: { seq: String(furthest) }, hasMore: false };
}

/** A change as the feed has it. */
export function toChange({ seq, at, actor, resource, id, operation, document }: LedgerChange) {
  const isGone = operation === 'delete' || document === null;
  return {
    cursor: positionText({ seq, resource, id }),
    seq,
    at: wireTime(at),
    actor,
    resource,
    id,
    operation,
    document: isGone ? null : (JSON.parse(document) as object),
  };
}
