import type { components } from '@crewready/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';
import { photosOf } from '../person/field.tsx';

type Schemas = components['schemas'];
export type Row = Schemas['ListedQualificationRecord'];
export type PaperRecord = Schemas['QualificationRecord'];
export type Standing = Row['standing'];
export type PaperType = Schemas['QualificationType'];
export type Definition = Schemas['FormFieldDefinition'];
export type Media = Schemas['MediaRecord'];

const PAGE = 100;
/** More than any organization has. */
const MOST = 20_000;

export const STANDINGS = ['lapsed', 'expiring', 'valid', 'notYetValid'] as const;
export const SORTS = ['expiry', 'newest', 'changed'] as const;

/** What a list of records is asked for, as it stands in the address. */
export interface Wanted {
  search: string;
  type: string;
  owner: string;
  tag: string;
  /** A standing of active records, or `archived`. */
  state: string;
  sort: string;
  /** RFC 3339: what expires from and until then. */
  from: string;
  until: string;
}

/** The parameters that say so to the server. */
const asked = ({ search, type, owner, tag, state, sort, from, until }: Wanted) => {
  const standing = STANDINGS.find((each) => each === state);
  return {
    sort: SORTS.find((each) => each === sort) ?? ('expiry' as const),
    statuses: [state === 'archived' ? ('archived' as const) : ('active' as const)],
    ...(standing && { standings: [standing] }),
    ...(search && { search }),
    ...(type && { qualificationTypeIds: [type] }),
    ...(owner && { ownerIds: [owner] }),
    ...(tag && { tagIds: [tag] }),
    ...(from && { expiresFrom: from }),
    ...(until && { expiresUntil: until }),
  };
};

/** Records as they are asked for, page after page, and how many there are in all. */
export function useRecords(wanted: Wanted) {
  const found = useInfiniteQuery({
    queryKey: ['records', 'list', wanted],
    queryFn: async ({ signal, pageParam }) => {
      const { data } = await crew.qualificationRecords
        .list(
          { ...asked(wanted), limit: PAGE, ...(pageParam && { after: pageParam }) },
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

/** How many records would be listed. */
export const useCount = (wanted: Partial<Wanted>) =>
  useQuery({
    queryKey: ['records', 'count', wanted],
    queryFn: async ({ signal }) => {
      const { search = '', type = '', owner = '', tag = '', state = '', from = '', until = '' } = wanted;
      const all = { search, type, owner, tag, state, sort: '', from, until };
      const { data } = await crew.qualificationRecords
        .list({ ...asked(all), limit: 1 }, { signal, headers: { prefer: 'count' } })
        .raw();
      return data.reply.count ?? 0;
    },
  });

const isProcessing = (field: PaperRecord['fields'][number]): boolean =>
  photosOf(field).some(({ processingStatus }) => processingStatus === 'processing');

/** One record, deleted ones too. */
export const useRecord = (id: string) =>
  useQuery({
    queryKey: ['records', 'one', id],
    queryFn: async ({ signal }) =>
      (await crew.qualificationRecords.get({ ids: [id] }, { signal }))[0] ?? null,
    // A file that was just sent can be shown soon.
    refetchInterval: ({ state }) => (state.data?.fields.some(isProcessing) ? 2000 : false),
    placeholderData: undefined,
  });

/** A person or vehicle by its id; null for one that is no longer there. */
export const useOwner = (id: string | undefined) =>
  useQuery({
    queryKey: ['subjects', 'one', id],
    queryFn: async ({ signal }) =>
      (await crew.subjects.list({ ids: [id as string] }, { signal })).data[0] ?? null,
    enabled: Boolean(id),
    staleTime: 60_000,
    placeholderData: undefined,
  });

/** All types, archived ones too, by name. */
export const useTypes = () =>
  useQuery({
    queryKey: ['types'],
    queryFn: async ({ signal }) => {
      const both = await Promise.all(
        (['worker', 'asset'] as const).map((entityType) =>
          crew.qualificationTypes.list({ entityType, includeArchived: true }, { signal }).toArray(MOST),
        ),
      );
      return both.flat().sort((a, b) => a.name.localeCompare(b.name));
    },
    staleTime: 60_000,
  });

/** How many records each type has, by its id; none has none. */
export const useTypeFigures = () =>
  useQuery({
    queryKey: ['records', 'figures'],
    queryFn: async ({ signal }) =>
      new Map((await crew.qualificationTypes.getFigures({}, { signal })).map((each) => [each.typeId, each])),
  });
