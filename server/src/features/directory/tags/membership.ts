import { and, type Sql, sql, table } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { visibleTag } from './scope.ts';

/** The kinds of objects that can be in a tag. */
export type MemberType = 'driver' | 'user' | 'vehicle';

/** Somebody or something in a tag. */
interface Pair {
  tagId: string;
  entityId: string;
}

const given = (pairs: readonly Pair[]): Sql =>
  table('given', pairs, {
    tag_id: ['bigint', ({ tagId }) => tagId],
    entity_id: ['bigint', ({ entityId }) => entityId],
  });

/** Ends memberships, which become past ones; answers whose. `which` is a condition on tag_member. */
async function leave(tx: Tx, which: Sql): Promise<{ id: string; type: MemberType }[]> {
  const rows = await tx.rows(sql`
    with gone as (
      delete from tag_member where org_id = ${tx.orgId} and ${which}
      returning entity_id, tag_id, entered_at, entity_type),
    past as (
      insert into tag_member_past (org_id, entity_id, tag_id, entered_at, left_at, entity_type)
      select ${tx.orgId}::bigint, entity_id, tag_id, entered_at, ${tx.at}::timestamptz, entity_type
      from gone where entered_at < ${tx.at}::timestamptz)
    select entity_id, entity_type from gone`);
  return rows.map(([id, type]) => ({ id, type }));
}

/** Those who are not in a tag yet enter it; answers their ids. */
async function enter(tx: Tx, type: MemberType, pairs: readonly Pair[]): Promise<string[]> {
  if (pairs.length === 0) return [];
  const rows = await tx.rows(sql`
    insert into tag_member (org_id, tag_id, entity_id, entity_type, entered_at)
    select ${tx.orgId}::bigint, tag_id, entity_id, ${type}::text, ${tx.at}::timestamptz from ${given(pairs)}
    on conflict do nothing returning entity_id`);
  return rows.map(([id]) => id);
}

const notGiven = (pairs: readonly Pair[]): Sql | false =>
  pairs.length > 0 && sql`(tag_id, entity_id) not in (select tag_id, entity_id from ${given(pairs)})`;

/** Makes `tagIds` the tags of each entity; tags that whoever writes does not see stay. */
export async function replaceTags(
  tx: Tx,
  type: MemberType,
  links: readonly { entityId: string; tagIds: readonly string[] }[],
): Promise<void> {
  if (links.length === 0) return;
  const pairs = links.flatMap(({ entityId, tagIds }) => tagIds.map((tagId) => ({ entityId, tagId })));
  const entities = links.map(({ entityId }) => entityId);
  await leave(
    tx,
    sql`entity_id = any(${entities}::bigint[]) ${visibleTag(tx, sql`tag_id`)} ${and(notGiven(pairs))}`,
  );
  await enter(tx, type, pairs);
}

/** Makes `ids` the members of one kind that each tag has; answers who entered or left one. */
export async function replaceMembers(
  tx: Tx,
  type: MemberType,
  members: readonly { tagId: string; ids: readonly string[] }[],
): Promise<string[]> {
  if (members.length === 0) return [];
  const pairs = members.flatMap(({ tagId, ids }) => ids.map((entityId) => ({ tagId, entityId })));
  const tags = members.map(({ tagId }) => tagId);
  const left = await leave(
    tx,
    sql`entity_type = ${type} and tag_id = any(${tags}::bigint[]) ${and(notGiven(pairs))}`,
  );
  return [...new Set([...left.map(({ id }) => id), ...(await enter(tx, type, pairs))])];
}

/** Everybody leaves a tag; answers who. */
export const emptyTag = (tx: Tx, tagId: string): Promise<{ id: string; type: MemberType }[]> =>
  leave(tx, sql`tag_id = ${tagId}`);

/** Somebody who is deleted leaves all tags. */
export async function leaveAllTags(tx: Tx, entityId: string): Promise<void> {
  await leave(tx, sql`entity_id = ${entityId}`);
}
