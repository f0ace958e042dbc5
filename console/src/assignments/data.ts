import type { components } from '@crewready/client';
import { useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';
import { signOf } from '../parts/training.tsx';

export type Assignment = components['schemas']['TrainingAssignment'];

/** Before anything was assigned. */
const EVER = '2000-01-01T00:00:00Z';
/** As many as a page can hold. */
const MOST = 50_000;

export interface Wanted {
  course: string;
  status: string;
}

/** Assignments, the most late first: those that are open, unless others or all are asked for. */
export const useAssignments = ({ course, status }: Wanted) =>
  useQuery({
    queryKey: ['assignments', course, status],
    queryFn: async ({ signal }) => {
      const found = new Map<string, Assignment>();
      const stream = crew.assignments.stream(
        {
          startTime: EVER,
          endTime: new Date(Date.now() + 1000).toISOString(),
          learnerTypes: ['driver', 'user'],
          ...(course && { courseIds: [course] }),
          ...(status === 'overdue' && { isOverdue: true }),
          ...(status === '' && { status: ['notStarted', 'inProgress'] }),
          ...(isStatus(status) && { status: [status] }),
        },
        { signal },
      );
      for await (const one of stream) {
        if (one.deletedAtTime) found.delete(one.id);
        else found.set(one.id, one);
        if (found.size >= MOST) break;
      }
      return [...found.values()].sort(
        (a, b) => rank(a) - rank(b) || (a.dueAtTime ?? '9').localeCompare(b.dueAtTime ?? '9'),
      );
    },
  });

const isStatus = (text: string): text is Assignment['status'] =>
  ['notStarted', 'inProgress', 'completed'].includes(text);

const rank = ({ status }: Assignment): number => (status === 'completed' ? 1 : 0);

/** How many stand how, of those that are shown. */
export function countsOf(assignments: readonly Assignment[]) {
  const now = Date.now();
  const counts = { current: 0, expiring: 0, expired: 0, missing: 0 };
  for (const each of assignments) {
    const sign = signOf(each, now);
    if (sign in counts) counts[sign as keyof typeof counts] += 1;
  }
  return counts;
}
