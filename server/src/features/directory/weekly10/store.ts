import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Row, sql } from '../../../kernel/database.ts';
import type { ListRequest } from '../../../surfaces/weekly10.ts';
import type { Person } from '../people/find.ts';
import { visibleTo } from '../tags/scope.ts';
import { notServiceAccount, personApiId } from './api-ids.ts';
import type { DirectoryUser } from './schema.ts';

type Scope = Pick<Caller, 'orgId' | 'tagIds'>;

/** What this dialect knows of a person and no other does; kept in `details.weekly10`. */
export interface OwnDetails {
  firstName?: string;
  lastName?: string;
  jobTitle?: string;
  managerId?: string;
}

const COLUMNS = sql`${personApiId(sql`person.org_id`, sql`person.type`, sql`person.id`)} as api_id, person.email,
  person.name, (person.details -> 'weekly10')::text, person.status = 'active',
  ${personApiId(sql`manager.org_id`, sql`manager.type`, sql`manager.id`)}`;
const MANAGER = sql`left join person manager on manager.org_id = person.org_id and manager.deleted_at is null
  and manager.id = (person.details -> 'weekly10' ->> 'managerId')::bigint`;

/** Both names as one. */
export const fullName = (first: string, last: string): string => `${first} ${last}`.trim();

/** The names as they were given here, unless the whole was changed elsewhere: then it is split at the first space. */
function splitName(name: string, { firstName, lastName }: OwnDetails): [first: string, last: string] {
  if (firstName !== undefined && fullName(firstName, lastName ?? '') === name)
    return [firstName, lastName ?? ''];
  const space = name.indexOf(' ');
  return space < 0 ? [name, ''] : [name.slice(0, space), name.slice(space + 1).trim()];
}

function toPerson([apiId, email, name, details, active, manager]: Row): DirectoryUser {
  const own: OwnDetails = JSON.parse(details ?? '{}');
  const [first, last] = splitName(name, own);
  return {
    api_id: apiId,
    email: email ?? '',
    first_name: first,
    last_name: last,
    job_title: own.jobTitle ?? '',
    manager_api_id: manager,
    is_active: active,
  };
}

/** One person as this dialect shows them, or undefined. */
export async function readPerson(
  database: Queryable,
  orgId: string,
  { id }: Person,
): Promise<DirectoryUser | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS} from person ${MANAGER} where person.org_id = ${orgId} and person.id = ${id}`);
  return row && toPerson(row);
}

/** One page of the people by name, and how many there are in all. */
export async function listPeople(
  database: Queryable,
  scope: Scope,
  { limit, offset, pattern }: ListRequest,
): Promise<{ count: number; results: DirectoryUser[] }> {
  const found = pattern ? sql`and (person.name ilike ${pattern} or person.email ilike ${pattern})` : empty;
  const live = sql`person.deleted_at is null ${notServiceAccount} ${found} ${visibleTo(scope, sql`person.id`)}`;
  const rows = await database.rows(sql`
    select shown.*, total.count from (
      select count(*)::int as count from person where person.org_id = ${scope.orgId} and ${live}) total
    left join (select ${COLUMNS} from (
        select person.* from person where person.org_id = ${scope.orgId} and ${live}
        order by lower(person.name), person.id limit ${limit} offset ${offset}) person ${MANAGER}
      order by lower(person.name), person.id) shown on true`);
  return { count: rows[0]?.[6] ?? 0, results: rows.filter(([apiId]) => apiId !== null).map(toPerson) };
}

/** Whether a person has any training record that is not deleted. */
export async function hasRecords(tx: Queryable, orgId: string, { id }: Person): Promise<boolean> {
  const rows = await tx.rows(sql`
    select 1 from assignment where org_id = ${orgId} and learner_id = ${id} and deleted_at is null limit 1`);
  return rows.length > 0;
}
