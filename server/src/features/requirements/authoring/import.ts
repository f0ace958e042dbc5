import type { Writer } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database/database.ts';
import { ApiError, invalid } from '../../../kernel/errors.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import type { Content } from './content.ts';
import { booleanAt } from './given.ts';
import { Names, withIds } from './names.ts';
import { readContent } from './read-content.ts';
import { type CreateRequirement, requirementFacts } from './schema.ts';
import { addRequirement, checked, publishRequirement, requireRequirement, writeContent } from './service.ts';

/** What becomes of one requirement of a file. */
export interface ImportedRequirement {
  name: string;
  outcome: 'created' | 'updated' | 'unchanged';
  /** Whether what is written comes into force with it. */
  isPublished: boolean;
}

/** Something that is wrong in a file, with its place: `[2].appliesTo.all[1].tag`. */
export interface FileProblem {
  place: string;
  problem: string;
}

/** What an import did, or would do. */
export interface RequirementImport {
  requirements: ImportedRequirement[];
  /** With any of them nothing is written. */
  problems: FileProblem[];
}

/** Rolls back what was written before a problem was found. */
class Refused extends Error {}

const FIELDS = [...Object.keys(requirementFacts), 'publish'];

/**
 * Writes requirements, all or none: each as `POST /requirements` takes it, with `"name:Tankers"` wherever an id
 * belongs, and published where `publish` is true. One that is there by its name becomes what the file says, and what
 * the file leaves out of it becomes what it is for a new one. A writer with `dryRun` checks and writes nothing.
 * `answer` makes of it what the write answers.
 */
export async function importRequirements(
  database: Database,
  writer: Writer,
  entries: readonly unknown[],
  answer: (told: RequirementImport) => unknown = (told) => told,
): Promise<RequirementImport> {
  const requirements: ImportedRequirement[] = [];
  const problems: FileProblem[] = [];
  await write(database, writer, async (tx) => {
    const names = new Names(tx, tx.orgId);
    const places = new Map<string, number>();
    for (const [n, entry] of entries.entries())
      try {
        requirements.push(await importOne(tx, names, entry, n, places));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        problems.push(
          ...error.problems.map((each) => ({ place: placeOf(n, each.field), problem: each.problem })),
        );
      }
    if (problems.length > 0) throw new Refused();
    return answer({ requirements, problems });
  }).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  });
  return { requirements, problems };
}

const placeOf = (n: number, field: string | undefined): string => `[${n}]${field ? `.${field}` : ''}`;

async function importOne(
  tx: Tx,
  names: Names,
  entry: unknown,
  n: number,
  places: Map<string, number>,
): Promise<ImportedRequirement> {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new ApiError(400, `it must be an object with ${FIELDS.join(', ')}.`);
  const stranger = Object.keys(entry).find((key) => !FIELDS.includes(key));
  if (stranger !== undefined) throw invalid(stranger.slice(0, 60), `it is none of ${FIELDS.join(', ')}.`);
  const { publish = false, ...given } = entry as Record<string, unknown>;
  const isPublished = booleanAt('publish', publish);
  const written = readContent((await withIds(names, given)) as Record<string, unknown>);
  const { name } = written.content;
  const earlier = places.get(name);
  if (earlier !== undefined) throw invalid('name', `[${earlier}] has the same. Leave one of the two.`);
  places.set(name, n);
  const before = await namedRequirement(tx, name);
  if (before === undefined) {
    const { id } = await addRequirement(tx, written.content as CreateRequirement);
    if (isPublished) await publishRequirement(tx, id);
    return { name, outcome: 'created', isPublished };
  }
  return update(tx, before, await checked(tx, written), isPublished);
}

async function update(tx: Tx, id: string, content: Content, publish: boolean): Promise<ImportedRequirement> {
  const before = await requireRequirement(tx, tx.orgId, 'id', id);
  const after = await writeContent(tx, before, content);
  const isPublished = publish && after.hasUnpublishedChanges;
  if (isPublished) await publishRequirement(tx, id);
  const outcome = after === before && !isPublished ? 'unchanged' : 'updated';
  return { name: content.name, outcome, isPublished };
}

/** The id of the requirement of that name that is not archived. @throws 400 for several */
async function namedRequirement(tx: Tx, name: string): Promise<string | undefined> {
  const rows = await tx.rows(sql`
    select id from requirement where org_id = ${tx.orgId} and state <> 'archived' and content ->> 'name' = ${name}
    order by id`);
  if (rows.length > 1)
    throw invalid(
      'name',
      `${rows.length} requirements have it: ${rows.map(([id]) => id).join(', ')}. Archive or rename all but one.`,
    );
  return rows[0]?.[0];
}
