import { type Sql, sql } from '../../kernel/database/database.ts';
import { column, type Dataset } from '../../kernel/dataset.ts';
import { notServiceAccount } from '../directory/index.ts';

const { text, time, count, minutes, percents } = column;

const overdue = (at: Sql): Sql =>
  sql`(assignment.status <> 'completed' and coalesce(assignment.due_at < ${at}, false))`;
const LATE = sql`(assignment.status = 'completed' and coalesce(assignment.completed_late, false))`;

/** One row an assignment that is not deleted; its course as it was made with, and today's beside it. */
const assignments: Dataset = {
  id: 'TrainingAssignments',
  label: 'Training assignments',
  scopes: ['Read Training Assignments'],
  columns: [
    text('assignmentId', 'Assignment: ID', sql`assignment.id::text`),
    text('learnerId', 'Learner: ID', sql`assignment.learner_id::text`),
    text('learnerName', 'Learner: name', sql`person.name`),
    text('learnerType', 'Learner: type', sql`assignment.learner_type`),
    text('courseId', 'Course: ID', sql`assignment.course_id::text`),
    text('courseRevisionId', 'Course: revision', sql`assignment.revision_id::text`),
    text('courseTitle', 'Course: title', sql`revision.title`),
    text('categoryName', 'Course: category', sql`category.name`),
    text('currentCourseTitle', 'Course: title today', sql`course.title`),
    text('currentCategoryName', 'Course: category today', sql`current_category.name`),
    text('status', 'Status', sql`assignment.status`),
    text('isOverdue', 'Overdue', ({ at }) => sql`case when ${overdue(at)} then 'yes' else 'no' end`),
    text('isCompletedLate', 'Completed late', sql`case when ${LATE} then 'yes' else 'no' end`),
    time('createdAtTime', 'Assigned at', sql`assignment.created_at`),
    time('dueAtTime', 'Due at', sql`assignment.due_at`),
    time('startedAtTime', 'Started at', sql`assignment.started_at`),
    time('completedAtTime', 'Completed at', sql`assignment.completed_at`),
    time('updatedAtTime', 'Last change at', sql`assignment.updated_at`),
    minutes('durationMinutes', 'Time spent', sql`assignment.duration_minutes`),
    percents('scorePercent', 'Score', sql`assignment.score_percent`),
  ],
  source: ({ orgId }) => sql`
    from assignment
    join course on course.org_id = ${orgId} and course.id = assignment.course_id
    join course_category current_category
      on current_category.org_id = ${orgId} and current_category.id = course.category_id
    join course_revision revision on revision.org_id = ${orgId} and revision.course_id = assignment.course_id
      and revision.revision_id = assignment.revision_id
    join course_category category on category.org_id = ${orgId} and category.id = revision.category_id
    join person on person.org_id = ${orgId} and person.id = assignment.learner_id
    where assignment.org_id = ${orgId} and assignment.deleted_at is null`,
  time: { value: sql`assignment.created_at`, limitDays: 731 },
  entity: sql`assignment.learner_id`,
  order: sql`assignment.created_at, assignment.id`,
};

/** One row a person, with zeros for whoever was never assigned anything. */
const byPerson: Dataset = {
  id: 'TrainingByPerson',
  label: 'Training by person',
  scopes: ['Read Training Assignments'],
  columns: [
    text('personId', 'Person: ID', sql`person.id::text`),
    text('personName', 'Person: name', sql`person.name`),
    text('personType', 'Person: type', sql`person.type`),
    count('assigned', 'Assignments', sql`coalesce(trained.assigned, 0)`),
    count('completed', 'Completed', sql`coalesce(trained.completed, 0)`),
    count('inProgress', 'In progress', sql`coalesce(trained.in_progress, 0)`),
    count('notStarted', 'Not started', sql`coalesce(trained.not_started, 0)`),
    count('overdue', 'Overdue', sql`coalesce(trained.overdue, 0)`),
    count('completedLate', 'Completed late', sql`coalesce(trained.late, 0)`),
    percents(
      'completedPercent',
      'Share completed',
      sql`round(100.0 * trained.completed / trained.assigned, 1)::double precision`,
    ),
    percents('averageScorePercent', 'Average score', sql`trained.score`),
    minutes('durationMinutes', 'Time spent', sql`coalesce(trained.minutes, 0)`),
    time('lastCompletedAtTime', 'Last completed at', sql`trained.last_completed`),
  ],
  source: ({ orgId, at }) => sql`
    from person left join (
      select assignment.learner_id, count(*) as assigned,
        count(*) filter (where assignment.status = 'completed') as completed,
        count(*) filter (where assignment.status = 'inProgress') as in_progress,
        count(*) filter (where assignment.status = 'notStarted') as not_started,
        count(*) filter (where ${overdue(at)}) as overdue, count(*) filter (where ${LATE}) as late,
        avg(assignment.score_percent) as score, sum(assignment.duration_minutes)::bigint as minutes,
        max(assignment.completed_at) as last_completed
      from assignment where assignment.org_id = ${orgId} and assignment.deleted_at is null
      group by assignment.learner_id) trained on trained.learner_id = person.id
    where person.org_id = ${orgId} and person.deleted_at is null ${notServiceAccount}`,
  entity: sql`person.id`,
  order: sql`person.name, person.id`,
};

/** One row a course, drafts and deleted ones included. */
const courses: Dataset = {
  id: 'TrainingCourses',
  label: 'Training courses',
  scopes: ['Read Training Courses'],
  columns: [
    text('courseId', 'Course: ID', sql`course.id::text`),
    text('courseTitle', 'Course: title', sql`course.title`),
    text('courseDescription', 'Course: description', sql`course.description`),
    text('categoryName', 'Course: category', sql`category.name`),
    text('status', 'Status', sql`course.status`),
    minutes('estimatedMinutes', 'Estimated time', sql`course.estimated_minutes::bigint`),
    time('createdAtTime', 'Made at', sql`course.created_at`),
    time('updatedAtTime', 'Last change at', sql`course.updated_at`),
    count('revisions', 'Revisions', sql`coalesce(revised.revisions, 0)`),
  ],
  source: ({ orgId }) => sql`
    from course
    join course_category category on category.org_id = ${orgId} and category.id = course.category_id
    left join (select course_id, count(*) as revisions from course_revision where org_id = ${orgId}
      group by course_id) revised on revised.course_id = course.id
    where course.org_id = ${orgId}`,
  entity: undefined,
  order: sql`course.title, course.id`,
};

export const trainingDatasets: Dataset[] = [assignments, byPerson, courses];
