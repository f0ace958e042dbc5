import type { Writer } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database/database.ts';
import { badRequest, missing } from '../../../kernel/errors.ts';
import { allProblems } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { type Target, writeInto } from '../../../kernel/ledger/write.ts';
import { saveTags } from '../tags/save.ts';
import { CreateTag, type TagFields } from '../tags/schema.ts';
import { type Imported, matchRows, outcomes, readRows, rowSchema } from './rows.ts';

const tagRow = rowSchema(CreateTag);

/** A name below a parent, as one text; names hold no NUL. */
const place = (name: string, parentId: string | null): string => `${parentId ?? ''}\0${name}`;

/** Tags by their place; of several with one name below one parent, the first. */
async function findPlaces(tx: Tx, names: string[]): Promise<Map<string, string>> {
  const rows = await tx.rows(sql`
    select name, parent_id, id from tag where org_id = ${tx.orgId} and name = any(${names}::text[]) order by id desc`);
  return new Map(rows.map(([name, parentId, id]) => [place(name, parentId), id]));
}

/**
 * Writes tags, all or none. A row whose external id is a tag's, or whose name and parent are, changes that tag,
 * and an empty cell changes nothing; any other row adds one, which needs a name.
 *
 * @throws BatchError with every problem of every row.
 */
export async function importTags(
  target: Target,
  writer: Writer,
  rows: readonly TagFields[],
): Promise<Imported[]> {
  const problems = allProblems();
  const filled = readRows(rows, tagRow, problems);
  problems.check();
  return writeInto(target, writer, async (tx) => {
    const known = await findPlaces(
      tx,
      filled.flatMap(({ name }) => name ?? []),
    );
    const named = filled.map(({ name, parentTagId, externalIds = {} }) => ({
      externalIds,
      named: name === undefined ? undefined : known.get(place(name, parentTagId ?? null)),
    }));
    const matched = await matchRows(tx, tx.orgId, 'tag', named, problems);
    const items = filled.map((fields, index) => ({ id: matched[index], fields }));
    for (const [index, { id, fields }] of items.entries())
      if (!id && !fields.name) problems.add(index, missing('name'));
    problems.check();
    return outcomes(await saveTags(tx, items, problems), matched);
  });
}

/**
 * The ids of tags named by their path from the top, such as `['North', 'Depot 4']`, in the order given; adds
 * those that are not there.
 */
export async function tagsAtPaths(
  target: Target,
  writer: Writer,
  paths: readonly (readonly string[])[],
): Promise<string[]> {
  const problems = allProblems();
  for (const [index, path] of paths.entries())
    if (path.length === 0 || path.some((name) => name === '' || name.length > 191))
      problems.add(index, badRequest('A tag needs a name of 1 to 191 characters.'));
  problems.check();
  return writeInto(target, writer, async (tx) => {
    const known = await findPlaces(tx, [...new Set(paths.flat())]);
    const reached: (string | null)[] = paths.map(() => null);
    for (let level = 0; level < Math.max(0, ...paths.map(({ length }) => length)); level += 1) {
      const steps = paths.flatMap((path, index) => {
        const name = path[level];
        return name === undefined ? [] : [{ index, name, parent: reached[index] ?? null }];
      });
      const missing = new Map(
        steps.flatMap(({ name, parent }) =>
          known.has(place(name, parent)) ? [] : [[place(name, parent), { name, parentTagId: parent }]],
        ),
      );
      const items = [...missing.values()].map((fields) => ({ fields }));
      const added = items.length > 0 ? await saveTags(tx, items, problems) : [];
      for (const [at, key] of [...missing.keys()].entries()) known.set(key, added[at]?.id as string);
      for (const { index, name, parent } of steps) reached[index] = known.get(place(name, parent)) as string;
    }
    return reached as string[];
  });
}
