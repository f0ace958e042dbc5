import type { Caller } from '../../kernel/auth.ts';
import type { Queryable } from '../../kernel/database/database.ts';
import { findSubjects } from '../directory/index.ts';

/** The ids of the people, deleted ones too, and vehicles that a list is narrowed to. @throws 400, 404 */
export async function subjectFilter(
  database: Queryable,
  caller: Caller,
  names: readonly string[] | undefined,
): Promise<string[] | undefined> {
  if (!names) return undefined;
  const subjects = await findSubjects(database, caller, 'subjectIds', names, { deleted: true });
  return subjects.map(({ id }) => id);
}
