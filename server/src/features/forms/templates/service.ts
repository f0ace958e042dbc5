import { isDeepStrictEqual } from 'node:util';
import type { Writer } from '../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Operation, Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { unknownRoles } from '../../directory/index.ts';
import { parseDefinitions } from '../../fields/index.ts';
import { formTemplate } from './resource.ts';
import type { CreateTemplate, Template, UpdateTemplate } from './schema.ts';
import { type Content, findTemplate, readTemplates, saveTemplate } from './store.ts';

const MOST_FIELDS = 500;

export async function createTemplate(
  database: Database,
  writer: Writer,
  input: CreateTemplate,
): Promise<Template> {
  const content = parseContent(input);
  await requireRoles(database, writer.orgId, content);
  return write(database, writer, (tx) => addTemplate(tx, content));
}

export const addTemplate = (tx: Tx, content: Content): Promise<Template> =>
  save(tx, { id: newId(), revisionId: newId(), content }, 'create');

/** Changes what is named; whatever changes makes a new revision, and submissions keep theirs. */
export async function updateTemplate(
  database: Database,
  writer: Writer,
  input: UpdateTemplate,
): Promise<Template> {
  const parsed = parseContent(input);
  await requireRoles(database, writer.orgId, parsed);
  return write(database, writer, async (tx) => {
    const before = await requireTemplate(tx, tx.orgId, 'id', input.id);
    const kept = contentOf(before);
    const content: Content = { ...kept, ...parsed };
    if (input.description === null) delete content.description;
    if (input.approvalConfig === null) delete content.approvalConfig;
    if (isDeepStrictEqual(content, kept)) return before;
    return save(tx, { id: before.id, revisionId: newId(), content }, 'update');
  });
}

async function save(
  tx: Tx,
  template: { id: string; revisionId: string; content: Content },
  operation: Operation,
): Promise<Template> {
  await saveTemplate(tx, template);
  const document = await requireTemplate(tx, tx.orgId, 'id', template.id);
  tx.changed(formTemplate, operation, [{ id: document.id, document }]);
  return document;
}

const contentOf = ({
  id: _id,
  revisionId: _revision,
  createdAtTime: _at,
  createdBy: _by,
  updatedAtTime: _changedAt,
  updatedBy: _changedBy,
  ...content
}: Template): Content => content;

/** What a body says of a template, checked and completed; without what it does not say. */
export function parseContent(input: CreateTemplate): Content;
export function parseContent(input: UpdateTemplate): Partial<Content>;
export function parseContent(input: Partial<CreateTemplate> | UpdateTemplate): Partial<Content> {
  const { title, description, formCategory, approvalConfig } = input;
  if (title !== undefined && title.trim() === '') throw invalid('title', 'it is empty.');
  return {
    ...(title === undefined ? {} : { title }),
    ...(description ? { description } : {}),
    ...(formCategory ? { formCategory } : {}),
    ...(approvalConfig ? { approvalConfig: parseApproval(approvalConfig) } : {}),
    ...(input.sections ? parseSections(input.sections) : {}),
  };
}

function parseApproval({
  type,
  singleApprovalConfig: { allowManualApproverSelection = true, requirements = { roleIds: [] } } = {},
}: NonNullable<CreateTemplate['approvalConfig']>): Template['approvalConfig'] {
  const roleIds = [...new Set(requirements.roleIds)];
  return { type, singleApprovalConfig: { allowManualApproverSelection, requirements: { roleIds } } };
}

function parseSections(inputs: CreateTemplate['sections']): Pick<Content, 'sections' | 'fields'> {
  const count = inputs.reduce((sum, { fields }) => sum + fields.length, 0);
  if (count > MOST_FIELDS) throw invalid('sections', `they have ${count} fields; ${MOST_FIELDS} at most.`);
  const ids = inputs.map(({ id, label }) => {
    if (id !== undefined && !isUuid(id))
      throw invalid('sections', `the id of "${label.slice(0, 100)}" is not a UUID.`);
    return id?.toLowerCase() ?? newId();
  });
  if (new Set(ids).size < ids.length) throw invalid('sections', 'two have the same id.');
  let next = 0;
  const sections = inputs.map(({ label, fields }, index) => {
    const first = next;
    next += fields.length;
    return {
      id: ids[index] as string,
      label,
      fieldIndexFirstInclusive: first,
      fieldIndexLastInclusive: next - 1,
    };
  });
  const fields = parseDefinitions(
    inputs.flatMap((section) => section.fields),
    ids,
  );
  return { sections, fields };
}

/** @throws 404 naming a role, of the approval or of a field, that the organization does not have. */
async function requireRoles(database: Database, orgId: string, content: Partial<Content>): Promise<void> {
  const { approvalConfig, fields = [] } = content;
  const roleIds = [
    ...(approvalConfig?.singleApprovalConfig?.requirements.roleIds ?? []),
    ...fields.flatMap(({ filterByRoleIds = [], columns = [] }) => [
      ...filterByRoleIds,
      ...columns.flatMap((column) => column.filterByRoleIds ?? []),
    ]),
  ];
  if (roleIds.length === 0) return;
  const [unknown] = await unknownRoles(database, orgId, roleIds);
  if (unknown !== undefined) throw notFound(`No user role ${unknown.slice(0, 60)}.`);
}

/** @throws 404 for an id that is no template, or no revision of it. */
export async function requireTemplate(
  database: Queryable,
  orgId: string,
  field: string,
  id: string,
  revisionId?: string,
): Promise<Template> {
  const known = isUuid(id) && (revisionId === undefined || isUuid(revisionId));
  const template = known ? await findTemplate(database, orgId, id, revisionId) : undefined;
  const revision = revisionId === undefined ? '' : ` with a revision ${revisionId.slice(0, 60)}`;
  if (!template) throw notFound(`${field}: no form template ${id.slice(0, 60)}${revision}.`);
  return template;
}

/** @throws 404 naming the first id that is no template. */
export async function requireTemplates(
  database: Queryable,
  orgId: string,
  field: string,
  ids: readonly string[],
): Promise<void> {
  const known = new Set((await readTemplates(database, orgId, ids)).map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown) throw notFound(`${field}: no form template ${unknown}.`);
}
