import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { samsaraPreview } from '../../surfaces/samsara-preview.ts';
import { formDatasets } from './datasets.ts';
import { formPdfExport } from './pdf/resource.ts';
import { pdfRoutes } from './pdf/routes.ts';
import { makePdfJob, sweepExportsJob } from './pdf/service.ts';
import { formIssue } from './submissions/issues.ts';
import { submissionListRoutes } from './submissions/list/routes.native.ts';
import { formSubmission } from './submissions/resource.ts';
import { fillingInRoutes } from './submissions/routes.native.ts';
import { submissionStreamRoutes } from './submissions/routes.stream.ts';
import { submissionRoutes } from './submissions/routes.ts';
import { formTemplate } from './templates/resource.ts';
import { templateAuthoringRoutes } from './templates/routes.native.ts';
import { previewTemplateRoutes } from './templates/routes.preview.ts';
import { templateRoutes } from './templates/routes.ts';

export { type SubmissionFacts, submissionFacts } from './submissions/evidence.ts';
export { importSubmissions } from './submissions/import.ts';
export type { Status as FormStatus } from './submissions/moves.ts';
export { formSubmission } from './submissions/resource.ts';
export type { NewSubmission } from './submissions/store.ts';
export { outcome } from './submissions/submit.ts';
export { formTemplate } from './templates/resource.ts';
export type { CreateTemplate, Template as FormTemplate } from './templates/schema.ts';
export { addTemplate, parseContent } from './templates/service.ts';
export { formTitles } from './templates/store.ts';

export const feature: Feature = {
  name: 'forms',
  routes: [
    samsara(templateRoutes),
    samsara(submissionRoutes),
    samsara(submissionStreamRoutes),
    samsara(pdfRoutes),
    samsaraPreview(previewTemplateRoutes),
    native(templateAuthoringRoutes),
    native(fillingInRoutes),
    native(submissionListRoutes),
  ],
  jobs: [makePdfJob, sweepExportsJob],
  datasets: formDatasets,
  resources: [formTemplate, formSubmission, formIssue, formPdfExport],
};
