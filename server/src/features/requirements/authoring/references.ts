import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { attribute, tag, userRole } from '../../directory/index.ts';
import { formTemplate } from '../../forms/index.ts';
import { qualificationType } from '../../qualifications/index.ts';
import { trainingCourse, trainingCourseCategory } from '../../training/index.ts';
import type { Subject } from '../rules/facts.ts';

/** What a rule names by id. */
const KINDS = {
  tag: { resource: tag as Resource, words: 'tag' },
  attribute: { resource: attribute as Resource, words: 'attribute' },
  role: { resource: userRole as Resource, words: 'role' },
  type: { resource: qualificationType as Resource, words: 'qualification type' },
  course: { resource: trainingCourse as Resource, words: 'training course' },
  category: { resource: trainingCourseCategory as Resource, words: 'training category' },
  template: { resource: formTemplate as Resource, words: 'form template' },
};
export type Kind = keyof typeof KINDS;

/** An object that a rule names, where it does, and what has to be so of it. */
export interface Reference {
  path: string;
  kind: Kind;
  id: string;
  /** Conditions on values of an attribute, which only some types of attributes have. */
  needs?: readonly ('number' | 'date')[];
  /** Fields of a qualification type, with their places. */
  fields?: readonly { path: string; field: string }[];
  /** Whether it is evidence: then it has to be of the kind of subjects that the requirement is for. */
  isEvidence?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: documents of seven kinds, each looked at for what only it has
type Document = any;

/** Documents of what rules name, by kind and id. */
export async function documentsOf(
  database: Queryable,
  orgId: string,
  references: readonly Pick<Reference, 'kind' | 'id'>[],
): Promise<Map<string, Document>> {
  const found = new Map<string, Document>();
  for (const [kind, { resource }] of Object.entries(KINDS)) {
    const ids = [...new Set(references.flatMap((each) => (each.kind === kind ? [each.id] : [])))];
    if (ids.length === 0) continue;
    for (const { id, document } of await resource.read(database, orgId, ids))
      found.set(`${kind} ${id}`, typeof document === 'string' ? JSON.parse(document) : document);
  }
  return found;
}

export const wordsOf = (kind: Kind): string => KINDS[kind].words;

/** The ids of all objects of a kind that there are, by name. */
export async function namedObjects(
  database: Queryable,
  orgId: string,
  kind: Kind,
): Promise<Map<string, string[]>> {
  const ids = (await database.rows(KINDS[kind].resource.present(orgId))).map(([id]): string => id);
  const documents = await documentsOf(
    database,
    orgId,
    ids.map((id) => ({ kind, id })),
  );
  const named = new Map<string, string[]>();
  for (const document of documents.values()) {
    if (document.status === 'deleted') continue;
    const name = nameOf(document);
    named.set(name, [...(named.get(name) ?? []), document.id]);
  }
  return named;
}

/** The name of each document, by id. */
export const nameOf = (document: Document): string => document.name ?? document.title ?? document.id;

/**
 * Checks that everything a rule names is there and fits.
 *
 * @throws 404 naming the place of what is not there; 400 for what is of another kind than it is used as.
 */
export async function checkReferences(
  database: Queryable,
  orgId: string,
  references: readonly Reference[],
  subjects: readonly Subject['type'][],
): Promise<void> {
  const found = await documentsOf(database, orgId, references);
  for (const reference of references) {
    const { path, kind, id } = reference;
    const document = found.get(`${kind} ${id}`);
    if (!document || document.status === 'deleted') throw notFound(`${path}: no ${KINDS[kind].words} ${id}.`);
    if (reference.isEvidence) checkEntity(path, kind, document, subjects);
    for (const need of reference.needs ?? [])
      if (document.attributeType !== need)
        throw invalid(path, `"${document.name}" is of the type ${document.attributeType}, not ${need}.`);
    for (const { path: at, field } of reference.fields ?? []) {
      const labels: { id: string; label: string }[] = document.fields;
      if (!labels.some((each) => each.id === field || each.label.toLowerCase() === field.toLowerCase()))
        throw invalid(
          at,
          `"${document.name}" has no field "${field.slice(0, 60)}", only ${labels.map(({ label }) => label).join(', ')}.`,
        );
    }
  }
}

/** Vehicles have papers of assets; everything else is evidence of people. */
function checkEntity(
  path: string,
  kind: Kind,
  document: Document,
  subjects: readonly Subject['type'][],
): void {
  const isOfAssets = kind === 'type' && document.entityType === 'asset';
  if (subjects.some((type) => (type === 'vehicle') === isOfAssets)) return;
  throw invalid(
    path,
    `"${nameOf(document)}" is for ${isOfAssets ? 'vehicles' : 'people'}, and appliesTo has only ${subjects.map((type) => `${type}s`).join(' and ') || 'nobody'}.`,
  );
}
