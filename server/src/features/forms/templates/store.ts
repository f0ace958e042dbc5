import { and, columns, type Queryable, type Row, type Sql, sql } from '../../../kernel/database/database.ts';
import { parseActor } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { Template } from './schema.ts';

/** Templates a page. */
export const TEMPLATE_PAGE = 100;

/** The part of a template that its revisions keep. */
export type Content = Pick<
  Template,
  'title' | 'description' | 'formCategory' | 'approvalConfig' | 'sections' | 'fields'
>;

const TEMPLATE = columns<{
  id: string;
  revisionId: string;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  content: string;
}>({
  id: sql`template.id`,
  revisionId: sql`revision.revision_id`,
  createdAt: sql`template.created_at`,
  createdBy: sql`template.created_by`,
  updatedAt: sql`template.updated_at`,
  updatedBy: sql`template.updated_by`,
  content: sql`revision.content::text`,
});

function toTemplate(row: Row): Template {
  const { id, revisionId, createdAt, createdBy, updatedAt, updatedBy, content } = TEMPLATE.read(row);
  return {
    id,
    revisionId,
    createdAtTime: wireTime(createdAt),
    createdBy: parseActor(createdBy),
    updatedAtTime: wireTime(updatedAt),
    updatedBy: parseActor(updatedBy),
    ...(JSON.parse(content) as Content),
  };
}

/** Templates, each with one of its revisions: the present one unless another is named. */
const from = (orgId: string, revisionId: Sql = sql`template.revision_id`): Sql => sql`
  form_template template join form_template_revision revision on revision.org_id = ${orgId}
    and revision.template_id = template.id and revision.revision_id = ${revisionId}`;

/** One page of templates in their present revisions, oldest first, and one more to tell whether another follows. */
export async function listTemplates(
  database: Queryable,
  orgId: string,
  ids: readonly string[] | undefined,
  afterId: string | undefined,
): Promise<Template[]> {
  const rows = await database.rows(sql`
    select ${TEMPLATE.list} from ${from(orgId)} where template.org_id = ${orgId}
      ${and(
        ids && sql`template.id = any(${ids}::uuid[])`,
        afterId !== undefined && sql`template.id > ${afterId}::uuid`,
      )}
    order by template.id limit ${TEMPLATE_PAGE + 1}`);
  return rows.map(toTemplate);
}

export async function readTemplates(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Template[]> {
  const rows = await database.rows(sql`
    select ${TEMPLATE.list} from ${from(orgId)} where template.org_id = ${orgId} and template.id = any(${ids}::uuid[])`);
  return rows.map(toTemplate);
}

/** A template at one of its revisions, the present one unless named. */
export async function findTemplate(
  database: Queryable,
  orgId: string,
  id: string,
  revisionId?: string,
): Promise<Template | undefined> {
  const [row] = await database.rows(sql`
    select ${TEMPLATE.list} from ${from(orgId, revisionId ? sql`${revisionId}::uuid` : undefined)}
    where template.org_id = ${orgId} and template.id = ${id}`);
  return row && toTemplate(row);
}

/** Adds a template or moves an existing one to its new revision, and keeps what that revision says. */
export async function saveTemplate(
  tx: Tx,
  { id, revisionId, content }: { id: string; revisionId: string; content: Content },
): Promise<void> {
  const { orgId, at, actor } = tx;
  await tx.rows(sql`
    with revision as (
      insert into form_template_revision (org_id, template_id, revision_id, content, created_at)
      values (${orgId}, ${id}, ${revisionId}, ${JSON.stringify(content)}, ${at})
    )
    insert into form_template (org_id, id, revision_id, created_at, created_by, updated_at, updated_by)
    values (${orgId}, ${id}, ${revisionId}, ${at}, ${actor}, ${at}, ${actor})
    on conflict (org_id, id) do update set revision_id = excluded.revision_id, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`);
}

/** What forms are called at present, by the ids of their templates. */
export async function formTitles(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.rows(sql`
    select template.id, revision.content ->> 'title' from ${from(orgId)}
    where template.org_id = ${orgId} and template.id = any(${ids}::uuid[])`);
  return new Map(rows as [string, string][]);
}
