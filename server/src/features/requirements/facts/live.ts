import type { Queryable } from '../../../kernel/database/database.ts';
import { type SubmissionFacts, submissionFacts } from '../../forms/index.ts';
import { type RecordFacts, recordFacts } from '../../qualifications/index.ts';
import { type AssignmentFacts, assignmentFacts } from '../../training/index.ts';
import type { Evidence, Pending, RecordField, Subject, SubjectFacts } from '../rules/facts.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Organization } from './organization.ts';
import { subjectVersions } from './subjects.ts';
import { waiversOf } from './waivers.ts';

/** A subject with all that is known of it. */
export interface KnownSubject extends SubjectFacts {
  type: Subject['type'];
}

/** What is known now of subjects, by id; whoever never was one is left out. */
export async function readSubjects(
  database: Queryable,
  orgId: string,
  organization: Organization,
  ids: readonly string[],
): Promise<Map<string, KnownSubject>> {
  const { needs } = organization;
  const subjects = await subjectVersions(database, orgId, ids);
  const courseIds = needs.courseIds && [...needs.courseIds];
  const assignments = courseIds?.length === 0 ? [] : await assignmentFacts(database, orgId, ids, courseIds);
  const records = needs.typeIds.size === 0 ? [] : await recordFacts(database, orgId, ids, [...needs.typeIds]);
  const submissions =
    needs.templateIds.size === 0 ? [] : await submissionFacts(database, orgId, ids, [...needs.templateIds]);
  const waivers = grouped(await waiversOf(database, orgId, ids), ({ subjectId }) => subjectId);
  const occurrences = grouped(await occurrencesOf(database, orgId, ids), ({ subjectId }) => subjectId);
  const ofLearner = grouped(assignments, ({ learnerId }) => learnerId);
  const ofOwner = grouped(records, ({ ownerId }) => ownerId);
  const ofPerson = grouped(submissions, ({ personId }) => personId);
  return new Map(
    [...subjects].map(([id, { type, versions }]) => {
      const trained = ofLearner.get(id) ?? [];
      const handed = ofPerson.get(id) ?? [];
      return [
        id,
        {
          id,
          type,
          versions,
          evidence: [
            ...trained.flatMap((each) => completion(each, organization)),
            ...(ofOwner.get(id) ?? []).map(held),
            ...handed.flatMap(handedIn),
          ],
          waivers: waivers.get(id) ?? [],
          occurrences: occurrences.get(id) ?? [],
          pending: [...trained.flatMap(underWay), ...handed.flatMap(inReview)],
        },
      ];
    }),
  );
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function completion(assignment: AssignmentFacts, { courses }: Organization): Evidence[] {
  const { id, courseId, revisionId, completedAt, scorePercent, minutes } = assignment;
  if (completedAt === undefined) return [];
  // Where nobody told how long it took, it is as long as the course said at that revision.
  const estimated = courses.get(courseId)?.revisions.find((each) => each.id === revisionId)?.estimatedMinutes;
  return [
    {
      kind: 'course',
      resource: 'trainingAssignment',
      id,
      courseId,
      revisionId,
      at: completedAt,
      minutes: minutes > 0 ? minutes : (estimated ?? 0),
      ...(scorePercent === undefined ? {} : { scorePercent }),
    },
  ];
}

const held = ({ id, typeId, issuedAt, expiresAt, endedAt, fields }: RecordFacts): Evidence => ({
  kind: 'qualification',
  resource: 'qualificationRecord',
  id,
  typeId,
  at: issuedAt,
  ...(expiresAt ? { expiresAt } : {}),
  ...(endedAt ? { endedAt } : {}),
  fields: fields.flatMap(comparable),
});

/** What of a typed value can be compared: text, choices, a number or a moment. */
function comparable(field: RecordFacts['fields'][number]): RecordField[] {
  const { id, label } = field;
  const value =
    field.textValue?.value ??
    field.numberValue?.value ??
    field.multipleChoiceValue?.value ??
    field.checkBoxesValue?.value ??
    field.dateTimeValue?.value ??
    field.barcodeValue?.barcodes.map(({ value: code }) => code);
  return value === undefined ? [] : [{ id, label, value }];
}

const HANDED_IN = new Set<SubmissionFacts['status']>(['completed', 'needsReview', 'approved', 'archived']);

function handedIn({ id, templateId, status, submittedAt, scorePercent }: SubmissionFacts): Evidence[] {
  if (submittedAt === undefined || !HANDED_IN.has(status)) return [];
  return [
    {
      kind: 'form',
      resource: 'formSubmission',
      id,
      templateId,
      at: submittedAt,
      isApproved: status === 'approved',
      ...(scorePercent === undefined ? {} : { scorePercent }),
    },
  ];
}

const underWay = ({ id, courseId, completedAt, dueAt }: AssignmentFacts): Pending[] =>
  completedAt === undefined
    ? [{ resource: 'trainingAssignment', id, of: courseId, ...(dueAt ? { dueAt } : {}) }]
    : [];

const IN_REVIEW = new Set<SubmissionFacts['status']>([
  'notStarted',
  'inProgress',
  'needsReview',
  'changesRequested',
]);

const inReview = ({ id, templateId, status, dueAt }: SubmissionFacts): Pending[] =>
  IN_REVIEW.has(status)
    ? [{ resource: 'formSubmission', id, of: templateId, ...(dueAt ? { dueAt } : {}) }]
    : [];
