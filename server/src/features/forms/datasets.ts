import { type Sql, sql } from '../../kernel/database/database.ts';
import { column, type Dataset, type DatasetColumn, type ReportView } from '../../kernel/dataset.ts';
import { visibleTo } from '../directory/index.ts';
import { CONCERNED } from './submissions/store.ts';

const { text, time, number, percents } = column;

const SUBMISSION: DatasetColumn[] = [
  text('submissionId', 'Submission: ID', sql`submission.id::text`),
  text('templateId', 'Template: ID', sql`submission.template_id::text`),
  text('templateTitle', 'Template: title', sql`revision.content ->> 'title'`),
  text('title', 'Submission: title', sql`submission.title`),
  text('status', 'Status', sql`submission.status`),
  text('submittedById', 'Submitted by: ID', sql`submitter.id::text`),
  text('submittedByName', 'Submitted by: name', sql`submitter.name`),
  time('submittedAtTime', 'Submitted at', sql`submission.submitted_at`),
  time('createdAtTime', 'Made at', sql`submission.created_at`),
  time('updatedAtTime', 'Last change at', sql`submission.updated_at`),
];

const from = (view: ReportView): Sql => sql`
  from form_submission submission
  join form_template_revision revision on revision.org_id = ${view.orgId}
    and revision.template_id = submission.template_id and revision.revision_id = submission.revision_id
  left join person submitter on submitter.org_id = ${view.orgId} and submitter.id = submission.submitted_id
    ${visibleTo(view, sql`submitter.id`)}
  left join person assignee on assignee.org_id = ${view.orgId} and assignee.id = submission.assigned_id
    ${visibleTo(view, sql`assignee.id`)}`;

/** One row a submission. */
const submissions: Dataset = {
  id: 'FormSubmissions',
  label: 'Form submissions',
  scopes: ['Read Form Submissions'],
  columns: [
    ...SUBMISSION,
    text('isRequired', 'Required', sql`case when submission.is_required then 'yes' else 'no' end`),
    text('assignedToId', 'Assigned to: ID', sql`assignee.id::text`),
    text('assignedToName', 'Assigned to: name', sql`assignee.name`),
    time('assignedAtTime', 'Assigned at', sql`submission.assigned_at`),
    time('dueAtTime', 'Due at', sql`submission.due_at`),
    number('scorePoints', 'Score: points', sql`submission.score_points`),
    number('scoreMaxPoints', 'Score: most points', sql`submission.score_max`),
    percents('scorePercent', 'Score', sql`100 * submission.score_points / nullif(submission.score_max, 0)`),
    text('approvalComment', 'Approval: comment', sql`submission.approval_comment`),
  ],
  source: (view) => sql`${from(view)} where submission.org_id = ${view.orgId}`,
  time: { value: sql`submission.created_at`, limitDays: 731 },
  entity: CONCERNED,
  order: sql`submission.created_at, submission.id`,
};

const of = (value: string, key: string): Sql => sql`answer.field -> ${value}::text ->> ${key}::text`;

const plain = (key: string): Sql => sql`answer.field ->> ${key}::text`;

const PERSON_ID = sql`(answer.field #>> '{personValue,person,polymorphicUserId,id}')`;
const VEHICLE_ID = sql`(answer.field #>> '{assetValue,asset,id}')`;

/** What names somebody, unless whoever asks may not see them. */
const seen = (view: ReportView, id: Sql, value: Sql): Sql =>
  sql`case when true ${visibleTo(view, sql`${id}::bigint`)} then ${value} end`;

/** An answer in words; what has no words, such as a signature, is empty. */
const answer = (view: ReportView): Sql => sql`coalesce(
  ${of('textValue', 'value')}, ${of('numberValue', 'value')}, ${of('multipleChoiceValue', 'value')},
  (select string_agg(value, ', ') from json_array_elements_text(answer.field #> '{checkBoxesValue,value}') value),
  ${of('dateTimeValue', 'dateValue')}, ${of('dateTimeValue', 'value')},
  answer.field #>> '{personValue,person,name}',
  ${seen(view, PERSON_ID, sql`(answer.field #>> '{personValue,person,polymorphicUserId,type}') || '-' || ${PERSON_ID}`)},
  answer.field #>> '{assetValue,asset,name}', ${seen(view, VEHICLE_ID, VEHICLE_ID)},
  answer.field #>> '{geofenceValue,geofence,name}', answer.field #>> '{geofenceValue,geofence,id}',
  (select string_agg(code ->> 'value', ', ') from json_array_elements(answer.field #> '{barcodeValue,barcodes}') code))`;

/** One row an answered field of a submission. */
const answers: Dataset = {
  id: 'FormAnswers',
  label: 'Form answers',
  scopes: ['Read Form Submissions'],
  columns: [
    ...SUBMISSION,
    text('fieldId', 'Field: ID', plain('id')),
    text('fieldLabel', 'Field: label', plain('label')),
    text('fieldType', 'Field: type', plain('type')),
    text('answer', 'Answer', answer),
    number('answerNumber', 'Answer: number', sql`(${of('numberValue', 'value')})::double precision`),
    text('note', 'Note', plain('note')),
  ],
  source: (view) => sql`
    ${from(view)} cross join lateral json_array_elements(submission.fields) with ordinality as answer (field, place)
    where submission.org_id = ${view.orgId}`,
  time: { value: sql`submission.created_at`, limitDays: 366 },
  entity: CONCERNED,
  order: sql`submission.created_at, submission.id, answer.place`,
};

export const formDatasets: Dataset[] = [submissions, answers];
