import type { Writer } from '../../../kernel/auth.ts';
import { missing } from '../../../kernel/errors.ts';
import { allProblems } from '../../../kernel/http/problems.ts';
import { type Target, writeInto } from '../../../kernel/ledger/write.ts';
import { Type } from '../../../kernel/schema.ts';
import { checkDrivers } from '../drivers/checks.ts';
import type { DriverWrite } from '../drivers/merge.ts';
import { saveDrivers } from '../drivers/save.ts';
import { UpdateDriver } from '../drivers/schema.ts';
import { hashPassword } from '../people/password.ts';
import { checkUsers } from '../users/checks.ts';
import { type MatchedPeople, matchPeople } from './people.ts';
import { type Imported, readRows, rowSchema } from './rows.ts';
import { changesNothing, saveChanged } from './unchanged.ts';

const driverRow = rowSchema(UpdateDriver, { id: Type.String(), email: Type.String({ maxLength: 255 }) });

/** One driver of an import; the email is not on the wire of drivers, but other surfaces serve it. */
export type DriverImport = UpdateDriver & { id?: string; email?: string };

/**
 * Writes drivers, all or none. A row whose id, external id or username is a driver's changes that driver, and an
 * empty cell changes nothing; any other row adds one, which needs a name but neither username nor password. A row
 * that changes nothing is not written.
 *
 * @throws BatchError with every row that is wrong.
 */
export async function importDrivers(
  target: Target,
  writer: Writer,
  rows: readonly DriverImport[],
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
  checkUsers(
    filled.map(({ email }) => ({ fields: { email } })),
    problems,
  );
  problems.check();
  const hashes = await Promise.all(
    filled.map(({ password }) => (password ? hashPassword(password) : undefined)),
  );
  return writeInto(target, writer, async (tx) => {
    const keys = filled.map(({ id, username, externalIds = {} }) => ({ id, externalIds, name: username }));
    const matched = await matchPeople(tx, 'driver', keys, problems);
    const items = filled.map(({ id: _, email, ...fields }, index) => ({
      id: matched.ids[index],
      fields,
      email,
      passwordHash: hashes[index],
    }));
    for (const [index, { id, fields }] of items.entries())
      if (!id && !fields.name) problems.add(index, missing('name'));
    problems.check();
    const isUnchanged = ({ id, fields, email }: DriverWrite & { id: string }): boolean =>
      changesNothing(present(matched, id), { ...fields, ...(email ? { email } : {}) });
    return saveChanged(items, isUnchanged, problems, (changed, noted) => saveDrivers(tx, changed, noted));
  });
}

/** A driver as a row of an import would tell it. */
function present(matched: MatchedPeople, id: string) {
  const { row, links } = matched.before(id);
  const { details, status: driverActivationStatus, ...columns } = row;
  return { ...details, ...columns, driverActivationStatus, ...links };
}
