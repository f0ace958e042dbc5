import type { Sight } from '../../../kernel/auth.ts';
import { and, type Queryable, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { ListRequest } from '../../../surfaces/weekly10.ts';
import { type PersonDocument, selectPeople } from '../people/document.ts';
import { visibleTo } from '../tags/scope.ts';
import { findPersonByApiId, notServiceAccount } from './api-ids.ts';
import type { DirectoryUser } from './schema.ts';
import { serveDirectoryUsers } from './served.ts';

/** A person's document, and how this dialect shows it. */
export interface Shown {
  person: PersonDocument;
  shown: DirectoryUser;
}

/** @throws 404 when there is no such person. */
export async function requirePerson(
  database: Queryable,
  sight: Sight,
  apiId: string,
  shownTo: Sight = sight,
): Promise<Shown> {
  const found = await findPersonByApiId(database, sight, apiId);
  const shown = found && (await showPerson(database, shownTo, found.id));
  if (!shown) throw notFound(`No person ${apiId.slice(0, 100)}.`);
  return shown;
}

export async function showPerson(database: Queryable, sight: Sight, id: string): Promise<Shown | undefined> {
  const people = await selectPeople(database, sight.orgId, sql`and person.id = ${id}`);
  const [shown] = await serveDirectoryUsers(database, sight, people);
  return people[0] && shown && { person: people[0], shown };
}

/** One page of the people by name, and how many there are in all. */
export async function listPeople(
  database: Queryable,
  sight: Sight,
  { limit, offset, pattern }: ListRequest,
): Promise<{ count: number; results: DirectoryUser[] }> {
  const which = sql`${notServiceAccount} ${visibleTo(sight, sql`person.id`)} ${and(
    pattern !== undefined && sql`(person.name ilike ${pattern} or person.email ilike ${pattern})`,
  )}`;
  const [total] = await database.rows(sql`
    select count(*)::int from person where person.org_id = ${sight.orgId} and person.deleted_at is null ${which}`);
  const page = sql`${which} order by lower(person.name), person.id limit ${limit} offset ${offset}`;
  const people = await selectPeople(database, sight.orgId, page);
  return { count: total?.[0] ?? 0, results: await serveDirectoryUsers(database, sight, people) };
}
