import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { folded } from '../../../kernel/text.ts';
import { type Kind, namedObjects, wordsOf } from './references.ts';

/** What stands before a name where an id belongs. */
const PREFIX = 'name:';
/** Deeper than any rule may be: what is left there is refused when it is read. */
const DEEPEST = 64;

/** What an id is of, by its key, or by the key of the object that has it. */
const KEYS: Record<string, Kind> = {
  tag: 'tag',
  role: 'role',
  typeId: 'type',
  templateId: 'template',
  courseId: 'course',
  courseIds: 'course',
  categoryIds: 'category',
  'course.id': 'course',
  'attribute.id': 'attribute',
};

/** The names of one organization's objects, read as they are asked for. */
export class Names {
  readonly #database: Queryable;
  readonly #orgId: string;
  readonly #kinds = new Map<Kind, Promise<Map<string, string[]>>>();

  constructor(database: Queryable, orgId: string) {
    this.#database = database;
    this.#orgId = orgId;
  }

  /** @throws 404 for a name that no object has, 400 for one that several have; both naming the place. */
  async id(path: string, kind: Kind, name: string): Promise<string> {
    const all = this.#kinds.get(kind) ?? namedObjects(this.#database, this.#orgId, kind);
    this.#kinds.set(kind, all);
    const named = await all;
    const [id, ...others] = named.get(name) ?? [];
    const shown = name.slice(0, 100);
    if (id === undefined) {
      const similar = [...named.keys()].find((each) => folded(each) === folded(name));
      const hint = similar === undefined ? '' : ` Do you mean "${similar}"?`;
      throw notFound(`${path}: there is no ${wordsOf(kind)} "${shown}".${hint}`);
    }
    if (others.length > 0)
      throw invalid(
        path,
        `${others.length + 1} objects are a ${wordsOf(kind)} "${shown}". Use the id of one: ${[id, ...others].slice(0, 5).join(', ')}.`,
      );
    return id;
  }
}

/**
 * A requirement with ids in place of `"name:Tankers"`, wherever an id belongs.
 *
 * @throws 404 or 400 naming the place.
 */
export async function withIds(
  names: Names,
  given: unknown,
  path = '',
  key = '',
  depth = 0,
): Promise<unknown> {
  if (typeof given === 'string') {
    const kind = KEYS[key];
    return kind && given.startsWith(PREFIX) ? names.id(path, kind, given.slice(PREFIX.length)) : given;
  }
  if (typeof given !== 'object' || given === null || depth === DEEPEST) return given;
  const below = (value: unknown, at: string, own: string) => withIds(names, value, at, own, depth + 1);
  if (Array.isArray(given)) {
    const items: unknown[] = [];
    for (const [n, each] of given.entries()) items.push(await below(each, `${path}[${n}]`, key));
    return items;
  }
  const fields: [string, unknown][] = [];
  for (const [name, value] of Object.entries(given)) {
    const own = name === 'id' ? `${key}.id` : name;
    fields.push([name, await below(value, path ? `${path}.${name}` : name, own)]);
  }
  return Object.fromEntries(fields);
}
