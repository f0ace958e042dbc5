import { invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { findCategoryNamed, insertCategory, readCategories } from './category-store.ts';
import { trainingCourseCategory } from './resource.ts';
import type { CategoryDocument, CourseCategory } from './schema.ts';

/** Makes a category; one of that name is a 400. */
export async function createCategory(tx: Tx, { name }: { name: string }): Promise<CourseCategory> {
  const existing = await findCategoryNamed(tx, tx.orgId, name.trim());
  if (existing)
    throw invalid('name', `the category "${existing.name}" exists already, with the id ${existing.id}.`);
  const made = await categoryFor(tx, { name });
  return { id: made.id, name: made.name };
}

/** The category of this id, or of this name, which is made if there is none. */
export async function categoryFor(tx: Tx, by: { id?: string; name?: string }): Promise<CategoryDocument> {
  if (by.id !== undefined) return requireCategory(tx, by.id);
  const name = by.name?.trim() ?? '';
  const found = await findCategoryNamed(tx, tx.orgId, name);
  if (found) return found;
  if (name === '') throw invalid('category.name', 'it is empty.');
  const document = await insertCategory(tx, { id: newId(), name });
  tx.changed(trainingCourseCategory, 'create', [{ id: document.id, document }]);
  return document;
}

async function requireCategory(tx: Tx, id: string): Promise<CategoryDocument> {
  if (!isUuid(id)) throw invalid('category.id', `"${id.slice(0, 60)}" is not a UUID.`);
  const [found] = await readCategories(tx, tx.orgId, [id]);
  if (!found) throw notFound(`category.id: no category ${id}.`);
  return found;
}
