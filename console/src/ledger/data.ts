import type { components } from '@crewready/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';
import { words } from './words/en.ts';

export type Entry = components['schemas']['LedgerEntry'];
export type Verification = components['schemas']['LedgerVerification'];

/** Kinds of objects, by the names that the ledger has for them. */
export const THINGS = Object.keys(words.things) as (keyof typeof words.things)[];

/** A kind of object as the catalogs name it. */
export const thingOf = (resource: string | undefined): keyof typeof words.things =>
  THINGS.find((each) => each === resource) ?? 'other';

const PAGE = 100;
/** How often a verification under way is looked at, in milliseconds. */
const SOON = 1_000;

export interface Wanted {
  resource: string;
  actor: string;
  /** Days of the viewer's calendar, the last one included; empty for any. */
  from: string;
  until: string;
}

const startOf = (day: string, after = 0): string => {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + after);
  return date.toISOString();
};

/** Entries of the ledger as they are asked for, newest first, page after page. */
export function useEntries({ resource, actor, from, until }: Wanted) {
  const found = useInfiniteQuery({
    queryKey: ['ledger', 'list', resource, actor, from, until],
    queryFn: async ({ signal, pageParam }) =>
      await crew.ledger.list(
        {
          limit: PAGE,
          ...(resource && { resource }),
          ...(actor && { actor }),
          ...(from && { from: startOf(from) }),
          ...(until && { until: startOf(until, 1) }),
          ...(pageParam && { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.hasNextPage ? page.endCursor : undefined),
  });
  return { ...found, rows: found.data?.pages.flatMap(({ data }) => data) ?? [] };
}

/** The last verification that was asked for, which is looked at until it has ended; null where there was none. */
export const useVerified = () =>
  useQuery({
    queryKey: ['ledger', 'verified'],
    queryFn: async ({ signal }): Promise<Verification | null> => {
      const asked = { resource: 'ledgerVerification', limit: 1 };
      const { data: entries } = await crew.ledger.list(asked, { signal });
      const id = entries[0]?.changes.find(({ resource }) => resource === 'ledgerVerification')?.id;
      return id === undefined ? null : crew.ledger.getVerification({ id }, { signal });
    },
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? SOON : false),
    staleTime: 60_000,
  });
