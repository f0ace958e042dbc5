import type { components } from '@crewready/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';

export type Rank = components['schemas']['EfficiencyRank'];
export type Point = components['schemas']['EfficiencyPoint'];
export type Settings = components['schemas']['DriverEfficiencySettings'];
export type Metric = keyof Settings['metrics'];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PAGE = 100;

/** Lengths of a period, in days. */
export const PERIODS = [7, 28, 90, 365] as const;
export const SORTS = ['worst', 'best', 'fallen', 'risen'] as const;

/** A period of whole days in UTC, and where the one before it begins. */
export interface Period {
  days: number;
  before: string;
  startTime: string;
  endTime: string;
}

/** The last so many whole days whose hours may be asked for, three hours after the last of them. */
export function periodOf(days: number, now: number): Period {
  const end = Math.floor((now - 3 * HOUR) / DAY) * DAY;
  const at = (back: number): string => new Date(end - back * DAY).toISOString();
  return { days, before: at(2 * days), startTime: at(days), endTime: at(0) };
}

export interface Wanted {
  type: Rank['type'];
  period: Period;
  tag: string;
  search: string;
  sort: (typeof SORTS)[number];
}

/** The ranking as it is asked for, page after page. */
export function useRanking({ type, period: { startTime, endTime }, tag, search, sort }: Wanted) {
  const found = useInfiniteQuery({
    queryKey: ['driving', 'ranking', type, startTime, endTime, tag, search, sort],
    queryFn: async ({ signal, pageParam }) => {
      const asked = { type, startTime, endTime, sort, limit: PAGE };
      const more = {
        ...(tag && { tagIds: [tag] }),
        ...(search && { search }),
        ...(pageParam && { after: pageParam }),
      };
      return (await crew.driverEfficiency.listRanking({ ...asked, ...more }, { signal }).raw()).data;
    },
    initialPageParam: '',
    getNextPageParam: (page) => (page.hasNextPage ? page.endCursor : undefined),
  });
  return { ...found, rows: found.data?.pages.flatMap(({ data }) => data) };
}

export const useSettings = () =>
  useQuery({
    queryKey: ['driving', 'settings'],
    queryFn: ({ signal }) => crew.driverEfficiency.getSettings({}, { signal }),
    staleTime: 60_000,
  });

/** One driver or vehicle over the period and the one before it, by days, or by weeks where that is long. */
export const useSeries = (id: string, { days, before, endTime }: Period) =>
  useQuery({
    queryKey: ['driving', 'series', id, before, endTime],
    queryFn: ({ signal }) =>
      crew.driverEfficiency.getSeries(
        { id, startTime: before, endTime, bucket: days > 28 ? 'week' : 'day' },
        { signal },
      ),
    placeholderData: undefined,
  });

/** What the scores of one of them are made of in a period. */
export const useParts = (id: string, type: Rank['type'], { startTime, endTime }: Period) =>
  useQuery({
    queryKey: ['driving', 'parts', id, startTime, endTime],
    queryFn: async ({ signal }) => {
      const asked = { startTime, endTime, dataFormats: ['score' as const, 'percentage' as const] };
      const { data } =
        type === 'driver'
          ? await crew.driverEfficiency.listDrivers({ ...asked, driverIds: [id] }, { signal })
          : await crew.driverEfficiency.listVehicles({ ...asked, vehicleIds: [id] }, { signal });
      return data[0] ?? null;
    },
    placeholderData: undefined,
  });

/** A score as the organization writes it. */
export function scoreText(score: number, settings: Settings | undefined): string {
  if (settings?.scoreFormat !== 'letters') return String(score);
  return Object.entries(settings.letterBounds).find(([, bound]) => score >= bound)?.[0] ?? 'G';
}
