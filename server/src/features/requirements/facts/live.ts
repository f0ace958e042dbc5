import type { Queryable } from '../../../kernel/database/database.ts';
import { type SubmissionFacts, submissionFacts } from '../../forms/index.ts';
import { type RecordFacts, recordFacts } from '../../qualifications/index.ts';
import { type AssignmentFacts, assignmentFacts } from '../../training/index.ts';
import type {
  Evidence,
  Occurrence,
  Pending,
  RecordField,
  Subject,
  SubjectFacts,
  SubjectVersion,
  Waiver,
} from '../rules/facts.ts';
import { grouped } from './grouped.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Organization } from './organization.ts';
import { subjectVersions } from './subjects.ts';
import { waiversOf } from './waivers.ts';

/** A subject with all that is known of it. */
export interface KnownSubject extends SubjectFacts {
  type: Subject['type'];
}

/** What there is of subjects, of each kind in no order. */
export interface Found {
  subjects: ReadonlyMap<string, { type: Subject['type']; versions: readonly SubjectVersion[] }>;
  assignments: readonly AssignmentFacts[];
  records: readonly RecordFacts[];
  submissions: readonly SubmissionFacts[];
  waivers: readonly (Waiver & { subjectId: string })[];
  /** In the order of time. */
  occurrences: readonly (Occurrence & { subjectId: string })[];
}

/** What is known now of subjects, by id; whoever never was one is left out. */
export async function readSubjects(
  database: Queryable,
  orgId: string,
  organization: Organization,
  ids: readonly string[],
): Promise<Map<string, KnownSubject>> {
  const { courseIds, typeIds, templateIds } = organization.needs;
  return bySubject(organization, {
    subjects: await subjectVersions(database, orgId, ids),
    assignments:
      courseIds?.size === 0 ? [] : await assignmentFacts(database, orgId, ids, courseIds && [...courseIds]),
    records: typeIds.size === 0 ? [] : await recordFacts(database, orgId, ids, [...typeIds]),
    submissions: templateIds.size === 0 ? [] : await submissionFacts(database, orgId, ids, [...templateIds]),
    waivers: await waiversOf(database, orgId, ids),
    occurrences: await occurrencesOf(database, orgId, ids),
  });
}

/** Subjects with what there is of each. */
export function bySubject(
  organization: Pick<Organization, 'courses'>,
  { subjects, assignments, records, submissions, waivers, occurrences }: Found,
): Map<string, KnownSubject> {
  const ofLearner = grouped(assignments, ({ learnerId }) => learnerId);
  const ofOwner = grouped(records, ({ ownerId }) => ownerId);
  const ofPerson = grouped(submissions, ({ personId }) => personId);
  const waived = grouped(waivers, ({ subjectId }) => subjectId);
  const happened = grouped(occurrences, ({ subjectId }) => subjectId);
  return new Map(
    [...subjects].map(([id, { type, versions }]) => {
      const trained = ofLearner.get(id) ?? [];
      const handed = ofPerson.get(id) ?? [];
      const evidence = [
        ...trained.flatMap((each) => completion(each, organization)),
        ...(ofOwner.get(id) ?? []).map(held),
        ...handed.flatMap(handedIn),
      ];
      const pending = [...trained.flatMap(underWay), ...handed.flatMap(inReview)];
      return [
        id,
        {
          id,
          type,
          versions,
          evidence,
          waivers: waived.get(id) ?? [],
          occurrences: happened.get(id) ?? [],
          pending,
        },
      ];
    }),
  );
}

function completion(assignment: AssignmentFacts, { courses }: Pick<Organization, 'courses'>): Evidence[] {
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
