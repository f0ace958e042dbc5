import { type Database, type Queryable, sql } from '../../../kernel/database.ts';
import { badRequest } from '../../../kernel/errors.ts';
import { type Writer, write } from '../../../kernel/write.ts';
import { checkDrivers } from '../drivers/checks.ts';
import { UpdateDriver } from '../drivers/schema.ts';
import { saveDrivers } from '../drivers/service.ts';
import { hashPassword } from '../password.ts';
import { allProblems } from '../rows.ts';
import { CreateUser, type UserFields } from '../users/schema.ts';
import { checkUsers, saveUsers } from '../users/service.ts';
import { ExternalIdsInput } from '../wire.ts';
import { type Imported, matchRows, outcomes, readRows, rowSchema } from './rows.ts';

const driverRow = rowSchema(UpdateDriver);
const userRow = rowSchema(CreateUser, { externalIds: ExternalIdsInput });

/**
 * Writes drivers, all or none. A row whose external id or username is a driver's changes that driver, and an
 * empty cell changes nothing; any other row adds one, which needs a name but neither username nor password.
 *
 * @throws BatchError with every problem of every row.
 */
export async function importDrivers(
  database: Database,
  writer: Writer,
  rows: readonly UpdateDriver[],
  now = new Date(),
): Promise<Imported[]> {
  const problems = allProblems();
  const filled = readRows(rows, driverRow, problems);
  problems.check();
  checkDrivers(
    filled.map((fields) => ({ fields })),
    problems,
    now,
  );
  problems.check();
  const hashes = await Promise.all(
    filled.map(({ password }) => (password ? hashPassword(password) : undefined)),
  );
  return write(database, writer, async (tx, stamp) => {
    const { orgId } = writer;
    const known = await findByName(
      tx,
      orgId,
      'driver',
      filled.map(({ username }) => username),
    );
    const named = filled.map(({ username, externalIds = {} }) => ({
      externalIds,
      named: known.get(username?.toLowerCase() ?? ''),
    }));
    const matched = await matchRows(tx, orgId, 'driver', named, problems);
    const items = filled.map((fields, index) => ({
      id: matched[index],
      fields,
      passwordHash: hashes[index],
    }));
    for (const [index, { id, fields }] of items.entries())
      if (!id && !fields.name) problems.add(index, badRequest('name is missing'));
    problems.check();
    return outcomes(await saveDrivers(tx, stamp, { orgId, tagIds: null }, items, problems), matched);
  });
}

/**
 * Writes users, all or none, matched by external id or email. A new one needs name and email; without authType
 * it signs in by default, without roles it has none.
 *
 * @throws BatchError with every problem of every row.
 */
export async function importUsers(
  database: Database,
  writer: Writer,
  rows: readonly UserFields[],
): Promise<Imported[]> {
  const problems = allProblems();
  const filled = readRows(rows, userRow, problems);
  problems.check();
  checkUsers(
    filled.map((fields) => ({ fields })),
    problems,
  );
  problems.check();
  return write(database, writer, async (tx, stamp) => {
    const { orgId } = writer;
    const known = await findByName(
      tx,
      orgId,
      'user',
      filled.map(({ email }) => email),
    );
    const named = filled.map(({ email, externalIds = {} }) => ({
      externalIds,
      named: known.get(email?.toLowerCase() ?? ''),
    }));
    const matched = await matchRows(tx, orgId, 'user', named, problems);
    const items = filled.map((fields, index) => ({ id: matched[index], fields }));
    for (const [index, { id, fields }] of items.entries()) {
      const missing = fields.name ? 'email' : 'name';
      if (!id && !(fields.name && fields.email)) problems.add(index, badRequest(`${missing} is missing`));
    }
    problems.check();
    return outcomes(await saveUsers(tx, stamp, { orgId, tagIds: null }, items, problems), matched);
  });
}

/** Drivers by username, or users by email, in lower case. */
async function findByName(
  tx: Queryable,
  orgId: string,
  type: 'driver' | 'user',
  names: (string | undefined)[],
): Promise<Map<string, string>> {
  const column = type === 'driver' ? sql`username` : sql`email`;
  const wanted = names.flatMap((name) => name?.toLowerCase() ?? []);
  const rows = await tx.rows(sql`
    select lower(${column}), id from person
    where org_id = ${orgId} and type = ${type} and deleted_at is null and lower(${column}) = any(${wanted}::text[])`);
  return new Map(rows.map(([name, id]) => [name, id]));
}
