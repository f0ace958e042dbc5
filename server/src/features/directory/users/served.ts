import type { Sight } from '../../../kernel/auth.ts';
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
      // A role within a tag that is not shown would look like one that holds everywhere.
      const isShown = role && (tagId === undefined || tag);
      return isShown ? [{ role, ...(tag ? { tag } : {}), ...(expireAt ? { expireAt } : {}) }] : [];
    }),
  };
}

/** Users as the API serves them now. */
export async function serveUsers(
  database: Queryable,
  sight: Sight,
  documents: readonly PersonDocument[],
): Promise<User[]> {
  const names = await readNames(database, sight, documents);
  return documents.map((document) => toUser(document, names));
}
