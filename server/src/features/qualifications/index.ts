import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { qualificationDatasets } from './datasets.ts';
import { expirationRoutes } from './expirations/routes.native.ts';
import { recordListRoutes } from './records/list/routes.native.ts';
import { qualificationRecord } from './records/resource.ts';
import { renewalRoutes } from './records/routes.native.ts';
import { recordStreamRoutes } from './records/routes.stream.ts';
import { recordRoutes } from './records/routes.ts';
import { typeFigureRoutes } from './types/figures/routes.native.ts';
import { qualificationType } from './types/resource.ts';
import { typeAuthoringRoutes } from './types/routes.native.ts';
import { typeRoutes } from './types/routes.ts';

export { type RecordFacts, recordFacts } from './records/evidence.ts';
export { importRecords, type PastRecord } from './records/import.ts';
export { recordsOfOwner } from './records/of-owner.ts';
export { qualificationRecord } from './records/resource.ts';
export { QualificationRecord } from './records/schema.ts';
export { qualificationType } from './types/resource.ts';
export type { CreateType, QualificationType } from './types/schema.ts';
export { addType } from './types/service.ts';

export const feature: Feature = {
  name: 'qualifications',
  routes: [
    samsara(typeRoutes),
    samsara(recordRoutes),
    samsara(recordStreamRoutes),
    native(typeAuthoringRoutes),
    native(renewalRoutes),
    native(recordListRoutes),
    native(typeFigureRoutes),
    native(expirationRoutes),
  ],
  datasets: qualificationDatasets,
  resources: [qualificationType, qualificationRecord],
};
