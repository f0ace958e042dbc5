import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Satisfier } from '../rules/rule.ts';
import type { Content } from './content.ts';
import { publishedRequirements } from './store.ts';

interface Link {
  id: string;
  name: string;
  assigns: string | undefined;
  asksFor: readonly string[];
}

/**
 * Refuses a requirement that would assign a course for another one that assigns a course for it, however many lie
 * between: each completion would call for the next assignment without an end.
 *
 * @throws 400 naming the requirements of the circle.
 */
export async function refuseCircle(
  database: Queryable,
  orgId: string,
  id: string,
  content: Content,
): Promise<void> {
  if (!content.assign) return;
  const others = (await publishedRequirements(database, orgId)).filter(
    (each) => each.id !== id && !each.archivedAt,
  );
  const links: Link[] = others.map(({ id: other, name, assign, revisions }) => ({
    id: other,
    name,
    assigns: assign?.courseId,
    asksFor: coursesOf(revisions.at(-1)?.rule.satisfiedBy),
  }));
  const start = {
    id,
    name: content.name,
    assigns: content.assign.courseId,
    asksFor: coursesOf(content.satisfiedBy),
  };
  const circle = wayBack(start, start, links, []);
  if (circle)
    throw invalid(
      'assign.courseId',
      `these requirements assign each other's course in a circle: ${circle.map(({ name }) => `"${name}"`).join(', ')}.`,
    );
}

/** The requirements on a way from `from` to `to` along the courses that they assign; its own course is no way. */
function wayBack(from: Link, to: Link, links: readonly Link[], passed: readonly Link[]): Link[] | undefined {
  for (const next of links) {
    if (from.assigns === undefined || passed.includes(next) || !next.asksFor.includes(from.assigns)) continue;
    if (from.asksFor.includes(from.assigns)) continue;
    const way = [...passed, next];
    if (next.assigns !== undefined && to.asksFor.includes(next.assigns)) return [to, ...way];
    const further = wayBack(next, to, links, way);
    if (further) return further;
  }
  return undefined;
}

function coursesOf(node: Satisfier | undefined): string[] {
  if (!node) return [];
  if ('anyOf' in node) return node.anyOf.flatMap(coursesOf);
  if ('allOf' in node) return node.allOf.flatMap(coursesOf);
  if ('course' in node) return [node.course.id];
  return 'hours' in node ? [...(node.hours.courseIds ?? [])] : [];
}
