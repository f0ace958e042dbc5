import { empty, type Queryable, type Row, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { Template } from './schema.ts';

/** Templates a page. */
export const TEMPLATE_PAGE = 100;

/** The part of a template that its revisions keep. */
export type Content = Pick<
  Template,
  'title' | 'description' | 'formCategory' | 'approvalConfig' | 'sections' | 'fields'
>;

const COLUMNS = sql`template.id, revision.revision_id, template.created_at, template.created_by, template.updated_at,
  template.updated_by, revision.content::text`;

const personRef = (text: string): Template['createdBy'] => {
  const [type, id] = text.split('-') as ['driver' | 'user', string];
  return { id: id ?? '', type };
};

const toTemplate = ([
  id,
  revisionId,
  createdAt,
  createdBy,
  updatedAt,
  updatedBy,
  content,
]: Row): Template => ({
  id,
  revisionId,
  createdAtTime: wireTime(createdAt),
  createdBy: personRef(createdBy),
  updatedAtTime: wireTime(updatedAt),
  updatedBy: personRef(updatedBy),
  ...(JSON.parse(content) as Content),
});

/** One page of templates in their present revisions, oldest first, and one more to tell whether another follows. */
export async function listTemplates(
  database: Queryable,
  orgId: string,
  ids: readonly string[] | undefined,
  afterId: string | undefined,
): Promise<Template[]> {
  const rows = await database.rows(sql`
    select ${COLUMNS} from form_template template join form_template_revision revision
      on revision.org_id = template.org_id and revision.template_id = template.id
      and revision.revision_id = template.revision_id
    where template.org_id = ${orgId} ${ids ? sql`and template.id = any(${ids}::uuid[])` : empty}
      ${afterId ? sql`and template.id > ${afterId}::uuid` : empty}
    order by template.id limit ${TEMPLATE_PAGE + 1}`);
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
    select ${COLUMNS} from form_template template join form_template_revision revision
      on revision.org_id = template.org_id and revision.template_id = template.id
      and revision.revision_id = ${revisionId ? sql`${revisionId}::uuid` : sql`template.revision_id`}
    where template.org_id = ${orgId} and template.id = ${id}`);
  return row && toTemplate(row);
}

/** Adds a template or moves an existing one to its new revision, and keeps what that revision says. */
export async function saveTemplate(
  tx: Queryable,
  orgId: string,
  template: { id: string; revisionId: string; content: Content },
  stamp: { at: string; actor: string },
): Promise<void> {
  await tx.rows(sql`
    with revision as (
      insert into form_template_revision (org_id, template_id, revision_id, content, created_at)
      values (${orgId}, ${template.id}, ${template.revisionId}, ${JSON.stringify(template.content)}, ${stamp.at})
    )
    insert into form_template (org_id, id, revision_id, created_at, created_by, updated_at, updated_by)
    values (${orgId}, ${template.id}, ${template.revisionId}, ${stamp.at}, ${stamp.actor}, ${stamp.at}, ${stamp.actor})
    on conflict (org_id, id) do update set revision_id = excluded.revision_id, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`);
}
