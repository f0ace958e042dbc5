import type { Sight } from '../../../kernel/auth.ts';
import { empty, join, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { badRequest, notFound } from '../../../kernel/errors.ts';
import { isNumericId, numericIds, parseExternalId } from '../../../kernel/ids.ts';
import { findEntityIds, inTags, unknownTags, visibleTo } from '../../directory/index.ts';
import type { Group } from './store.ts';

/** Whom a request asks about: the union of all that is named; everybody when nothing is. */
export interface GroupFilter {
  ids?: string[];
  tagIds?: string[];
  parentTagIds?: string[];
}

/**
 * The condition on the drivers or vehicles of a query, beginning with "and".
 *
 * @throws 400 for text that is no id; 404 for one that is not there or out of the token's sight.
 */
export async function groupCondition(
  database: Queryable,
  sight: Sight,
  group: Group,
  filter: GroupFilter,
): Promise<Sql> {
  const id = group === 'driver' ? sql`driver_id` : sql`vehicle_id`;
  const ids = filter.ids && (await entityIds(database, sight, group, filter.ids));
  await requireTags(database, sight.orgId, 'tagIds', filter.tagIds);
  await requireTags(database, sight.orgId, 'parentTagIds', filter.parentTagIds);
  const any = [
    ...(ids ? [sql`${id} = any(${ids}::bigint[])`] : []),
    ...(filter.tagIds ? [inTags(sight.orgId, filter.tagIds, id, false)] : []),
    ...(filter.parentTagIds ? [inTags(sight.orgId, filter.parentTagIds, id, true)] : []),
  ];
  const union = any.length > 0 ? sql`and (${join(any, ' or ')})` : empty;
  return sql`${union} ${visibleTo(sight, id)}`;
}

async function entityIds(
  database: Queryable,
  sight: Sight,
  group: Group,
  texts: readonly string[],
): Promise<string[]> {
  const field = `${group}Ids`;
  const known = await findEntityIds(database, sight, group, texts);
  return texts.map((text) => {
    const id = known.get(text);
    if (id !== undefined) return id;
    if (!isNumericId(text.replace(/^driver-/, '')) && !parseExternalId(text))
      throw badRequest(`${field} contains an invalid ID: "${text.slice(0, 60)}".`);
    throw notFound(`${field}: no ${group} ${text.slice(0, 100)}.`);
  });
}

async function requireTags(
  database: Queryable,
  orgId: string,
  field: string,
  ids: readonly string[] | undefined,
): Promise<void> {
  if (!ids) return;
  const [missing] = await unknownTags(database, orgId, numericIds(field, ids));
  if (missing !== undefined) throw notFound(`${field}: no tag ${missing}.`);
}
