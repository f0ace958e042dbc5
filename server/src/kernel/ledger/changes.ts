import type { Sight } from '../auth.ts';
import { denied } from '../errors.ts';
import { byResourceAndId, type Change } from './chain.ts';
import type { Changed, Operation, Resource, Tx } from './resource.ts';

interface Noted {
  resource: Resource;
  id: string;
  operation: Operation;
  /** Undefined until it is read. */
  changed: Changed | undefined;
  about: readonly string[];
}

/** What one write has changed so far, each object once. */
export class Changes {
  readonly #noted = new Map<string, Noted>();
  readonly #sight: Sight;

  constructor(sight: Sight) {
    this.#sight = sight;
  }

  get isEmpty(): boolean {
    return this.#noted.size === 0;
  }

  note<D>(resource: Resource<D>, operation: Operation, objects: readonly (string | Changed<D>)[]): void {
    for (const object of objects) {
      const changed = typeof object === 'string' ? undefined : object;
      const id = changed?.id ?? (object as string);
      refuseShared(this.#sight, resource as Resource, operation, id);
      const key = `${resource.name} ${id}`;
      const before = this.#noted.get(key);
      // What this write made is new to everyone else, however often it was changed since.
      const isNew = before?.operation === 'create' && operation !== 'delete';
      this.#noted.set(key, {
        resource: resource as Resource,
        id,
        operation: isNew ? 'create' : operation,
        changed,
        about: [...(before?.about ?? []), ...(changed?.about ?? [])],
      });
    }
  }

  /** The changes in the chain's order, with their documents; reads those that are not here yet. */
  async read(tx: Tx): Promise<Change[]> {
    await this.#readMissing(tx);
    return [...this.#noted.values()].map(toChange).sort(byResourceAndId);
  }

  async #readMissing(tx: Tx): Promise<void> {
    const missing = new Map<Resource, string[]>();
    for (const { resource, id, changed } of this.#noted.values()) {
      if (!changed) {
        const ids = missing.get(resource) ?? [];
        ids.push(id);
        missing.set(resource, ids);
      }
    }
    for (const [resource, ids] of missing) {
      for (const changed of await resource.read(tx, tx.orgId, ids)) {
        const noted = this.#noted.get(`${resource.name} ${changed.id}`);
        if (noted) Object.assign(noted, { changed, about: [...noted.about, ...(changed.about ?? [])] });
      }
    }
  }
}

/** Whatever led to it, a write of a token that is limited to tags never changes what everybody shares. */
function refuseShared(sight: Sight, { name, shared }: Resource, operation: Operation, id: string): void {
  if (!sight.tagIds || !shared) return;
  if (shared !== true && !shared(sight, operation, id)) return;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  throw denied(`This token is limited to tags, and "${words}" is shared by the whole organization.`);
}

function toChange({ resource, id, operation, changed, about }: Noted): Change {
  if (!changed) throw new Error(`the ${resource.name} ${id} that was changed is not there`);
  const { document } = changed;
  const [text, facts] =
    typeof document === 'string' ? [document, JSON.parse(document)] : [JSON.stringify(document), document];
  const concerned = [...new Set([...resource.about(facts), ...about])];
  return { resource: resource.name, id, operation, document: text, about: concerned };
}
