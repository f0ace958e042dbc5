import type { components } from '@crewready/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';

export type Subject = components['schemas']['ListedSubject'];
export type Kind = Subject['type'];

export interface Wanted {
  types: Kind[];
  search: string;
  tag: string;
  status: string;
  sort: string;
}

const PAGE = 100;

/** People or vehicles as they are asked for, page after page, and how many there are in all. */
export function useSubjects({ types, search, tag, status, sort }: Wanted) {
  const found = useInfiniteQuery({
    queryKey: ['subjects', 'list', types, search, tag, status, sort],
    queryFn: async ({ signal, pageParam }) => {
      const { data } = await crew.subjects
        .list(
          {
            types,
            limit: PAGE,
            sort: sort === 'worst' ? 'worst' : 'name',
            ...(search && { search }),
            ...(tag && { tagIds: [tag] }),
            ...((status === 'active' || status === 'deactivated') && { status }),
            ...(pageParam && { after: pageParam }),
          },
          { signal, headers: { prefer: 'count' } },
        )
        .raw();
      return data;
    },
    initialPageParam: '',
    getNextPageParam: (page) => (page.hasNextPage ? page.endCursor : undefined),
  });
  return {
    ...found,
    rows: found.data?.pages.flatMap(({ data }) => data) ?? [],
    count: found.data?.pages[0]?.reply.count,
  };
}
