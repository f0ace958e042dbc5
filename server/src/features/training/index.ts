import type { Feature } from '../../kernel/feature.ts';
import { native } from '../../surfaces/native.ts';
import { samsara } from '../../surfaces/samsara.ts';
import { samsaraPreview } from '../../surfaces/samsara-preview.ts';
import { weekly10 } from '../../surfaces/weekly10.ts';
import { assignmentListRoutes } from './assignments/list/routes.native.ts';
import { trainingAssignment } from './assignments/resource.ts';
import { progressRoutes } from './assignments/routes.native.ts';
import { previewAssignmentRoutes } from './assignments/routes.preview.ts';
import { assignmentStreamRoutes } from './assignments/routes.stream.ts';
import { assignmentRoutes } from './assignments/routes.ts';
import { hasAssignments } from './assignments/store.ts';
import { courseFigureRoutes } from './courses/figures/routes.native.ts';
import { trainingCourse, trainingCourseCategory } from './courses/resource.ts';
import { categoryRoutes } from './courses/routes.categories.ts';
import { authoringRoutes } from './courses/routes.native.ts';
import { previewCourseRoutes } from './courses/routes.preview.ts';
import { courseRoutes } from './courses/routes.ts';
import { trainingDatasets } from './datasets.ts';
import { lifecycleRoutes } from './lifecycle/routes.native.ts';
import { packageRoutes } from './weekly10/packages/routes.ts';
import { recordRoutes } from './weekly10/records/routes.ts';

export { type AssignmentFacts, assignmentFacts } from './assignments/evidence.ts';
export { importAssignments } from './assignments/history.ts';
export { assignmentsOfLearner, type LearnersAssignment } from './assignments/of-learner.ts';
export { trainingAssignment } from './assignments/resource.ts';
export { Assignment as TrainingAssignment } from './assignments/schema.ts';
export { assignInside } from './assignments/service.ts';
export type { PastAssignment } from './assignments/store.ts';
export { type CourseRow, importCourses } from './courses/import.ts';
export { trainingCourse, trainingCourseCategory } from './courses/resource.ts';
export { type CourseRevisions, courseRevisions } from './courses/revisions.ts';
export { createCourse } from './courses/service.ts';
export { courseTitles } from './courses/store.ts';
export { moveCourse } from './lifecycle/move.ts';
export { weekly10Package, weekly10Record } from './weekly10/documents.ts';

export const feature: Feature = {
  name: 'training',
  routes: [
    samsara(courseRoutes),
    samsara(assignmentRoutes),
    samsara(assignmentStreamRoutes),
    samsaraPreview(previewCourseRoutes),
    samsaraPreview(previewAssignmentRoutes),
    native(authoringRoutes),
    native(lifecycleRoutes),
    native(categoryRoutes),
    native(courseFigureRoutes),
    native(progressRoutes),
    native(assignmentListRoutes),
    weekly10(recordRoutes),
    weekly10(packageRoutes),
  ],
  datasets: trainingDatasets,
  resources: [trainingAssignment, trainingCourse, trainingCourseCategory],
  keepsRecords: (database, orgId, personId) => hasAssignments(database, orgId, { learnerId: personId }),
};
