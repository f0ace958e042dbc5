import type { components } from '@crewready/client';
import { useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';
import { signOf } from '../parts/training.tsx';

export type Row = components['schemas']['ListedAssignment'];
export type Assignment = Row['assignment'];

/** As many as a page can hold. */
const MOST = 50_000;
const PAGE = 512;

export interface Wanted {
  course: string;
  status: string;
}

/** Assignments, what is due first first: those that are open, unless others or all are asked for. */
export const useAssignments = ({ course, status }: Wanted) =>
  useQuery({
    queryKey: ['assignments', course, status],
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      const list = crew.assignments.list(
        {
          limit: PAGE,
          ...(course && { courseIds: [course] }),
          ...(status === 'overdue' && { isOverdue: true }),
          ...(status === '' && { statuses: ['notStarted', 'inProgress'] }),
          ...(isStatus(status) && { statuses: [status] }),
        },
        { signal },
      );
      for await (const { data } of list.pages()) {
        rows.push(...data);
        if (rows.length >= MOST) break;
      }
      return rows.sort((a, b) => rank(a) - rank(b));
    },
  });

const isStatus = (text: string): text is Assignment['status'] =>
  ['notStarted', 'inProgress', 'completed'].includes(text);

const rank = ({ assignment }: Row): number => (assignment.status === 'completed' ? 1 : 0);

/** How many stand how, of those that are shown. */
export function countsOf(rows: readonly Row[]) {
  const now = Date.now();
  const counts = { current: 0, expiring: 0, expired: 0, missing: 0 };
  for (const { assignment } of rows) {
    const sign = signOf(assignment, now);
    if (sign in counts) counts[sign as keyof typeof counts] += 1;
  }
  return counts;
}
