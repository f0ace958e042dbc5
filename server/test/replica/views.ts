import type { Resource, World } from '../../src/kernel/ledger/resource.ts';
import type { Json } from '../operations.ts';
import type { View } from '../probe.ts';
import type { Client } from '../start-app.ts';
import { differences, plain, type Replica } from './replica.ts';

/** Fields of replies that the ledger cannot tell, each with its reason. This list may only shrink. */
const UNTOLD: Record<string, string> = {
  isCurrent: 'whether it is the session that asks',
  processingStatus: 'how far a file has been read is no fact of the object',
  seenAtTime: 'when it was last used: nobody wrote that',
  url: 'a link is made for the reply that has it',
  urlExpiresAt: 'a link is made for the reply that has it',
  urlInfo: 'a link is made for the reply that has it',
};

/** How what is served differs from what the replica tells of it, in words. */
export async function differencesFromServed(
  view: View,
  resources: readonly Resource[],
  replica: Replica,
  world: World,
  reader: Client,
): Promise<string[]> {
  const told = new Map<string, unknown>();
  const documents: Json[] = [];
  for (const name of [view.of].flat()) {
    const served = view.served ?? resources.find((each) => each.name === name)?.served;
    for (const [id, document] of replica.get(name) ?? []) {
      if (view.only && !view.only(document, world)) continue;
      documents.push({ ...document, id });
      const item = withoutUntold(served ? served(document, world) : document);
      told.set(view.each ? id : keyOf(view, item), item);
    }
  }
  const found = new Map<string, unknown>();
  for (const [id, item] of await readAll(view, documents, reader))
    if (!view.beside?.(item)) found.set(id ?? keyOf(view, item), withoutUntold(item));
  return differences(`${view.list ?? view.byIds ?? 'alone'} ${[view.of].flat().join(' ')}`, told, found);
}

const keyOf = ({ key }: View, item: Json): string => String(key ? key(item) : item.id);

/** A value without the fields that the ledger cannot tell. */
function withoutUntold(value: unknown): Json {
  return JSON.parse(JSON.stringify(value), (key, inner) => (key in UNTOLD ? undefined : inner));
}

/** What is served, with its id where it is read alone. */
async function readAll(
  view: View,
  documents: readonly Json[],
  reader: Client,
): Promise<[string | undefined, Json][]> {
  if (view.each) {
    const found: [string, Json][] = [];
    for (const document of documents) {
      const body = await read(view.each(document), reader);
      found.push([String(document.id), (body.data ?? body) as Json]);
    }
    return found;
  }
  const ids = documents.map(({ id }) => String(id));
  const pages = view.list ? [view.list] : (view.lists?.(documents) ?? []);
  for (let from = 0; view.byIds && from < ids.length; from += 50)
    pages.push(view.byIds + ids.slice(from, from + 50).join());
  const lists = await Promise.all(pages.map((path) => readList(path, reader)));
  return lists.flat().map((item) => [undefined, item]);
}

async function readList(path: string, reader: Client): Promise<Json[]> {
  const found: Json[] = [];
  const more = path.includes('?') ? '&' : '?';
  for (let next = path; ; ) {
    const body = await read(next, reader);
    const items = itemsOf(body);
    found.push(...items);
    if (body.pagination) {
      const { endCursor, hasNextPage } = body.pagination as { endCursor: string; hasNextPage: boolean };
      if (!hasNextPage || (items.length === 0 && path.includes('/stream'))) return found;
      next = `${path}${more}after=${encodeURIComponent(endCursor)}`;
    } else if (typeof body.count === 'number' && found.length < body.count && items.length > 0)
      next = `${path}${more}offset=${found.length}`;
    else return found;
  }
}

function itemsOf({ data, results }: Json): Json[] {
  const items = results ?? data;
  if (Array.isArray(items)) return items;
  return Object.values(items as Json).find(Array.isArray) ?? [];
}

async function read(path: string, reader: Client): Promise<Json> {
  const reply = await reader.get(path);
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
  return plain(reply.body);
}
