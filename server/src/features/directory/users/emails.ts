import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { folded } from '../../../kernel/text.ts';

/** The emails, in lower case, of `users` that somebody else has. */
export async function takenEmails(
  database: Queryable,
  orgId: string,
  users: readonly { id: string; email: string | null }[],
): Promise<Set<string>> {
  const emails = users.flatMap(({ email }) => (email ? folded(email) : []));
  const rows = await database.rows(sql`
    select lower(email) from person where org_id = ${orgId} and type = 'user' and deleted_at is null
      and lower(email) = any(${emails}::text[]) and id <> all(${users.map(({ id }) => id)}::bigint[])`);
  return new Set(rows.map(([email]) => email));
}
