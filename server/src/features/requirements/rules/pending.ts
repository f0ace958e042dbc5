import type { Pending } from './facts.ts';
import type { Rule, Satisfier } from './rule.ts';

/** Whether something is under way that would satisfy a rule. */
export function isPending({ satisfiedBy }: Rule, pending: readonly Pending[]): boolean {
  return pending.some(({ resource, of }) => wants(satisfiedBy, resource, of));
}

function wants(node: Satisfier, resource: Pending['resource'], of: string): boolean {
  if ('anyOf' in node) return node.anyOf.some((each) => wants(each, resource, of));
  if ('allOf' in node) return node.allOf.some((each) => wants(each, resource, of));
  if ('course' in node) return resource === 'trainingAssignment' && node.course.id === of;
  if ('form' in node) return resource === 'formSubmission' && node.form.templateId === of;
  if ('hours' in node)
    return resource === 'trainingAssignment' && node.hours.courseIds?.includes(of) === true;
  return false;
}
