import { useQueries, useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';
import type { StatusName } from '../parts/status.tsx';

/** Rows that are asked for at once: as many as the server answers. */
const PAGE = 5000;
/** Rows whose details are asked for together. */
const BLOCK = 50;

/** Of each character of a row: what it is, and how urgent. */
export const LETTERS: Record<string, { status: StatusName; isOverdue: boolean; weight: number }> = {
  X: { status: 'expired', isOverdue: true, weight: 1_000_000 },
  M: { status: 'missing', isOverdue: true, weight: 1_000_000 },
  x: { status: 'expired', isOverdue: false, weight: 1000 },
  m: { status: 'missing', isOverdue: false, weight: 1000 },
  e: { status: 'expiring', isOverdue: false, weight: 1 },
  c: { status: 'current', isOverdue: false, weight: 0 },
  w: { status: 'waived', isOverdue: false, weight: 0 },
  '-': { status: 'notNeeded', isOverdue: false, weight: 0 },
};

export interface Row {
  id: string;
  name: string;
  statuses: string;
  needed: number;
  met: number;
  weight: number;
}

function rowOf({ id, name, statuses }: Pick<Row, 'id' | 'name' | 'statuses'>): Row {
  const row = { id, name, statuses, needed: 0, met: 0, weight: 0 };
  for (const letter of statuses) {
    row.weight += LETTERS[letter]?.weight ?? 0;
    if (letter !== '-') row.needed += 1;
    if ('cew'.includes(letter)) row.met += 1;
  }
  return row;
}

/** Everybody by every requirement, the most urgent first. */
export const useMatrix = () =>
  useQuery({
    queryKey: ['matrix'],
    queryFn: async ({ signal }) => {
      const rows: Row[] = [];
      let requirements: { id: string; name: string }[] = [];
      let asOfSeq = '';
      for await (const { reply } of crew.requirementStatuses.matrix({ limit: PAGE }, { signal }).pages()) {
        ({ requirements } = reply.data);
        ({ asOfSeq } = reply);
        rows.push(...reply.data.subjects.map(rowOf).filter(({ needed }) => needed > 0));
      }
      rows.sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
      return { requirements, rows, asOfSeq };
    },
    // The more there is to read, the seldomer.
    refetchInterval: ({ state }) => 15_000 * Math.max(1, (state.data?.rows.length ?? 0) / PAGE),
  });

export type Matrix = NonNullable<ReturnType<typeof useMatrix>['data']>;

/** What a cell shows besides its status. */
export interface Detail {
  /** The moment that its figure counts days to. */
  time: string | undefined;
  isInHand: boolean;
}

/** Details of the rows that are in sight, by subject and requirement. */
export function useDetails(
  rows: readonly Row[],
  from: number,
  to: number,
  asOfSeq: string,
): Map<string, Detail> {
  const blocks: string[][] = [];
  for (let at = Math.floor(from / BLOCK) * BLOCK; at <= to && at < rows.length; at += BLOCK)
    blocks.push(rows.slice(at, at + BLOCK).map(({ id }) => id));
  return useQueries({
    queries: blocks.map((subjectIds) => ({
      queryKey: ['statuses', asOfSeq, subjectIds],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { data } = await crew.requirementStatuses.list({ subjectIds }, { signal });
        return data.map(({ subject, requirementId, until, dueAt, isInHand }): [string, Detail] => [
          `${subject.id} ${requirementId}`,
          { time: until ?? dueAt, isInHand },
        ]);
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => data ?? [])),
  });
}
