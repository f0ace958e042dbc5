import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { samsaraPreview } from '../../surfaces/samsara-preview.ts';
import { weekly10 } from '../../surfaces/weekly10.ts';
import { overdueJob } from './assignments/overdue.ts';
import { progressRoutes } from './assignments/routes.native.ts';
import { assignmentStreamRoutes } from './assignments/routes.stream.ts';
import { assignmentChangeRoutes, assignmentRoutes } from './assignments/routes.ts';
import { authoringRoutes } from './courses/routes.native.ts';
import { previewCourseRoutes } from './courses/routes.preview.ts';
import { courseRoutes } from './courses/routes.ts';
import { trainingDatasets } from './datasets.ts';
import { packageRoutes } from './weekly10/packages/routes.ts';
import { recordRoutes } from './weekly10/records/routes.ts';

export { importAssignments, type PastAssignment } from './assignments/history.ts';
export { type CourseRow, importCourses } from './courses/import.ts';
export { addCourse, moveCourse } from './courses/service.ts';

export const feature: Feature = {
  name: 'training',
  routes: [
    samsara(courseRoutes),
    samsara(assignmentRoutes),
    samsara(assignmentStreamRoutes),
    samsaraPreview(previewCourseRoutes),
    samsaraPreview(assignmentChangeRoutes('/preview', 'preview')),
    native(authoringRoutes),
    native(progressRoutes),
    weekly10(recordRoutes),
    weekly10(packageRoutes),
  ],
  jobs: [overdueJob],
  datasets: trainingDatasets,
};
