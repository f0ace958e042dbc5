import type { Tx } from '../../../kernel/ledger/resource.ts';
import { recordsNamed, setExternalIds } from './external-ids.ts';
import { qualificationRecord } from './resource.ts';
import { deletedAmong } from './store.ts';

/**
 * Sets the external ids of a record that has `before`; answers what it has now. Those of a deleted record are free
 * to take, and the ledger tells that it lost them. @throws 400 naming one that another object holds.
 */
export async function giveExternalIds(
  tx: Tx,
  id: string,
  before: Record<string, string>,
  given: Record<string, string>,
): Promise<Record<string, string>> {
  if (Object.keys(given).length === 0) return before;
  await takeFromDeleted(tx, given);
  await setExternalIds(tx, [{ entityId: id, ids: given }]);
  return Object.fromEntries(
    Object.entries({ ...before, ...given })
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function takeFromDeleted(tx: Tx, given: Record<string, string>): Promise<void> {
  const names = Object.entries(given).map(([key, value]) => ({ key, value }));
  const holders = await recordsNamed(tx, tx.orgId, names);
  const deleted = await deletedAmong(tx, [...new Set(holders.values())]);
  const lost = names.filter(({ key, value }) => deleted.includes(holders.get(`${key}:${value}`) as string));
  if (lost.length === 0) return;
  await setExternalIds(
    tx,
    lost.map(({ key, value }) => ({
      entityId: holders.get(`${key}:${value}`) as string,
      ids: { [key]: '' },
    })),
  );
  tx.changed(qualificationRecord, 'delete', deleted);
}
