import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { samsaraPreview } from '../../surfaces/samsara-preview.ts';
import { efficiencyDatasets } from './datasets/index.ts';
import { hoursRoutes } from './hours/routes.native.ts';
import { efficiencyRoutes } from './scores/routes.ts';
import { driverEfficiencySettings } from './settings/resource.ts';
import { settingsRoutes } from './settings/routes.native.ts';
import { trendRoutes } from './trends/routes.native.ts';

export { HOUR_METRICS, type HourMetric } from './hours/schema.ts';
export { readHour } from './hours/service.ts';
export { type StagedHour, type StagedHours, withStagedHours } from './hours/stage.ts';

export const feature: Feature = {
  name: 'driver-efficiency',
  routes: [
    samsara(efficiencyRoutes('')),
    samsaraPreview(efficiencyRoutes('/preview')),
    native(hoursRoutes),
    native(settingsRoutes),
    native(trendRoutes),
  ],
  datasets: efficiencyDatasets,
  resources: [driverEfficiencySettings],
};
