import type { Published } from '../authoring/content.ts';
import type { Satisfier, Selector } from '../rules/rule.ts';

/** What some requirements name: what has to be read to tell their statuses. */
export interface Needs {
  /** Undefined for all: hours may be of any. */
  courseIds: Set<string> | undefined;
  categoryIds: Set<string>;
  typeIds: Set<string>;
  templateIds: Set<string>;
  tagIds: Set<string>;
  attributeIds: Set<string>;
  roleIds: Set<string>;
}

/** What all revisions of requirements name. */
export function needsOf(requirements: readonly Published[]): Needs {
  const needs: Needs = {
    courseIds: new Set(),
    categoryIds: new Set(),
    typeIds: new Set(),
    templateIds: new Set(),
    tagIds: new Set(),
    attributeIds: new Set(),
    roleIds: new Set(),
  };
  for (const { assign } of requirements) if (assign) needs.courseIds?.add(assign.courseId);
  for (const { rule } of requirements.flatMap(({ revisions }) => revisions)) {
    addSelector(needs, rule.appliesTo);
    addSatisfier(needs, rule.satisfiedBy);
  }
  return needs;
}

function addSelector(needs: Needs, node: Selector): void {
  if ('all' in node) for (const each of node.all) addSelector(needs, each);
  else if ('any' in node) for (const each of node.any) addSelector(needs, each);
  else if ('not' in node) addSelector(needs, node.not);
  else if ('tag' in node) needs.tagIds.add(node.tag);
  else if ('attribute' in node) needs.attributeIds.add(node.attribute.id);
  else if ('role' in node) needs.roleIds.add(node.role);
  else if ('holds' in node) needs.typeIds.add(node.holds.typeId);
}

function addSatisfier(needs: Needs, node: Satisfier): void {
  if ('anyOf' in node) for (const each of node.anyOf) addSatisfier(needs, each);
  else if ('allOf' in node) for (const each of node.allOf) addSatisfier(needs, each);
  else if ('course' in node) needs.courseIds?.add(node.course.id);
  else if ('qualification' in node) needs.typeIds.add(node.qualification.typeId);
  else if ('form' in node) needs.templateIds.add(node.form.templateId);
  else {
    const { courseIds, categoryIds } = node.hours;
    for (const id of courseIds ?? []) needs.courseIds?.add(id);
    for (const id of categoryIds ?? []) needs.categoryIds.add(id);
    // Which courses a category has is known only to the courses.
    if (!courseIds || categoryIds) needs.courseIds = undefined;
  }
}

/** The requirements that are looked at anew for everybody when an object changes that is about nobody. */
export function touchedRequirements(
  requirements: readonly Published[],
  resource: string,
  id: string,
): Published[] {
  return requirements.filter((requirement) => {
    if (resource === 'organization') return true;
    if (resource === 'requirement') return requirement.id === id;
    const needs = needsOf([requirement]);
    if (resource === 'tag') return needs.tagIds.size > 0;
    if (resource === 'trainingCourse') return !needs.courseIds || needs.courseIds.has(id);
    return false;
  });
}
