import { readdir } from 'node:fs/promises';
import type { Ids, Probe } from './probe.ts';
import type { TestApp, TestOrg } from './start-app.ts';

const SRC = new URL('../src/', import.meta.url);

/** Every probe below src/features/. */
export const PROBES: readonly Probe[] = await findProbes();

async function findProbes(): Promise<Probe[]> {
  const files = (await readdir(SRC, { recursive: true })).filter((file) => file.endsWith('.probe.ts')).sort();
  const modules = await Promise.all(files.map((file) => import(new URL(file, SRC).href)));
  return modules.map(({ probe }: { probe: Probe }) => probe);
}

/** The probe that speaks of an operation, such as `GET /tags`. */
export const probeFor = (operation: string): Probe | undefined =>
  PROBES.find(({ foreign }) => operation in foreign);

const KINDS = PROBES.flatMap(({ makes = {} }) => Object.entries(makes));

const AS_NUMBER = 281474976000001;

/** Ids that no organization has. */
export const nobodys: Ids = known(
  Object.fromEntries(
    KINDS.map(([kind, looks], n) => [
      kind,
      looks === 'number' ? String(AS_NUMBER + n) : `0191d1b8-0000-7000-8000-${String(n).padStart(12, '0')}`,
    ]),
  ),
);

/** Makes one object of each kind, those first that others need. */
export async function makeIds(server: TestApp, org: TestOrg): Promise<Ids> {
  const ids: Ids = {};
  const waiting = new Set(PROBES.filter(({ make }) => make));
  while (waiting.size > 0) {
    const next = [...waiting].find(({ needs = [] }) => needs.every((kind) => kind in ids));
    if (!next) throw new Error(`nobody makes what these need: ${JSON.stringify([...waiting])}`);
    Object.assign(ids, await next.make?.({ server, org, ids: known(ids) }));
    waiting.delete(next);
  }
  return known(ids);
}

/** A kind that nobody makes is a mistake in whoever asks for it. */
function known(ids: Ids): Ids {
  return new Proxy(ids, {
    get: (all, kind) => {
      if (typeof kind === 'string' && !(kind in all) && kind !== 'then' && kind !== 'toJSON')
        throw new Error(`no probe makes a ${kind}`);
      return Reflect.get(all, kind);
    },
  });
}

/** Whether a parameter or field is named as an id; external ids are what a caller makes up. */
export const isIdName = (name: string): boolean =>
  /^(?:(?:\w+_)?i|\w+I)ds?$/.test(name) && !/externalIds?$/i.test(name);

/** What an operation takes for the id at `keys`, the last of which is its name; undefined where nothing says so. */
export function idFor(operation: string, keys: readonly string[], ids: Ids): unknown {
  const { names = {} } = probeFor(operation) ?? {};
  const named = keys.filter((key) => !/^\d+$/.test(key));
  for (let from = 0; from < named.length; from += 1) {
    const name = named.slice(from).join('.');
    // `id` and `ids` alone say whose only at the top.
    const said = from > 0 && /^ids?$/.test(name) ? undefined : names[name];
    const kind = typeof said === 'string' ? said : kindOf(name);
    if (typeof said === 'function') return said(ids);
    if (kind) return ids[kind];
  }
  return undefined;
}

/** The kind that a name such as `courseId`, `parentTagIds` or `course.id` speaks of. */
function kindOf(name: string): string | undefined {
  const [, words = ''] = /^(\w+)(?:Ids?|\.id)$/.exec(name) ?? [];
  return KINDS.find(
    ([kind]) => words === kind || words.endsWith(kind[0]?.toUpperCase() + kind.slice(1)),
  )?.[0];
}
