import type { Sight } from '../../../../kernel/auth.ts';
import { and, type Queryable, type Sql, sql } from '../../../../kernel/database/database.ts';
import { keyset, type Order } from '../../../../kernel/pages/keyset.ts';
import { partPattern } from '../../../../kernel/text.ts';
import { inTags, listedSubjects, visibleTo } from '../../../directory/index.ts';
import { validity } from '../../validity.ts';
import type { STANDINGS } from './schema.ts';

/** What a list of records is narrowed to; `now` and `expiringDays` are what their standing goes by. */
export interface ListFilter {
  search?: string | undefined;
  ownerIds?: readonly string[] | undefined;
  typeIds?: readonly string[] | undefined;
  tagIds?: readonly string[] | undefined;
  statuses: readonly string[];
  standings?: readonly string[] | undefined;
  expiringDays: number;
  /** RFC 3339. */
  expiresFrom?: string | undefined;
  expiresUntil?: string | undefined;
}

const ORDERS: Record<'expiry' | 'newest' | 'changed', Order> = {
  expiry: { key: sql`coalesce(record.expires_at, 'infinity')`, type: sql`timestamptz` },
  newest: { key: sql`record.created_at`, type: sql`timestamptz`, isDescending: true },
  changed: { key: sql`record.updated_at`, type: sql`timestamptz`, isDescending: true },
};

const standingAt = ({ expiringDays }: ListFilter, now: string): Sql =>
  validity(sql`record.issued_at`, sql`record.expires_at`, sql`${now}::timestamptz`, expiringDays);

/** The records that a filter leaves of those that whoever asks may see. */
function wanted(sight: Sight, filter: ListFilter, now: string): Sql {
  const { search, ownerIds, typeIds, tagIds, statuses, standings, expiresFrom, expiresUntil } = filter;
  const types = ['driver', 'user', 'vehicle'] as const;
  return sql`qualification_record record where record.org_id = ${sight.orgId}
    and record.status = any(${statuses}::text[]) ${and(
      search !== undefined &&
        search !== '' &&
        sql`(lower(record.document::json #>> '{qualificationType,name}') like ${partPattern(search)}
          or record.owner_id in (select found.id from ${listedSubjects(sight, { types, search })} found))`,
      ownerIds && sql`record.owner_id = any(${ownerIds}::bigint[])`,
      typeIds && sql`record.type_id = any(${typeIds}::uuid[])`,
      tagIds && inTags(sight.orgId, tagIds, sql`record.owner_id`, true),
      standings && sql`${standingAt(filter, now)} = any(${standings}::text[])`,
      expiresFrom !== undefined && sql`record.expires_at >= ${expiresFrom}::timestamptz`,
      expiresUntil !== undefined && sql`record.expires_at < ${expiresUntil}::timestamptz`,
    )} ${visibleTo(sight, sql`record.owner_id`)}`;
}

/** A record of a list as its stored text, with its sort key. */
export interface ListedRow {
  text: string;
  ownerId: string;
  standing: (typeof STANDINGS)[number];
  key: [string, string];
}

/** One page of records, and one more to tell whether another follows. */
export async function listRecords(
  database: Queryable,
  sight: Sight,
  filter: ListFilter,
  sort: keyof typeof ORDERS,
  after: readonly string[],
  limit: number,
  now: string,
): Promise<ListedRow[]> {
  const place = keyset(ORDERS[sort], sql`record.id`, after);
  const rows = await database.rows(sql`
    select record.document, record.owner_id, ${standingAt(filter, now)}, ${place.columns}
    from ${wanted(sight, filter, now)} ${place.after} ${place.orderBy} limit ${limit + 1}`);
  return rows.map(([text, ownerId, standing, ...key]) => ({
    text,
    ownerId,
    standing,
    key: key as [string, string],
  }));
}

/** How many there are in all pages. */
export async function countRecords(
  database: Queryable,
  sight: Sight,
  filter: ListFilter,
  now: string,
): Promise<number> {
  const [row] = await database.rows(sql`select count(*)::int from ${wanted(sight, filter, now)}`);
  return row?.[0] ?? 0;
}
