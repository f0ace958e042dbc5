import type { Caller } from '../../../../kernel/auth.ts';
import { empty, type Queryable, type Row, type Sql, sql } from '../../../../kernel/database.ts';
import { wireTime } from '../../../../kernel/time.ts';
import { type Person, personApiId, visibleTo } from '../../../directory/index.ts';
import { goesBy } from '../api-id.ts';
import type { TrainingRecord } from './schema.ts';

type Scope = Pick<Caller, 'orgId' | 'tagIds'>;

/** An assignment as a record, with what its rules depend on. Times are PostgreSQL's text. */
export interface RecordRow {
  record: TrainingRecord;
  id: string;
  person: Person;
  course: { id: string; revisionId: string };
  status: string;
  startedAt: string | null;
  completedAt: string | null;
}

const PERSON = personApiId(sql`assignment.org_id`, sql`assignment.learner_type`, sql`assignment.learner_id`);
const COLUMNS = sql`assignment.api_id, ${PERSON} as person_api_id, course.api_id as package_api_id,
  coalesce(course.description, '') as package_desc, assignment.created_at, assignment.started_at, assignment.completed_at`;
const FROM = sql`assignment join course on course.org_id = assignment.org_id and course.id = assignment.course_id`;
const NEWEST = sql`order by created_at desc, api_id`;

const toRecord = ([apiId, person, course, text, assigned, started, completed]: Row): TrainingRecord => ({
  api_id: apiId,
  person_api_id: person,
  package_api_id: course,
  package_desc: text,
  date_assigned: wireTime(assigned),
  date_started: started && wireTime(started),
  date_completed: completed && wireTime(completed),
});

/** One living record by what `which` says, or undefined. */
export async function findRecord(
  database: Queryable,
  scope: Scope,
  which: { apiId: string } | { id: string },
): Promise<RecordRow | undefined> {
  const named = 'id' in which ? sql`assignment.id = ${which.id}` : goesBy(sql`assignment`, which.apiId);
  const [row] = await database.rows(sql`
    select ${COLUMNS}, assignment.id, assignment.learner_type, assignment.learner_id, assignment.course_id,
      assignment.revision_id, assignment.status
    from ${FROM} where assignment.org_id = ${scope.orgId} and assignment.deleted_at is null and ${named}
      ${visibleTo(scope, sql`assignment.learner_id`)}`);
  if (!row) return undefined;
  const [, , , , , startedAt, completedAt, id, type, personId, courseId, revisionId, status] = row;
  return {
    record: toRecord(row),
    id,
    person: { type, id: personId },
    course: { id: courseId, revisionId },
    status,
    startedAt,
    completedAt,
  };
}

/** The `api_id` of the unfinished record of a person and a course, other than `id`. */
export async function findUnfinished(
  tx: Queryable,
  orgId: string,
  personId: string,
  courseId: string,
  id: string | null,
): Promise<string | undefined> {
  const [row] = await tx.rows(sql`
    select api_id from assignment where org_id = ${orgId} and course_id = ${courseId} and learner_id = ${personId}
      and status <> 'completed' and deleted_at is null and id is distinct from ${id}::uuid`);
  return row?.[0];
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
  scope: Scope,
  page: { limit: number; offset: number },
  matches: Matches | undefined,
): Promise<Found> {
  const live = sql`assignment.deleted_at is null ${visibleTo(scope, sql`assignment.learner_id`)}`;
  const window = sql`${NEWEST} limit ${page.limit} offset ${page.offset}`;
  if (matches && matches.courses.length === 0 && matches.people.length <= FEW_PEOPLE) {
    const matched = sql`with matched as materialized (
      select found.* from unnest(${matches.people}::bigint[]) person (id) cross join lateral (
        select assignment.id, created_at, api_id from assignment
        where assignment.org_id = ${scope.orgId} and ${live} and assignment.learner_id = person.id offset 0) found)`;
    return read(database, scope, matched, sql`matched`, sql`select id from matched ${window}`);
  }
  const named = matches
    ? sql`and (assignment.learner_id in (select unnest(${matches.people}::bigint[]))
        or assignment.course_id in (select unnest(${matches.courses}::uuid[])))`
    : empty;
  const counted = sql`(
    select 1 from assignment where assignment.org_id = ${scope.orgId} and ${live} ${named} ${NEWEST}) newest`;
  const ids = sql`
    select assignment.id from assignment where assignment.org_id = ${scope.orgId} and ${live} ${named} ${window}`;
  return read(database, scope, empty, counted, ids);
}

/** The count of `counted`, and the records of `ids` fetched one by one by their key. */
async function read(database: Queryable, scope: Scope, matched: Sql, counted: Sql, ids: Sql): Promise<Found> {
  const rows = await database.rows(sql`
    ${matched} select record.*, total.count from (select count(*)::int as count from ${counted}) total
    left join ((${ids}) page cross join lateral (
      select ${COLUMNS} from ${FROM}
      where assignment.org_id = ${scope.orgId} and assignment.id = page.id offset 0) record) on true
    order by record.created_at desc, record.api_id`);
  return { count: rows[0]?.[7] ?? 0, results: rows.filter(([apiId]) => apiId !== null).map(toRecord) };
}
