import { crew, queries, toldOf } from '../api.ts';

/** Learners of one call, and ids of one. */
const MOST = 100;

export interface Learner {
  id: string;
  type: 'driver' | 'user';
  name: string;
}

export interface What {
  courseId: string;
  dueAtTime: string;
}

/** What became of one learner. */
export interface Outcome {
  learner: Learner;
  assignmentId?: string;
  had?: boolean;
  dueAtTime?: string | undefined;
  refused?: string;
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST) }, (_, n) => all.slice(n * MOST, (n + 1) * MOST));

/** Assigns a course, or only tries what would be; a hundred that are refused do not keep the others from it. */
export async function assign(
  learners: readonly Learner[],
  what: What,
  { dryRun = false, signal }: { dryRun?: boolean; signal?: AbortSignal } = {},
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const some of chunks(learners)) {
    try {
      const made = await crew.assignments.create(
        { ...what, learnerIds: some.map(({ id, type }) => `${type}-${id}`) },
        { dryRun, signal },
      );
      const byLearner = new Map(made.map((each) => [each.learner.id, each]));
      for (const learner of some) {
        const one = byLearner.get(learner.id);
        outcomes.push({
          learner,
          ...(one && { assignmentId: one.id, had: one.isExistingAssignment, dueAtTime: one.dueAtTime }),
        });
      }
    } catch (error) {
      signal?.throwIfAborted();
      outcomes.push(...some.map((learner) => ({ learner, refused: toldOf(error).message })));
    }
  }
  return outcomes;
}

/** Deletes assignments. */
export async function unassign(ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids)) await crew.assignments.delete({ ids: some });
  await queries.invalidateQueries();
}
