import type { Caller } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { snapshot } from '../../../kernel/database/snapshot.ts';
import { badRequest } from '../../../kernel/errors.ts';
import { shortTime } from '../../../kernel/time.ts';
import { entityIdsAfter, subjectNames } from '../../directory/index.ts';
import { refuseCircle } from '../authoring/circle.ts';
import type { Content, Published } from '../authoring/content.ts';
import { readContent } from '../authoring/read-content.ts';
import { checked, contentOf, requireRequirement } from '../authoring/service.ts';
import { publishedOf, publishedRequirements } from '../authoring/store.ts';
import type { KnownSubject } from '../facts/live.ts';
import { type Organization, readOrganization } from '../facts/organization.ts';
import { justAfter } from '../rules/moments.ts';
import { STATUSES } from '../rules/standing.ts';
import { type Status, statusOf } from '../rules/status.ts';
import { assignAtOf, assignedCycles } from '../statuses/assign.ts';
import { evaluate } from '../statuses/evaluate.ts';
import type { SimulateRequirement } from './schema.ts';

/** Subjects whose facts are read at once. */
const BATCH = 500;

/** The id of what is tried while it has none. */
const TRIED = '00000000-0000-0000-0000-000000000000';

/** Somebody whose status would be another one. */
export interface Change {
  id: string;
  before: Told;
  after: Told;
  isAssigned: boolean;
}

type Told = ReturnType<typeof told>;
const told = ({ status, isOverdue, dueAt, until }: Status) => ({
  status,
  isOverdue,
  ...(dueAt ? { dueAt: shortTime(dueAt) } : {}),
  ...(until ? { until: shortTime(until) } : {}),
});

export interface Simulated {
  changes: Change[];
  subjects: number;
  assignments: number;
  before: Record<string, number>;
  after: Record<string, number>;
}

const noCounts = (): Record<string, number> => ({
  ...Object.fromEntries(STATUSES.map((name) => [name, 0])),
  overdue: 0,
});

function count(counts: Record<string, number>, { status, isOverdue }: Status): void {
  counts[status] = (counts[status] ?? 0) + 1;
  if (isOverdue) counts.overdue = (counts.overdue ?? 0) + 1;
}

/**
 * What publishing would make of everybody whom the caller sees, by what is known now; nothing is written. With `after`
 * only the changes of those after that subject, until `limit` are found.
 *
 * @throws 400 naming the place of what is wrong; 404 for what it names and is not there.
 */
export async function simulate(
  database: Database,
  caller: Caller,
  { id, ...changes }: SimulateRequirement,
  after: string | undefined,
  limit: number,
): Promise<Simulated> {
  const { orgId } = caller;
  const now = caller.now.toISOString();
  const written = id === undefined ? undefined : await requireRequirement(database, orgId, 'id', id);
  if (written?.state === 'archived') throw badRequest(`Requirement ${id} is archived. Make a new one.`);
  const content = await checked(
    { orgId, rows: (statement) => database.rows(statement) },
    readContent({ ...(written ? contentOf(written) : {}), ...changes }),
  );
  const draftId = written?.id ?? TRIED;
  await refuseCircle(database, orgId, draftId, content);
  const [published] = written ? await publishedRequirements(database, orgId, [written.id]) : [];
  const draft = withRevision(draftId, content, published, now);
  const organization = await readOrganization(database, orgId, [draft]);
  const found: Simulated = {
    changes: [],
    subjects: 0,
    assignments: 0,
    before: noCounts(),
    after: noCounts(),
  };
  const isWhole = after === undefined;
  for (let last = after ?? '0'; isWhole || found.changes.length <= limit; ) {
    const ids = await entityIdsAfter(database, caller, last, BATCH);
    if (ids.length === 0) break;
    await tryOn(database, orgId, { published, draft, organization, ids, now, limit }, found);
    last = ids.at(-1) as string;
  }
  return found;
}

interface Trial {
  published: Published | undefined;
  draft: Published;
  organization: Organization;
  ids: readonly string[];
  now: string;
  limit: number;
}

async function tryOn(database: Database, orgId: string, trial: Trial, found: Simulated): Promise<void> {
  const { published, draft, organization, ids, now, limit } = trial;
  const unpublished = { ...draft, revisions: [] };
  const at = justAfter(now);
  await snapshot(database, async (tx) => {
    const cycles = await assignedCycles(tx, orgId, [draft.id], ids);
    await evaluate(tx, orgId, [draft], organization, ids, at, (evaluated) => {
      const { subject, status: next } = evaluated;
      const facts = { organization, subject };
      const before = statusOf(published ?? unpublished, facts, at);
      const assignAt = assignAtOf(evaluated, organization, cycles);
      const isAssigned = assignAt !== undefined && assignAt <= at && !isUnderWay(draft, subject);
      found.subjects += 1;
      count(found.before, before);
      count(found.after, next);
      if (isAssigned) found.assignments += 1;
      const differs = before.status !== next.status || before.isOverdue !== next.isOverdue;
      if (differs && found.changes.length <= limit)
        found.changes.push({ id: subject.id, before: told(before), after: told(next), isAssigned });
    });
  });
}

/** Whether somebody has an unfinished assignment of the course, which they would keep. */
const isUnderWay = ({ assign }: Published, { pending }: KnownSubject): boolean =>
  pending.some(({ resource, of }) => resource === 'trainingAssignment' && of === assign?.courseId);

const withRevision = (
  id: string,
  content: Content,
  published: Published | undefined,
  at: string,
): Published =>
  publishedOf(id, content, [...(published?.revisions ?? []), { revisionId: TRIED, at, rule: content }]);

/** Changes with the names of whom they are about. */
export async function namedChanges(database: Database, caller: Caller, changes: readonly Change[]) {
  const names = await subjectNames(
    database,
    caller,
    changes.map(({ id }) => id),
  );
  return changes.flatMap(({ id, ...change }) => {
    const subject = names.get(id);
    return subject ? [{ subject: { id, ...subject }, ...change }] : [];
  });
}
