import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { inTags } from '../tags/scope.ts';

/** Those of the ids of people and vehicles that whoever asks may see, whether or not they are still there. */
async function visibleEntities(
  database: Queryable,
  { orgId, tagIds }: Sight,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!tagIds || ids.length === 0) return new Set(ids);
  const rows = await database.rows(sql`
    select given.id from unnest(${ids}::bigint[]) given (id)
    where ${inTags(orgId, tagIds, sql`given.id`, true)}`);
  return new Set(rows.map(([id]) => id));
}

/**
 * How replies refer to people and vehicles by id alone, and what is left of it for a token that does not see them.
 * Text of clients cannot look like one: its quotes are escaped.
 */
const REFERENCES: readonly { pattern: RegExp; hidden: string }[] = [
  // A person or vehicle that an answer of a form or record names.
  { pattern: /,"polymorphicUserId":\{"id":"(?<id>\d+)","type":"(?:driver|user)"\}/g, hidden: '' },
  { pattern: /("asset":\{"entryType":"tracked"),"id":"(?<id>\d+)"/g, hidden: '$1' },
  // Who gets a reminder: a manager of somebody may be outside of their tags.
  { pattern: /("recipientId":)"(?<id>\d+)"/g, hidden: '$1""' },
  // Who made, changed or handed in an object: an API's replies always have them.
  { pattern: /("(?:created|updated)ById":)"(?:driver|user)-(?<id>\d+)"/g, hidden: '$1""' },
  { pattern: /("(?:created|updated|submitted)By":\{(?:"type":"\w+",)?"id":)"(?<id>\d+)"/g, hidden: '$1""' },
];

/**
 * The text of a reply without the people and vehicles whom a token that is limited to tags may not see. `own` is the
 * user that the token acts as.
 */
export async function withoutUnseen(
  database: Queryable,
  sight: Sight,
  text: string,
  own?: string,
): Promise<string> {
  if (!sight.tagIds) return text;
  const named = REFERENCES.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ groups }) => groups?.id ?? []),
  );
  const seen = await visibleEntities(database, sight, [...new Set(named)]);
  return REFERENCES.reduce(
    (left, { pattern, hidden }) =>
      left.replace(pattern, (whole, ...found) => {
        const { id } = found.at(-1) as { id: string };
        return seen.has(id) || id === own ? whole : hidden.replace('$1', String(found[0]));
      }),
    text,
  );
}
