import type { Queryable } from '../../../kernel/database/database.ts';
import { type Version, versionsOf } from '../../../kernel/ledger/versions.ts';
import { organizationSettings, type TagDocument, tag } from '../../directory/index.ts';
import { type CourseRevisions, courseRevisions } from '../../training/index.ts';
import type { Published } from '../authoring/content.ts';
import { documentsOf, nameOf, type Reference } from '../authoring/references.ts';
import type { OrganizationFacts, TagVersion } from '../rules/facts.ts';
import { type Needs, needsOf } from './needs.ts';

/** What the requirements need to know of the whole organization. */
export interface Organization extends Omit<OrganizationFacts, 'courses'> {
  courses: ReadonlyMap<string, CourseRevisions>;
  needs: Needs;
}

/** Reads it as it is now. */
export async function readOrganization(
  database: Queryable,
  orgId: string,
  requirements: readonly Published[],
): Promise<Organization> {
  const needs = needsOf(requirements);
  const { timeZone, startDateAttributeId } = await organizationSettings(database, orgId);
  const courses =
    needs.courseIds?.size === 0
      ? []
      : await courseRevisions(database, orgId, needs.courseIds && [...needs.courseIds]);
  return {
    timeZone,
    ...(startDateAttributeId ? { startDateAttributeId } : {}),
    tags:
      needs.tagIds.size > 0
        ? tagVersionsOf(await versionsOf(database, orgId, [tag.name], undefined))
        : new Map(),
    courses: new Map(courses.map((course) => [course.id, course])),
    names: await namesOfNeeds(database, orgId, needs),
    needs,
  };
}

/** Under which tags each tag was, from when on. */
export function tagVersionsOf(all: readonly Version[]): Map<string, TagVersion[]> {
  const tags = new Map<string, TagVersion[]>();
  for (const { id, at, document } of all) {
    const parentId = document && (JSON.parse(document) as TagDocument).parentTagId;
    const versions = tags.get(id) ?? [];
    if (versions.length === 0 || versions.at(-1)?.parentId !== parentId)
      versions.push({ at, ...(parentId ? { parentId } : {}) });
    tags.set(id, versions);
  }
  return tags;
}

/** The names of what requirements name, by id, as they are now. */
export async function namesOfNeeds(
  database: Queryable,
  orgId: string,
  needs: Needs,
): Promise<Map<string, string>> {
  const of = (kind: Reference['kind'], ids: Iterable<string>) => [...ids].map((id) => ({ kind, id }));
  const documents = await documentsOf(database, orgId, [
    ...of('tag', needs.tagIds),
    ...of('attribute', needs.attributeIds),
    ...of('role', needs.roleIds),
    ...of('type', needs.typeIds),
    ...of('template', needs.templateIds),
    ...of('category', needs.categoryIds),
  ]);
  return new Map([...documents.values()].map((document) => [document.id, nameOf(document)]));
}
