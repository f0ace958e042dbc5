import type { components } from '@crewready/client';
import { useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';

type Schemas = components['schemas'];
export type Config = Schemas['ReportConfig'];
export type Dataset = Schemas['ReportDataset'];
export type Field = Schemas['ReportDatasetField'];
export type Run = Schemas['ReportRun'];
export type Schedule = Schemas['ReportSchedule'];
export type Column = Schemas['ReportColumn'];
export type Cell = string | number | null;

/** More than anybody has of a kind. */
const MOST = 20_000;
/** How often a run that is under way is looked at, in milliseconds. */
const SOON = 1_000;

const byName =
  <T>(name: (of: T) => string) =>
  (a: T, b: T) =>
    name(a).localeCompare(name(b));

/** What can be reported on. */
export const useDatasets = () =>
  useQuery({
    queryKey: ['reports', 'datasets'],
    queryFn: async ({ signal }) =>
      (await crew.reportDatasets.list({}, { signal }).toArray(MOST)).sort(byName((of) => of.displayName)),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useDataset = (id: string | undefined): Dataset | undefined =>
  useDatasets().data?.find((each) => each.id === id);

/** Every report, by name. */
export const useConfigs = () =>
  useQuery({
    queryKey: ['reports', 'configs'],
    queryFn: async ({ signal }) =>
      (await crew.reportConfigs.list({}, { signal }).toArray(MOST)).sort(byName((of) => of.name)),
  });

/** The runs that whoever is signed in has asked for, the newest first; of one report where that is named. */
export const useRuns = (id?: string) =>
  useQuery({
    queryKey: ['reports', 'runs', id ?? 'all'],
    queryFn: async ({ signal }) =>
      (await crew.reportRuns.list(id ? { reportConfigIds: [id], limit: 20 } : { limit: 100 }, { signal }))
        .data,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'pending') ? SOON : false),
    placeholderData: undefined,
  });

/** The schedules of whoever is signed in. */
export const useSchedules = () =>
  useQuery({
    queryKey: ['reports', 'schedules'],
    queryFn: ({ signal }) => crew.reportSchedules.list({}, { signal }).toArray(MOST),
  });
