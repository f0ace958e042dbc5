import { columns, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import type { Changed } from '../../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';
import { filled } from '../entities/fields.ts';
import { externalIdsOf } from '../external-ids/find.ts';
import { ExternalIds } from '../external-ids/schema.ts';

const foreign = (what: string) =>
  Type.Optional(Type.Array(Type.String(), { description: `${what} in the tag, by id, as they came.` }));

/** A tag's own facts. Who is in it is a fact of theirs; only members of kinds that are not kept here are the tag's. */
export const TagDocument = Shape('TagDocument', {
  id: Type.String({ description: 'Id of the tag.' }),
  name: Type.String({ description: 'Name of the tag.' }),
  parentTagId: Type.Optional(Type.String({ description: 'Id of the tag above it.' })),
  addresses: foreign('Addresses'),
  assets: foreign('Trailers and other assets'),
  machines: foreign('Machines'),
  sensors: foreign('Sensors'),
  externalIds: ExternalIds,
  createdAtTime: Time('When the tag was added.'),
  updatedAtTime: Time('When the tag was last changed.'),
});
export type TagDocument = Static<typeof TagDocument>;

interface Row {
  id: string;
  name: string;
  parentTagId: string | null;
  details: string;
  externalIds: string | null;
  createdAt: string;
  updatedAt: string;
}

const tagColumns = (orgId: string) =>
  columns<Row>({
    id: sql`tag.id`,
    name: sql`tag.name`,
    parentTagId: sql`tag.parent_id`,
    details: sql`tag.details`,
    externalIds: externalIdsOf(orgId, 'tag', sql`tag.id`),
    createdAt: sql`tag.created_at`,
    updatedAt: sql`tag.updated_at`,
  });

/** Tags as their documents. `rest` is about the table tag: conditions, order, limit. */
export async function selectTags(database: Queryable, orgId: string, rest: Sql): Promise<TagDocument[]> {
  const tag = tagColumns(orgId);
  const rows = await database.rows(sql`select ${tag.list} from tag where tag.org_id = ${orgId} ${rest}`);
  return rows.map((row) => toDocument(tag.read(row)));
}

export async function readTags(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<TagDocument>[]> {
  const tags = await selectTags(database, orgId, sql`and tag.id = any(${ids}::bigint[])`);
  return tags.map((document) => ({ id: document.id, document }));
}

const toDocument = ({ details, externalIds, createdAt, updatedAt, ...own }: Row): TagDocument => ({
  ...(filled(own) as Pick<TagDocument, 'id' | 'name'>),
  ...JSON.parse(details),
  externalIds: JSON.parse(externalIds ?? '{}'),
  createdAtTime: wireTime(createdAt),
  updatedAtTime: wireTime(updatedAt),
});
