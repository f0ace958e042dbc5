import type { Sight } from '../../../../kernel/auth.ts';
import { columns, empty, type Queryable, type Sql, sql } from '../../../../kernel/database/database.ts';
import { wireTime } from '../../../../kernel/time.ts';
import { type Person, personApiId, visibleTo } from '../../../directory/index.ts';
import { goesBy } from '../api-id.ts';
import type { TrainingRecord } from './schema.ts';

/** An assignment as a record, with what its rules depend on. Times are PostgreSQL's text. */
export interface RecordRow {
  record: TrainingRecord;
  id: string;
  person: Person;
  course: { id: string; revisionId: string };
  startedAt: string | null;
  completedAt: string | null;
}

interface Columns {
  apiId: string;
  personApiId: string;
  packageApiId: string;
  description: string;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
  id: string;
  type: Person['type'];
  personId: string;
  courseId: string;
  revisionId: string;
}

const columnsOf = (orgId: string) =>
  columns<Columns>({
    apiId: sql`assignment.api_id`,
    personApiId: sql`${personApiId(sql`${orgId}`, sql`assignment.learner_type`, sql`assignment.learner_id`)} as person_api_id`,
    packageApiId: sql`course.api_id as package_api_id`,
    description: sql`coalesce(course.description, '') as package_desc`,
    createdAt: sql`assignment.created_at`,
    startedAt: sql`assignment.started_at`,
    completedAt: sql`assignment.completed_at`,
    id: sql`assignment.id`,
    type: sql`assignment.learner_type`,
    personId: sql`assignment.learner_id`,
    courseId: sql`assignment.course_id`,
    revisionId: sql`assignment.revision_id`,
  });

const withCourse = (orgId: string): Sql =>
  sql`assignment join course on course.org_id = ${orgId} and course.id = assignment.course_id`;
const NEWEST = sql`order by created_at desc, api_id`;

const toRecord = (row: Columns): TrainingRecord => ({
  api_id: row.apiId,
  person_api_id: row.personApiId,
  package_api_id: row.packageApiId,
  package_desc: row.description,
  date_assigned: wireTime(row.createdAt),
  date_started: row.startedAt && wireTime(row.startedAt),
  date_completed: row.completedAt && wireTime(row.completedAt),
});

/** One living record by what `which` says, or undefined. */
export async function findRecord(
  database: Queryable,
  sight: Sight,
  which: { apiId: string } | { id: string },
): Promise<RecordRow | undefined> {
  const { list, read } = columnsOf(sight.orgId);
  const named = 'id' in which ? sql`assignment.id = ${which.id}` : goesBy(sql`assignment`, which.apiId);
  const [found] = await database.rows(sql`
    select ${list} from ${withCourse(sight.orgId)}
    where assignment.org_id = ${sight.orgId} and assignment.deleted_at is null and ${named}
      ${visibleTo(sight, sql`assignment.learner_id`)}`);
  if (!found) return undefined;
  const row = read(found);
  return {
    record: toRecord(row),
    id: row.id,
    person: { type: row.type, id: row.personId },
    course: { id: row.courseId, revisionId: row.revisionId },
    startedAt: row.startedAt,
    completedAt: row.completedAt,
  };
}

/** Which people and packages a search found. */
export interface Matches {
  people: string[];
  courses: string[];
}

interface Found {
  count: number;
  results: TrainingRecord[];
}

/** Beyond this many people it is cheaper to walk through the records than to gather each one's. */
const FEW_PEOPLE = 1000;

/**
 * One page of the living records, newest first, and how many there are in all.
 *
 * Both are told by statements of one shape each, whatever PostgreSQL guesses of their parameters: few people's
 * records are gathered by the index on learners and sorted; all others are read in the order of assignment_newest,
 * the ones in between passed over inside the index. That the count is taken in order too keeps it there.
 */
export async function listRecords(
  database: Queryable,
  sight: Sight,
  page: { limit: number; offset: number },
  matches: Matches | undefined,
): Promise<Found> {
  const live = sql`assignment.deleted_at is null ${visibleTo(sight, sql`assignment.learner_id`)}`;
  const window = sql`${NEWEST} limit ${page.limit} offset ${page.offset}`;
  if (matches && matches.courses.length === 0 && matches.people.length <= FEW_PEOPLE) {
    const matched = sql`with matched as materialized (
      select found.* from unnest(${matches.people}::bigint[]) person (id) cross join lateral (
        select assignment.id, created_at, api_id from assignment
        where assignment.org_id = ${sight.orgId} and ${live} and assignment.learner_id = person.id offset 0) found)`;
    return readPage(database, sight, matched, sql`matched`, sql`select id from matched ${window}`);
  }
  const named = matches
    ? sql`and (assignment.learner_id in (select unnest(${matches.people}::bigint[]))
        or assignment.course_id in (select unnest(${matches.courses}::uuid[])))`
    : empty;
  const counted = sql`(
    select 1 from assignment where assignment.org_id = ${sight.orgId} and ${live} ${named} ${NEWEST}) newest`;
  const ids = sql`
    select assignment.id from assignment where assignment.org_id = ${sight.orgId} and ${live} ${named} ${window}`;
  return readPage(database, sight, empty, counted, ids);
}

/** The count of `counted`, and the records of `ids` fetched one by one by their key. */
async function readPage(
  database: Queryable,
  { orgId }: Sight,
  matched: Sql,
  counted: Sql,
  ids: Sql,
): Promise<Found> {
  const { list, read } = columnsOf(orgId);
  const rows = await database.rows(sql`
    ${matched} select total.count, record.* from (select count(*)::int as count from ${counted}) total
    left join ((${ids}) page cross join lateral (
      select ${list} from ${withCourse(orgId)}
      where assignment.org_id = ${orgId} and assignment.id = page.id offset 0) record) on true
    order by record.created_at desc, record.api_id`);
  const found = rows.filter(([, apiId]) => apiId !== null).map(([, ...row]) => toRecord(read(row)));
  return { count: rows[0]?.[0] ?? 0, results: found };
}
