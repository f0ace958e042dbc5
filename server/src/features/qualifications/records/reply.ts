import type { Services } from '../../../kernel/feature.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { servedText } from '../../fields/index.ts';
import type { StoredRecord } from './document.ts';
import { ownerExternalIdsOf } from './store.ts';

/**
 * What a write answers of the record it made or changed: with its external ids and its owner's, also when there are
 * none, as the public example has them.
 */
export async function writtenReply(
  services: Services,
  tx: Tx,
  record: StoredRecord,
  externalIds: Record<string, string>,
  base: string,
): Promise<string> {
  const owner = { ...record.owner, externalIds: await ownerExternalIdsOf(tx, record.id) };
  const text = JSON.stringify({ data: { ...record, owner, externalIds } });
  return servedText(services, tx, tx.orgId, text, base);
}
