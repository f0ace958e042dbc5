import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { type Version, versionsOf } from '../../../kernel/ledger/versions.ts';
import { organization as organizationResource, tag } from '../../directory/index.ts';
import { formSubmission, type SubmissionFacts } from '../../forms/index.ts';
import { qualificationRecord, type RecordFacts } from '../../qualifications/index.ts';
import {
  type AssignmentFacts,
  type CourseRevisions,
  trainingAssignment,
  trainingCourse,
} from '../../training/index.ts';
import type { Content, Published } from '../authoring/content.ts';
import { requirement } from '../authoring/resource.ts';
import type { Requirement } from '../authoring/schema.ts';
import { contentOf } from '../authoring/service.ts';
import { publishedOf } from '../authoring/store.ts';
import { occurrence } from '../occurrences/resource.ts';
import { waiver } from '../waivers/resource.ts';
import { bySubject, type Found, type KnownSubject } from './live.ts';
import { needsOf } from './needs.ts';
import { namesOfNeeds, type Organization, tagVersionsOf } from './organization.ts';
import { subjectVersions } from './subjects.ts';

// What was known at an earlier moment, from the ledger alone: the same facts as the tables had then.

/** The last entry that was written by a moment; 0 before the first. */
export async function entryAt(database: Queryable, orgId: string, at: string): Promise<string> {
  const [row] = await database.rows(sql`
    select seq from ledger_write where org_id = ${orgId} and date_trunc('milliseconds', at) <= ${at}::timestamptz
    order by seq desc limit 1`);
  return row?.[0] ?? '0';
}

/** The requirements that were published by an entry. */
export async function requirementsThen(
  database: Queryable,
  orgId: string,
  seq: string,
  ids?: readonly string[],
): Promise<Published[]> {
  const found: Published[] = [];
  for (const versions of objects(await versionsOf(database, orgId, [requirement.name], ids, seq))) {
    const documents = versions.map(({ at, document }) => ({ at, ...parsed<Requirement>(document) }));
    const published = documents.filter(
      ({ revisionId }, n) => revisionId !== undefined && documents[n - 1]?.revisionId !== revisionId,
    );
    const last = published.at(-1);
    if (!last) continue;
    const revisions = published.map(({ at, revisionId, ...document }) => ({
      revisionId: revisionId as string,
      at,
      rule: contentOf(document as unknown as Requirement),
    }));
    const archived = documents.find(({ state }) => state === 'archived');
    found.push(publishedOf(last.id, revisions.at(-1)?.rule as Content, revisions, archived?.at));
  }
  return found;
}

/** What the requirements need to know of the whole organization, as it was. */
export async function organizationThen(
  database: Queryable,
  orgId: string,
  seq: string,
  requirements: readonly Published[],
): Promise<Organization> {
  const needs = needsOf(requirements);
  const [own] = objects(await versionsOf(database, orgId, [organizationResource.name], [orgId], seq));
  const { timeZone, startDateAttributeId } = parsed<{ timeZone?: string; startDateAttributeId?: string }>(
    own?.at(-1)?.document ?? '{}',
  );
  const courses = await versionsOf(
    database,
    orgId,
    [trainingCourse.name],
    needs.courseIds && [...needs.courseIds],
    seq,
  );
  return {
    timeZone: timeZone ?? 'UTC',
    ...(startDateAttributeId ? { startDateAttributeId } : {}),
    tags: tagVersionsOf(await versionsOf(database, orgId, [tag.name], undefined, seq)),
    courses: new Map(objects(courses).map((versions) => [versions[0]?.id as string, courseOf(versions)])),
    names: await namesOfNeeds(database, orgId, needs),
    needs,
  };
}

/** What was known of subjects, by id; whoever was none by then is left out. */
export async function subjectsThen(
  database: Queryable,
  orgId: string,
  seq: string,
  organization: Organization,
  ids: readonly string[],
): Promise<Map<string, KnownSubject>> {
  const subjects = await subjectVersions(database, orgId, ids, seq);
  const found: Collected = {
    subjects,
    assignments: [],
    records: [],
    submissions: [],
    waivers: [],
    occurrences: [],
  };
  const last = await database.rows(sql`
    select distinct on (about.entity_id, about.resource, about.id) about.entity_id, about.resource,
      case when change.operation <> 'delete' then change.document::text end
    from ledger_about about join ledger_change change on change.org_id = ${orgId}
      and change.resource = about.resource and change.id = about.id and change.seq = about.seq
    where about.org_id = ${orgId} and about.entity_id = any(${ids}::bigint[]) and about.seq <= ${seq}::bigint
      and about.resource = any(${Object.keys(READERS)}::text[])
    order by about.entity_id, about.resource, about.id, about.seq desc`);
  for (const [subjectId, resource, document] of last)
    if (document) READERS[resource]?.(found, subjectId, JSON.parse(document));
  return bySubject(organization, withRenewals(found));
}

