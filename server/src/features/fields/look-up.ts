import type { Sight } from '../../kernel/auth.ts';
import type { Queryable } from '../../kernel/database/database.ts';
import { lookUpPeople, lookUpVehicles, rolesOfUsers } from '../directory/index.ts';
import { DOCUMENT_KINDS, type InlineMedia, PICTURE_KINDS, readInlineMedia } from '../media/index.ts';
import type { AssetReference, Found, MediaReference, PersonReference, References } from './drafts.ts';
import { wrong } from './given.ts';
import type { MediaRecord, PersonId } from './types.ts';

/** Finds everyone and everything that values name, one statement a kind. */
export async function lookUp(
  database: Queryable,
  sight: Sight,
  { people, assets }: References,
): Promise<Pick<Found, 'people' | 'assets'>> {
  return {
    people: people.length > 0 ? await findThem(database, sight, people) : new Map(),
    assets: assets.length > 0 ? await findAssets(database, sight, assets) : new Map(),
  };
}

/** @throws 400 for somebody whom the question does not take; 404 for somebody who is not there. */
async function findThem(
  database: Queryable,
  sight: Sight,
  references: readonly PersonReference[],
): Promise<Map<PersonReference, PersonId>> {
  const byText = await lookUpPeople(
    database,
    sight,
    references.map(({ what, text }) => [what, text]),
  );
  const found = references.map((reference) => {
    const { type, id } = byText.get(reference.text) as PersonId;
    return { ...reference, reference, type, id };
  });
  const limited = found.filter(({ question }) => question.filterByRoleIds?.length);
  const ids = limited.map(({ id }) => id);
  const roles = ids.length > 0 ? await rolesOfUsers(database, sight.orgId, ids) : new Map();
  for (const { what, question, type } of found)
    if (type === 'driver' ? question.includeDrivers === false : question.includeUsers === false)
      throw wrong(what, `a ${type} cannot be chosen here.`);
  for (const { what, question, type, id } of limited) {
    const held: string[] = roles.get(id) ?? [];
    if (type === 'user' && !question.filterByRoleIds?.some((role) => held.includes(role)))
      throw wrong(what, `user-${id} has none of the roles that it takes: ${question.filterByRoleIds}.`);
  }
  return new Map(found.map(({ reference, type, id }) => [reference, { id, type }]));
}

/** @throws 404 for an asset that is not there. */
async function findAssets(
  database: Queryable,
  sight: Sight,
  references: readonly AssetReference[],
): Promise<Map<AssetReference, string>> {
  const byText = await lookUpVehicles(
    database,
    sight,
    references.map(({ what, text }) => [what, text]),
  );
  return new Map(references.map((reference) => [reference, byText.get(reference.text) as string]));
}

/** Decodes the files one after the other: several at once would only hold more memory. */
export async function decode({
  media: references,
}: References): Promise<{ files: InlineMedia[]; media: Found['media'] }> {
  const files: InlineMedia[] = [];
  const media = new Map<MediaReference, MediaRecord>();
  for (const reference of references) {
    const { what, base64, pictureOnly } = reference;
    const file = await readInlineMedia(what, base64, pictureOnly ? PICTURE_KINDS : DOCUMENT_KINDS);
    files.push(file);
    media.set(reference, mediaRecord(file));
  }
  return { files, media };
}

/** A file as values keep it. */
export const mediaRecord = ({ id, contentType, size, sha256 }: MediaRecord): MediaRecord => ({
  id,
  contentType,
  size,
  sha256,
});
