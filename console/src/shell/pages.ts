import {
  IconCertificate,
  IconChecklist,
  IconHome,
  IconLayoutGrid,
  IconReportAnalytics,
  IconSchool,
  IconSettings,
  IconShieldCheck,
  IconSteeringWheel,
  IconTag,
  IconTruck,
  IconUsers,
} from '@tabler/icons-react';
import { useMay } from '../parts/may.ts';

/** Where the navigation leads: `to` is opened, everything below `under` is the same place. */
export const PAGES = [
  { to: '/', under: '/', name: 'home', Icon: IconHome, isInBar: true },
  { to: '/matrix', under: '/matrix', name: 'matrix', Icon: IconLayoutGrid, isInBar: true },
  { to: '/rules', under: '/rules', name: 'rules', Icon: IconChecklist, isInBar: false },
  { to: '/training/assignments', under: '/training', name: 'training', Icon: IconSchool, isInBar: true },
  {
    to: '/qualifications/records',
    under: '/qualifications',
    name: 'qualifications',
    Icon: IconCertificate,
    isInBar: false,
  },
  { to: '/driving', under: '/driving', name: 'driving', Icon: IconSteeringWheel, isInBar: false },
  { to: '/reports', under: '/reports', name: 'reports', Icon: IconReportAnalytics, isInBar: false },
] as const;

export const DIRECTORY = [
  { to: '/directory/people', under: '/directory/people', name: 'people', Icon: IconUsers, isInBar: true },
  {
    to: '/directory/vehicles',
    under: '/directory/vehicles',
    name: 'vehicles',
    Icon: IconTruck,
    isInBar: false,
  },
  { to: '/directory/tags', under: '/directory/tags', name: 'tags', Icon: IconTag, isInBar: false },
] as const;

const WHOLE = [
  { to: '/audit', under: '/audit', name: 'audit', Icon: IconShieldCheck, isInBar: false },
] as const;

const ADMINISTRATION = [
  { to: '/settings/accounts', under: '/settings', name: 'settings', Icon: IconSettings, isInBar: false },
] as const;

/** What is for whoever sees the whole organization. */
export function useWhole(): readonly Place[] {
  const readsLedger = useMay('Read Ledger').mayForAll;
  const administers = useMay('Write Accounts').mayForAll;
  return [...(readsLedger ? WHOLE : []), ...(administers ? ADMINISTRATION : [])];
}

export type Place = (typeof PAGES | typeof DIRECTORY | typeof WHOLE | typeof ADMINISTRATION)[number];
