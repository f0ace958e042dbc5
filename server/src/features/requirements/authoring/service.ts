import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../kernel/database/database.ts';
import { badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { beginFollowing } from '../statuses/position.ts';
import { refuseCircle } from './circle.ts';
import type { Content } from './content.ts';
import { REQUIREMENT_MOVES } from './moves.ts';
import { readContent, type Written } from './read-content.ts';
import { subjectsOf } from './read-selector.ts';
import { checkReferences } from './references.ts';
import { requirement } from './resource.ts';
import type { CreateRequirement, Requirement, UpdateRequirement } from './schema.ts';
import { requirementFacts } from './schema.ts';
import { archiveRow, publishContent, readRequirements, saveContent } from './store.ts';

/** Adds a draft inside a write. @throws 400 naming the place of what is wrong; 404 for what it names and is not there */
export async function addRequirement(tx: Tx, input: CreateRequirement): Promise<Requirement> {
  const content = await checked(tx, readContent(input));
  const id = newId();
  await saveContent(tx, id, content);
  tx.changed(requirement, 'create', [id]);
  return requireRequirement(tx, tx.orgId, 'id', id);
}

/** Changes what is named in what is written; the revision in force stays until it is published. */
export const updateRequirement = (
  database: Database,
  caller: Caller,
  { id, ...changes }: UpdateRequirement,
): Promise<Requirement> =>
  write(database, caller, async (tx) => {
    const before = await requireRequirement(tx, tx.orgId, 'id', id);
    refuseArchived(before);
    const content = await checked(tx, readContent({ ...contentOf(before), ...changes }));
    return writeContent(tx, before, content);
  });

/** Writes another content into a requirement, inside a write; what is there already is not written. */
export async function writeContent(tx: Tx, before: Requirement, content: Content): Promise<Requirement> {
  if (isDeepStrictEqual(content, contentOf(before))) return before;
  await saveContent(tx, before.id, content);
  tx.changed(requirement, 'update', [before.id]);
  return requireRequirement(tx, tx.orgId, 'id', before.id);
}

/**
 * Makes what is written the rule in force from now on, inside a write. What it says of earlier moments stays as it was.
 *
 * @throws 400 for an archived one, one that names what is gone, or one that closes a circle of assignments.
 */
export async function publishRequirement(tx: Tx, id: string): Promise<Requirement> {
  const before = await requireRequirement(tx, tx.orgId, 'id', id);
  refuseArchived(before);
  if (!before.hasUnpublishedChanges) return before;
  const content = await checked(tx, readContent({ ...contentOf(before) }));
  await refuseCircle(tx, tx.orgId, before.id, content);
  await publishContent(tx, before.id, newId());
  await beginFollowing(tx);
  tx.changed(requirement, 'publish', [before.id]);
  return requireRequirement(tx, tx.orgId, 'id', before.id);
}

/** Ends a requirement: from now on nobody needs it. */
export const archiveRequirement = (database: Database, caller: Caller, id: string): Promise<Requirement> =>
  write(database, caller, async (tx) => {
    const before = await requireRequirement(tx, tx.orgId, 'id', id);
    if (before.state === 'archived') return before;
    await archiveRow(tx, before.id);
    tx.changed(requirement, 'archive', [before.id]);
    return requireRequirement(tx, tx.orgId, 'id', before.id);
  });

/** @throws 404 */
export async function requireRequirement(
  database: Queryable,
  orgId: string,
  field: string,
  id: string,
): Promise<Requirement> {
  if (!isUuid(id)) throw invalid(field, `"${id.slice(0, 60)}" is not a UUID.`);
  const [found] = await readRequirements(database, orgId, [id]);
  if (!found) throw notFound(`${field}: no requirement ${id}.`);
  return found;
}

/** What is written of a requirement, without what the server keeps of it. */
export const contentOf = (written: Requirement): Content =>
  Object.fromEntries(
    Object.entries(written).filter(([key]) => key in requirementFacts),
  ) as unknown as Content;

function refuseArchived({ id, state }: Requirement): void {
  if (!REQUIREMENT_MOVES.update.from.some((each) => each === state))
    throw badRequest(`Requirement ${id} is archived. Make a new one.`);
}

/** The content of what was read, once everything that it names is there and fits. */
export async function checked(
  tx: Queryable & { orgId: string },
  { content, references }: Written,
): Promise<Content> {
  await checkReferences(tx, tx.orgId, references, subjectsOf(content.appliesTo));
  return content;
}
