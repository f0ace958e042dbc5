import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { utcText, wireTime } from '../../../kernel/time.ts';
import type { Content, Published } from './content.ts';
import type { Requirement, State } from './schema.ts';

interface RequirementRow {
  id: string;
  state: State;
  content: string;
  revisionId: string | null;
  publishedAt: string | null;
  differs: boolean;
  archivedAt: string | null;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}

const REQUIREMENT = columns<RequirementRow>({
  id: sql`requirement.id`,
  state: sql`requirement.state`,
  content: sql`requirement.content::text`,
  revisionId: sql`requirement.revision_id`,
  publishedAt: sql`revision.published_at`,
  differs: sql`coalesce(revision.content::text <> requirement.content::text, true)`,
  archivedAt: sql`requirement.archived_at`,
  createdAt: sql`requirement.created_at`,
  createdBy: sql`requirement.created_by`,
  updatedAt: sql`requirement.updated_at`,
  updatedBy: sql`requirement.updated_by`,
});

const withRevision = (orgId: string) => sql`requirement
  left join requirement_revision revision on revision.org_id = ${orgId}
    and revision.requirement_id = requirement.id and revision.revision_id = requirement.revision_id`;

function toRequirement(row: Row): Requirement {
  const { id, state, content, revisionId, publishedAt, differs, archivedAt, ...made } = REQUIREMENT.read(row);
  return {
    id,
    state,
    ...(revisionId && publishedAt ? { revisionId, publishedAtTime: wireTime(publishedAt) } : {}),
    hasUnpublishedChanges: differs,
    ...(JSON.parse(content) as Content as object),
    ...(archivedAt ? { archivedAtTime: wireTime(archivedAt) } : {}),
    createdAtTime: wireTime(made.createdAt),
    createdById: made.createdBy,
    updatedAtTime: wireTime(made.updatedAt),
    updatedById: made.updatedBy,
  } as Requirement;
}

/** What a list of requirements is narrowed to. */
export interface RequirementFilter {
  ids?: string[];
  states?: string[];
}

/** One page of requirements, oldest first, and one more to tell whether another follows. */
export async function listRequirements(
  database: Queryable,
  orgId: string,
  { ids, states }: RequirementFilter,
  afterId: string | undefined,
  limit: number,
): Promise<Requirement[]> {
  const rows = await database.rows(sql`
    select ${REQUIREMENT.list} from ${withRevision(orgId)} where requirement.org_id = ${orgId} ${and(
      ids && sql`requirement.id = any(${ids}::uuid[])`,
      states ? sql`requirement.state = any(${states}::text[])` : !ids && sql`requirement.state <> 'archived'`,
      afterId !== undefined && sql`requirement.id > ${afterId}::uuid`,
    )}
    order by requirement.id limit ${limit + 1}`);
  return rows.map(toRequirement);
}

/** The requirements among `ids`, in no order. */
export async function readRequirements(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Requirement[]> {
  const rows = await database.rows(sql`
    select ${REQUIREMENT.list} from ${withRevision(orgId)}
    where requirement.org_id = ${orgId} and requirement.id = any(${ids}::uuid[])`);
  return rows.map(toRequirement);
}

/** Adds a draft, or writes another content into a requirement. */
export async function saveContent(tx: Tx, id: string, content: Content): Promise<void> {
  await tx.rows(sql`
    insert into requirement (org_id, id, state, content, created_at, created_by, updated_at, updated_by)
    values (${tx.orgId}, ${id}, 'draft', ${JSON.stringify(content)}, ${tx.at}, ${tx.actor}, ${tx.at}, ${tx.actor})
    on conflict (org_id, id) do update set content = excluded.content, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`);
}

/** Makes what is written the revision in force. */
export async function publishContent(tx: Tx, id: string, revisionId: string): Promise<void> {
  await tx.rows(sql`
    with published as (
      update requirement set state = 'published', revision_id = ${revisionId}, updated_at = ${tx.at},
        updated_by = ${tx.actor}
      where org_id = ${tx.orgId} and id = ${id} returning content
    )
    insert into requirement_revision (org_id, requirement_id, revision_id, content, published_at, published_by)
    select ${tx.orgId}::bigint, ${id}::uuid, ${revisionId}::uuid, content, ${tx.at}::timestamptz, ${tx.actor}::text
    from published`);
}

export async function archiveRow(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`
    update requirement set state = 'archived', archived_at = ${tx.at}, updated_at = ${tx.at}, updated_by = ${tx.actor}
    where org_id = ${tx.orgId} and id = ${id}`);
}

/** Requirements that are or were published, each with all its revisions; all of them unless `ids` are named. */
export async function publishedRequirements(
  database: Queryable,
  orgId: string,
  ids?: readonly string[],
): Promise<Published[]> {
  const rows = await database.rows(sql`
    select requirement.id, ${utcText(sql`requirement.archived_at`)}, revision.revision_id, revision.content::text,
      ${utcText(sql`revision.published_at`)}
    from requirement join requirement_revision revision on revision.org_id = ${orgId}
      and revision.requirement_id = requirement.id
    where requirement.org_id = ${orgId} ${and(ids && sql`requirement.id = any(${ids}::uuid[])`)}
    order by requirement.id, revision.published_at`);
  const found = new Map<string, Published>();
  for (const [id, archivedAt, revisionId, text, at] of rows) {
    const content: Content = JSON.parse(text);
    const revisions = [...(found.get(id)?.revisions ?? []), { revisionId, at, rule: content }];
    found.set(id, publishedOf(id, content, revisions, archivedAt ?? undefined));
  }
  return [...found.values()];
}

/** A requirement whose last revision has `content`. */
export const publishedOf = (
  id: string,
  { name, citation, severity, assign }: Content,
  revisions: Published['revisions'],
  archivedAt?: string,
): Published => ({
  id,
  name,
  ...(citation ? { citation } : {}),
  severity,
  ...(assign ? { assign } : {}),
  revisionId: revisions.at(-1)?.revisionId ?? '',
  revisions,
  ...(archivedAt ? { archivedAt } : {}),
});

/** What requirements are called, as last written, by their ids. */
export async function requirementNames(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.rows(sql`
    select id, content ->> 'name' from requirement where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return new Map(rows as [string, string][]);
}

/** What requirements are called and where they come from, as last written, by their ids. */
export async function requirementTitles(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, { name: string; citation?: string }>> {
  const rows = await database.rows(sql`
    select id, content ->> 'name', content ->> 'citation' from requirement
    where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return new Map(rows.map(([id, name, citation]) => [id, { name, ...(citation ? { citation } : {}) }]));
}
