import { useQuery } from '@tanstack/react-query';
import { crew, useSession } from '../api.ts';

/** More than any organization has that a page can show. */
const MOST = 20_000;

/** Whether whoever is signed in may change things at all; what exactly is for the server to say. */
export const useMayWrite = (): boolean =>
  ['administrator', 'manager'].includes(useSession().data?.role ?? '');

/** Whether they may change what the whole organization has in common: not within tags. */
export const useMayWriteShared = (): boolean => {
  const mayWrite = useMayWrite();
  return useSession().data?.tagIds === undefined && mayWrite;
};

/** As many as one page of a list has. */
const PAGE = 512;

/** Drivers and users among `ids`, by id. */
export const usePeople = (ids: readonly string[]) =>
  useQuery({
    queryKey: ['subjects', 'ids', ids],
    queryFn: async ({ signal }) => {
      const pages = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, n) =>
        ids.slice(n * PAGE, (n + 1) * PAGE),
      );
      const all = [];
      for (const page of pages)
        all.push(
          ...(await crew.subjects.list({ ids: page, types: ['driver', 'user'], limit: PAGE }, { signal }))
            .data,
        );
      return new Map(all.map((each) => [each.id, each]));
    },
    staleTime: 60_000,
  });

/** Every tag, by name. */
export const useTags = () =>
  useQuery({
    queryKey: ['tags'],
    queryFn: async ({ signal }) =>
      (await crew.tags.list({ limit: 512 }, { signal }).toArray(MOST)).sort((a, b) =>
        a.name.localeCompare(b.name),
      ),
    staleTime: 60_000,
  });

/** Every published course, by title. */
export const useCourses = () =>
  useQuery({
    queryKey: ['courses', 'published'],
    queryFn: async ({ signal }) =>
      (await crew.courses.list({ status: ['published'] }, { signal }).toArray(MOST)).sort((a, b) =>
        a.title.localeCompare(b.title),
      ),
    staleTime: 60_000,
  });
