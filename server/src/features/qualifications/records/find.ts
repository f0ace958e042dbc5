import type { Sight } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { idsOf, type RecordRef, unknownRecord } from './ids.ts';
import type { RecordMove } from './moves.ts';
import { type FoundRecord, findRecord } from './store.ts';

/** A record in one of the statuses that something may be done in. @throws 404 for any other. */
export async function requireRecord(
  database: Queryable,
  sight: Sight,
  ref: RecordRef,
  { from }: Pick<RecordMove, 'from'>,
): Promise<FoundRecord> {
  const [id] = (await idsOf(database, sight.orgId, 'id', [ref])).keys();
  const found = id ? await findRecord(database, sight, id) : undefined;
  return found && from.includes(found.document.recordStatus) ? found : unknownRecord('id', ref.text);
}
