import type { Queryable } from '../../../kernel/database/database.ts';
import { type Names, readNames } from '../entities/names.ts';
import type { PersonDocument } from '../people/document.ts';
import type { User } from './schema.ts';

/** A user as the API serves one. */
export function toUser(document: PersonDocument, names: Names): User {
  const { id, name, email = '', authType = 'default', roles = [], expireAt } = document;
  return {
    id,
    name,
    email,
    authType,
    roles: roles.flatMap(({ roleId, tagId }) => {
      const role = names.role(roleId);
      const tag = tagId === undefined ? undefined : names.tag(tagId);
      return role ? [{ role, ...(tag ? { tag } : {}), ...(expireAt ? { expireAt } : {}) }] : [];
    }),
  };
}

/** Users as the API serves them now. */
export async function serveUsers(
  database: Queryable,
  orgId: string,
  documents: readonly PersonDocument[],
): Promise<User[]> {
  const names = await readNames(database, orgId, documents);
  return documents.map((document) => toUser(document, names));
}
