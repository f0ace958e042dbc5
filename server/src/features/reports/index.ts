import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { samsaraPreview } from '../../surfaces/samsara-preview.ts';
import { reportConfig } from './configs/resource.ts';
import { configAuthoringRoutes } from './configs/routes.native.ts';
import { configRoutes } from './configs/routes.ts';
import { datasetRoutes } from './datasets/routes.ts';
import { draftRoutes } from './draft/routes.native.ts';
import { exportRoutes } from './export/routes.ts';
import { ledgerChanges } from './ledger/datasets.ts';
import { previewReportRoutes } from './preview/routes.ts';
import { forgetJob } from './runs/forget.ts';
import { runJob } from './runs/queue.ts';
import { recoverJob } from './runs/recover.ts';
import { reportRun } from './runs/resource.ts';
import { runNativeRoutes, runRoutes } from './runs/routes.ts';
import { scheduleJob } from './schedules/due.ts';
import { reportSchedule } from './schedules/resource.ts';
import { scheduleRoutes } from './schedules/routes.ts';
import { releaseConfig } from './schedules/service.ts';

export type { CreateConfig } from './configs/schema.ts';
export { createConfig } from './configs/service.ts';
export { executeRun } from './runs/execute.ts';
export { startRun } from './runs/service.ts';
export { createSchedule } from './schedules/service.ts';

export const feature: Feature = {
  name: 'reports',
  routes: [
    samsara(datasetRoutes),
    samsara(configRoutes),
    native(configAuthoringRoutes(releaseConfig)),
    samsara(runRoutes),
    native(runNativeRoutes),
    native(draftRoutes),
    native(exportRoutes),
    native(scheduleRoutes),
    samsaraPreview(previewReportRoutes),
  ],
  jobs: [runJob, recoverJob, forgetJob, scheduleJob],
  datasets: [ledgerChanges],
  resources: [reportConfig, reportSchedule, reportRun],
};
