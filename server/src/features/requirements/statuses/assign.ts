import { type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { utcText } from '../../../kernel/time.ts';
import { assignInside } from '../../training/index.ts';
import type { Published } from '../authoring/content.ts';
import { grouped } from '../facts/grouped.ts';
import type { KnownSubject } from '../facts/live.ts';
import type { Organization } from '../facts/organization.ts';
import { startOfDayBefore } from '../rules/moments.ts';
import type { Evaluated } from './evaluate.ts';
import { keyOf } from './store.ts';

/** The cycles for which requirements have made assignments, by requirement, subject and due time. */
export async function assignedCycles(
  database: Queryable,
  orgId: string,
  requirementIds: readonly string[],
  subjectIds: readonly string[],
): Promise<Set<string>> {
  const rows = await database.rows(sql`
    select requirement_id, subject_id, ${utcText(sql`due_at`)}
    from requirement_assignment where org_id = ${orgId} and requirement_id = any(${requirementIds}::uuid[])
      and subject_id = any(${subjectIds}::bigint[])`);
  return new Set(rows.map(([requirementId, subjectId, dueAt]) => cycleKey(requirementId, subjectId, dueAt)));
}

const cycleKey = (requirementId: string, subjectId: string, dueAt: string): string =>
  `${keyOf(requirementId, subjectId)} ${dueAt}`;

/** When the assignment of a status's cycle is to be made; undefined when none is, or it was. */
export function assignAtOf(
  { requirement, subject, status }: Evaluated,
  organization: Organization,
  cycles: ReadonlySet<string>,
): string | undefined {
  const { assign } = requirement;
  const { dueAt, status: name } = status;
  if (!assign || !dueAt || name === 'notNeeded' || name === 'waived' || subject.type === 'vehicle')
    return undefined;
  if (!organization.courses.get(assign.courseId)?.isPublished) return undefined;
  if (cycles.has(cycleKey(requirement.id, subject.id, dueAt))) return undefined;
  const zone = subject.versions.at(-1)?.subject?.timeZone ?? organization.timeZone;
  return startOfDayBefore(zone, dueAt, assign.daysBefore);
}

/** An assignment that is to be made now. */
export interface DueAssignment {
  requirement: Published;
  subject: Pick<KnownSubject, 'id' | 'type'>;
  dueAt: string;
}

/** Makes assignments for cycles, each once. Whoever has an unfinished one of the course keeps that for the cycle. */
export async function makeAssignments(
  tx: Tx,
  organization: Organization,
  due: readonly DueAssignment[],
): Promise<void> {
  for (const group of grouped(due, ({ requirement, dueAt }) => `${requirement.id} ${dueAt}`).values()) {
    const { requirement, dueAt } = group[0] as DueAssignment;
    const courseId = requirement.assign?.courseId as string;
    const revisionId = organization.courses.get(courseId)?.revisions.at(-1)?.id as string;
    const learners = group.map(({ subject: { id, type } }) => ({ id, type: type as PersonType }));
    const made = await assignInside(tx, { id: courseId, revisionId }, learners, dueAt, requirement.id);
    await tx.rows(sql`
      insert into requirement_assignment (org_id, requirement_id, subject_id, due_at, assignment_id)
      select ${tx.orgId}::bigint, ${requirement.id}::uuid, given.subject_id, ${dueAt}::timestamptz, given.id
      from ${table('given', made, {
        subject_id: ['bigint', ({ learnerId }) => learnerId],
        id: ['uuid', ({ id }) => id],
      })} on conflict do nothing`);
  }
}
