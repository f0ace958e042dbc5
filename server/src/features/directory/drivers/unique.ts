import { type Queryable, sql, table } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { type Problems, refuseRepeated } from '../../../kernel/http/problems.ts';
import { folded } from '../../../kernel/text.ts';
import type { PersonRow } from '../people/store.ts';

/** Usernames and licenses are unique; the organization's writes are in line, so nobody takes one meanwhile. */
export async function refuseTaken(
  database: Queryable,
  orgId: string,
  rows: readonly PersonRow[],
  problems: Problems,
): Promise<void> {
  const usernames = rows.map(({ username }) => (username ? folded(username) : undefined));
  const licenses = rows.map((row) =>
    row.licenseNumber && row.licenseState ? folded(`${row.licenseNumber} ${row.licenseState}`) : undefined,
  );
  const usernameTaken = (name: string) => invalid('username', `"${name}" is taken.`);
  const licenseTaken = (name: string) => invalid('licenseNumber', `the license ${name} is another driver's.`);
  refuseRepeated(usernames, problems, usernameTaken);
  refuseRepeated(licenses, problems, licenseTaken);
  const taken = await takenNames(database, orgId, rows);
  for (const [index, row] of rows.entries()) {
    if (taken.usernames.has(usernames[index] ?? ''))
      problems.add(index, usernameTaken(row.username as string));
    if (taken.licenses.has(licenses[index] ?? ''))
      problems.add(index, licenseTaken(`${row.licenseNumber} ${row.licenseState}`));
  }
}

/** The usernames and licenses that others have, in lower case. */
async function takenNames(
  database: Queryable,
  orgId: string,
  people: readonly PersonRow[],
): Promise<{ usernames: Set<string>; licenses: Set<string> }> {
  // Two statements in one, each with its own index: joined by "or" they would read all people for every batch.
  const found = await database.rows(sql`
    select id, lower(username), null from person
    where org_id = ${orgId} and deleted_at is null
      and lower(username) = any(${people.flatMap(({ username }) => (username ? folded(username) : []))}::text[])
    union all
    select id, null, lower(license_number) || ' ' || lower(license_state) from person
    where org_id = ${orgId} and deleted_at is null
      and (lower(license_number), lower(license_state)) in (select number, state from ${table(
        'license',
        people,
        {
          number: ['text', ({ licenseNumber }) => licenseNumber && folded(licenseNumber)],
          state: ['text', ({ licenseState }) => licenseState && folded(licenseState)],
        },
      )})`);
  const own = new Set(people.map((person) => person.id));
  const others = found.filter(([id]) => !own.has(id));
  return {
    usernames: new Set(others.flatMap(([, username]) => username ?? [])),
    licenses: new Set(others.flatMap(([, , license]) => license ?? [])),
  };
}
