import { notFound } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import type { Changed, Resource, Tx } from '../../../kernel/ledger/resource.ts';
import { takeIds } from './new-ids.ts';

/** An item of a batch with its place and its row as it will be. */
export type Placed<I, R> = I & { index: number; entityId: string; isNew: boolean; row: R };

/**
 * Pairs each item with its row: a known one's is in `known`, a new one gets an id. Notes ids that nothing has.
 *
 * @param what what the objects are called in errors
 */
export async function placeRows<I extends { id?: string }, R>(
  tx: Tx,
  what: string,
  items: readonly I[],
  known: ReadonlyMap<string, R>,
  merge: (id: string, before: R | undefined, item: I) => R,
  problems: Problems,
): Promise<Placed<I, R>[]> {
  const fresh = await takeIds(tx, items.filter(({ id }) => !id).length);
  return items.map((item, index) => {
    const before = item.id ? known.get(item.id) : undefined;
    if (item.id && !before) problems.add(index, notFound(`No ${what} ${item.id}.`));
    const entityId = item.id ?? (fresh.shift() as string);
    return { ...item, index, entityId, isNew: !item.id, row: merge(entityId, before, item) };
  });
}

/**
 * Tells the ledger of a batch's objects as they are now; answers their documents in the batch's order.
 *
 * @param aboutOf people and vehicles whom an object's change concerns beside those its document names
 */
export async function recordSaved<D extends { id: string }>(
  tx: Tx,
  resource: Resource<D>,
  saved: readonly { entityId: string; isNew: boolean }[],
  aboutOf: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<D[]> {
  const read = await resource.read(
    tx,
    tx.orgId,
    saved.map(({ entityId }) => entityId),
  );
  const byId = new Map(read.map((changed) => [changed.id, changed]));
  return saved.map(({ entityId, isNew }) => {
    const changed = byId.get(entityId) as Changed<D>;
    const about = aboutOf.get(entityId);
    tx.changed(resource, isNew ? 'create' : 'update', [about ? { ...changed, about } : changed]);
    return changed.document as D;
  });
}
