import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { requirement } from './authoring/resource.ts';
import { requirementRoutes } from './authoring/routes.native.ts';
import { requirementDatasets } from './datasets.ts';
import { eligibilityOverride } from './eligibility/overrides/resource.ts';
import { overrideRoutes } from './eligibility/overrides/routes.native.ts';
import { eligibilityRoutes } from './eligibility/routes.native.ts';
import { occurrence } from './occurrences/resource.ts';
import { occurrenceRoutes } from './occurrences/routes.native.ts';
import { overviewRoutes } from './overview/routes.native.ts';
import { simulationRoutes } from './simulation/routes.native.ts';
import { statusFollower } from './statuses/follow.ts';
import { requirementStatus } from './statuses/resource.ts';
import { statusRoutes } from './statuses/routes.native.ts';
import { waiver } from './waivers/resource.ts';
import { waiverRoutes } from './waivers/routes.native.ts';

export { importRequirements, type RequirementImport } from './authoring/import.ts';
export type { CreateRequirement } from './authoring/schema.ts';
export { addRequirement, publishRequirement } from './authoring/service.ts';
export { requirementNames, requirementTitles } from './authoring/store.ts';
export { createOccurrence } from './occurrences/service.ts';
export { SubjectStanding, standingOf } from './of-subject.ts';
export {
  type ChangedStatus,
  keptOfPairs,
  type StatusPlace,
  statusesAfter,
  statusesAt,
} from './statuses/changed.ts';
export { figuresOfSubjects, type StatusFigures, statusFigures } from './statuses/figures.ts';
export { type ReportedStatus, reportStatuses, type StatusReport } from './statuses/report.ts';
export { createWaiver } from './waivers/service.ts';

export const feature: Feature = {
  name: 'requirements',
  routes: [
    native(requirementRoutes),
    native(simulationRoutes),
    native(statusRoutes),
    native(overviewRoutes),
    native(eligibilityRoutes),
    native(overrideRoutes),
    native(waiverRoutes),
    native(occurrenceRoutes),
  ],
  followers: [statusFollower],
  datasets: requirementDatasets,
  resources: [requirement, requirementStatus, waiver, occurrence, eligibilityOverride],
};
