import type { Sight } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { type Names, readNames } from '../entities/names.ts';
import type { PersonDocument } from '../people/document.ts';
import { API_ID_KEY } from './api-id-key.ts';
import type { DirectoryUser } from './schema.ts';

/** Both names as one. */
export const fullName = (first: string, last: string): string => `${first} ${last}`.trim();

/** The names as they were given here, unless the whole was changed elsewhere: then it is split at the first space. */
function splitName({ name, weekly10 = {} }: PersonDocument): [first: string, last: string] {
  const { firstName, lastName = '' } = weekly10;
  if (firstName !== undefined && fullName(firstName, lastName) === name) return [firstName, lastName];
  const space = name.indexOf(' ');
  return space < 0 ? [name, ''] : [name.slice(0, space), name.slice(space + 1).trim()];
}

/** A person as this dialect shows them. */
export function toDirectoryUser(document: PersonDocument, names: Names): DirectoryUser {
  const { type, id, email, status, externalIds, weekly10 } = document;
  const [first, last] = splitName(document);
  const manager = weekly10?.managerId === undefined ? undefined : names.person(weekly10.managerId);
  return {
    api_id: externalIds[API_ID_KEY] ?? `${type}-${id}`,
    email: email ?? '',
    first_name: first,
    last_name: last,
    job_title: weekly10?.jobTitle ?? '',
    manager_api_id: manager ? (manager.apiId ?? `${manager.type}-${manager.id}`) : null,
    is_active: status === 'active',
  };
}

/** People as this dialect shows them now. */
export async function serveDirectoryUsers(
  database: Queryable,
  sight: Sight,
  documents: readonly PersonDocument[],
): Promise<DirectoryUser[]> {
  const names = await readNames(database, sight, documents);
  return documents.map((document) => toDirectoryUser(document, names));
}
