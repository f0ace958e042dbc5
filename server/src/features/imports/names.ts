import type { Queryable } from '../../kernel/database/database.ts';
import { folded } from '../../kernel/text.ts';
import { findRoles, findTags } from '../directory/index.ts';
import { CellProblem } from './cell-problem.ts';

/** Finds one kind of thing by its name or id. */
class Directory {
  readonly #ids = new Set<string>();
  readonly #byName = new Map<string, string[]>();
  readonly #folded = new Map<string, string>();

  constructor(named: Iterable<{ id: string; name: string }>) {
    for (const { id, name } of named) {
      this.#ids.add(id);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), id]);
      this.#folded.set(folded(name), name);
    }
  }

  /** The id; undefined when there is none. */
  find(kind: string, text: string): string | undefined {
    const named = this.#byName.get(text) ?? [];
    if (named.length > 1)
      throw new CellProblem(
        `${named.length} ${kind}s are named "${text}". Use the id of one: ${named.join(', ')}.`,
      );
    return named[0] ?? (this.#ids.has(text) ? text : undefined);
  }

  /** Where only capitals differ: the name as it is written. */
  similar(text: string): string | undefined {
    return this.#folded.get(folded(text));
  }
}

/** The tags and roles of an organization, by name or id. */
export class Names {
  readonly #tags: Directory;
  readonly #roles: Directory;
  readonly #createTags: boolean;
  readonly #option: string;

  private constructor(tags: Directory, roles: Directory, createTags: boolean, option: string) {
    this.#option = option;
    this.#tags = tags;
    this.#roles = roles;
    this.#createTags = createTags;
  }

  /** `option` is what makes tags that are not there, as whoever asks would give it. */
  static async read(database: Queryable, orgId: string, createTags: boolean, option: string): Promise<Names> {
    const tags = await findTags(database, orgId);
    const roles = await findRoles(database, orgId);
    return new Names(new Directory(tags.values()), new Directory(roles), createTags, option);
  }

  /** A tag's id; undefined for one that is to be made. */
  tag(text: string): string | undefined {
    const id = this.#tags.find('tag', text);
    if (id !== undefined) return id;
    if (this.#createTags && text.length <= 191) return undefined;
    const similar = this.#tags.similar(text);
    const fix = similar ? `Do you mean "${similar}"?` : `Correct it, or add ${this.#option} to make it.`;
    throw new CellProblem(`there is no tag "${text.slice(0, 60)}". ${fix}`);
  }

  role(text: string): string {
    const id = this.#roles.find('role', text) ?? this.#roles.find('role', this.#roles.similar(text) ?? '');
    if (id === undefined)
      throw new CellProblem(
        `there is no role "${text.slice(0, 60)}". See GET /user-roles for those there are.`,
      );
    return id;
  }
}
