import type { Tx } from '../../../kernel/ledger/resource.ts';
import { recordSaved } from '../batch/rows.ts';
import { driver, vehicle } from '../resources.ts';
import type { Reassigned } from './static-assignment.ts';

/**
 * Tells the ledger whose static assignment has changed. What the same write saves besides is told again after it,
 * as created or changed.
 */
export async function recordReassigned(tx: Tx, { drivers, vehicles, former }: Reassigned): Promise<void> {
  if (drivers.length > 0) tx.changed(driver, 'update', drivers);
  if (vehicles.length === 0) return;
  const changed = vehicles.map((entityId) => ({ entityId, isNew: false }));
  await recordSaved(tx, vehicle, changed, former);
}