const parsed = <D>(document: string | undefined): D => JSON.parse(document ?? '{}');

/** Versions by object, each in the order of its writes. */
function objects(versions: readonly Version[]): Version[][] {
  const found = new Map<string, Version[]>();
  for (const version of versions) {
    const known = found.get(version.id);
    if (known) known.push(version);
    else found.set(version.id, [version]);
  }
  return [...found.values()];
}

function courseOf(versions: readonly Version[]): CourseRevisions {
  const documents = versions.flatMap(({ at, document }) =>
    document
      ? [
          {
            at,
            ...parsed<{
              id: string;
              title: string;
              categoryId: string;
              status: string;
              revisionId: string;
              estimatedTimeToCompleteMinutes: number;
            }>(document),
          },
        ]
      : [],
  );
  const last = documents.at(-1);
  return {
    id: versions[0]?.id as string,
    title: last?.title ?? '',
    categoryId: last?.categoryId ?? '',
    isPublished: versions.at(-1)?.document !== undefined && last?.status === 'published',
    revisions: documents
      .filter(({ revisionId }, n) => documents[n - 1]?.revisionId !== revisionId)
      .map(({ revisionId, at, estimatedTimeToCompleteMinutes }) => ({
        id: revisionId,
        at,
        estimatedMinutes: estimatedTimeToCompleteMinutes,
      })),
  };
}

/** A record with what only its renewal decides. */
type PastRecord = RecordFacts & { supersedesId?: string; isArchived: boolean };

interface Collected {
  subjects: Found['subjects'];
  assignments: AssignmentFacts[];
  records: PastRecord[];
  submissions: SubmissionFacts[];
  waivers: Found['waivers'][number][];
  occurrences: Found['occurrences'][number][];
}

const time = (text: string | undefined): string | undefined => text && new Date(text).toISOString();
const given = <K extends string, V>(name: K, value: V | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in K]?: V };

// biome-ignore lint/suspicious/noExplicitAny: documents of five kinds, each read by its own reader
type Document = any;

/** How each kind of document becomes facts of one whom it is about. */
const READERS: Record<string, (found: Collected, subjectId: string, document: Document) => void> = {
  [trainingAssignment.name]: ({ assignments }, subjectId, document) => {
    if (document.learner.id !== subjectId || document.deletedAtTime) return;
    const facts: AssignmentFacts = {
      id: document.id,
      learnerId: subjectId,
      courseId: document.course.id,
      revisionId: document.course.revisionId,
      ...given('completedAt', time(document.completedAtTime)),
      ...given('dueAt', time(document.dueAtTime)),
      ...given('scorePercent', document.scorePercent),
      minutes: document.durationMinutes,
    };
    assignments.push(facts);
  },
  [qualificationRecord.name]: ({ records }, subjectId, document) => {
    if (document.recordStatus === 'deleted') return;
    records.push({
      id: document.id,
      // Who had it before knows it as a renewal only.
      ownerId: document.owner.id === subjectId ? subjectId : '',
      typeId: document.qualificationType.id,
      issuedAt: time(document.issueDate) as string,
      ...given('expiresAt', time(document.expirationDate)),
      ...given('endedAt', time(document.archivedAtTime)),
      fields: document.fields,
      ...given('supersedesId', document.supersedesId as string | undefined),
      isArchived: document.recordStatus === 'archived',
    });
  },
  [formSubmission.name]: ({ submissions }, subjectId, document) => {
    if ((document.assignedTo ?? document.submittedBy)?.id !== subjectId) return;
    const facts: SubmissionFacts = {
      id: document.id,
      personId: subjectId,
      templateId: document.formTemplate.id,
      status: document.status,
      ...given('submittedAt', time(document.submittedAtTime)),
      ...given('dueAt', time(document.dueAtTime)),
      ...given('scorePercent', document.score?.scorePercent as number | undefined),
    };
    submissions.push(facts);
  },
  [waiver.name]: ({ waivers }, subjectId, { id, requirementId, from, until, reason }) => {
    waivers.push({
      id,
      subjectId,
      requirementId,
      from: time(from) as string,
      ...given('until', time(until)),
      reason,
    });
  },
  [occurrence.name]: ({ occurrences }, subjectId, { id, type, at }) => {
    occurrences.push({ id, subjectId, type, at: time(at) as string });
  },
};

/** A record that was archived by its renewal is good until that one begins. */
function withRenewals(found: Collected): Found {
  const renewals = new Map(found.records.map((record) => [record.supersedesId, record]));
  const records = found.records.map((record) => {
    const renewal = record.isArchived && !record.endedAt ? renewals.get(record.id) : undefined;
    if (!renewal) return record;
    return { ...record, endedAt: renewal.issuedAt > record.issuedAt ? renewal.issuedAt : record.issuedAt };
  });
  const occurrences = found.occurrences.sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1,
  );
  return { ...found, records, occurrences };
}
