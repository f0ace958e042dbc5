import { probes as directory } from './directory.ts';
import { probes as driverEfficiency } from './driver-efficiency.ts';
import { probes as forms } from './forms.ts';
import { probes as media } from './media.ts';
import type { Probes } from './probe.ts';
import { probes as qualifications } from './qualifications.ts';
import { probes as reports } from './reports.ts';
import { probes as training } from './training.ts';
import { probes as weekly10 } from './weekly10.ts';

/** The probes of every feature. */
export const PROBES: Probes = {
  ...directory,
  ...driverEfficiency,
  ...forms,
  ...media,
  ...qualifications,
  ...reports,
  ...training,
  ...weekly10,
};
