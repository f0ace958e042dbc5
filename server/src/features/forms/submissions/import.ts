import type { Queryable } from '../../../kernel/database.ts';
import type { Stamp, Writer } from '../../../kernel/ledger/write.ts';
import { insertSubmissions, type NewSubmission } from './store.ts';
import { submissionChange } from './wire.ts';

/**
 * Adds submissions with their past in one statement. They keep when they were made, assigned and handed in; the time
 * of their last change is this write's, so that streams show them.
 *
 * @returns how many were added.
 */
export async function importSubmissions(
  tx: Queryable,
  writer: Writer,
  stamp: Stamp,
  items: readonly NewSubmission[],
): Promise<number> {
  const rows = await insertSubmissions(tx, writer.orgId, items, { at: stamp.at, actor: writer.actor });
  stamp.record(...rows.map((row) => submissionChange('create', row)));
  return rows.length;
}
