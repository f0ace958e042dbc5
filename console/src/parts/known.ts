import { useQuery } from '@tanstack/react-query';
import { crew, useSession } from '../api.ts';

/** More than any organization has that a page can show. */
const MOST = 20_000;

/** Whether whoever is signed in may change things at all; what exactly is for the server to say. */
export const useMayWrite = (): boolean =>
  ['administrator', 'manager'].includes(useSession().data?.role ?? '');

/** Every driver and user by id, for names and for choosing among them. */
export const usePeople = () =>
  useQuery({
    queryKey: ['subjects', 'people'],
    queryFn: async ({ signal }) => {
      const all = await crew.subjects
        .list({ types: ['driver', 'user'], limit: 512 }, { signal })
        .toArray(MOST);
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
