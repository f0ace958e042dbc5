import type { World } from '../../../kernel/ledger/resource.ts';
import type { Person } from '../../directory/index.ts';
import type { AssignmentDocument } from '../assignments/schema.ts';
import { trainingCourse } from '../courses/resource.ts';
import type { CourseDocument } from '../courses/schema.ts';
import type { TrainingPackage } from './packages/schema.ts';
import type { TrainingRecord } from './records/schema.ts';

/** A course as this dialect shows it. */
export const weekly10Package = ({
  id,
  apiId,
  title,
  description,
  status,
}: CourseDocument): TrainingPackage => ({
  api_id: apiId ?? id,
  name: title,
  description: description ?? '',
  is_active: status === 'published',
});

/** An assignment as this dialect shows it; `personApiId` says what clients of the dialect call its learner. */
export function weekly10Record(
  { id, apiId, course, learner, createdAtTime, startedAtTime, completedAtTime }: AssignmentDocument,
  world: World,
  personApiId: (learner: Person) => string,
): TrainingRecord {
  const trained = world.get(trainingCourse, course.id);
  return {
    api_id: apiId ?? id,
    person_api_id: personApiId(learner),
    package_api_id: trained?.apiId ?? course.id,
    package_desc: trained?.description ?? '',
    date_assigned: createdAtTime,
    date_started: startedAtTime ?? null,
    date_completed: completedAtTime ?? null,
  };
}
