import type { Database } from '../../../kernel/database.ts';
import { sql } from '../../../kernel/database.ts';
import { missing } from '../../../kernel/errors.ts';
import { type Writer, write } from '../../../kernel/ledger/write.ts';
import { allProblems } from '../../../kernel/problems.ts';
import { Type } from '../../../kernel/schema.ts';
import { CreateUser, type User, type UserFields } from '../users/schema.ts';
import { checkUsers, saveUsers } from '../users/service.ts';
import { selectUsers } from '../users/store.ts';
import { ExternalIdsInput } from '../wire.ts';
import { matchPeople } from './people.ts';
import { type Imported, readRows, rowSchema } from './rows.ts';
import { changesNothing, saveChanged } from './unchanged.ts';

const userRow = rowSchema(CreateUser, { id: Type.String(), externalIds: ExternalIdsInput });

/** One user of an import. */
export type UserImport = UserFields & { id?: string };

/**
 * Writes users, all or none, matched by id, external id or email. A new one needs name and email; without
 * authType it signs in by default, without roles it has none. A row that changes nothing is not written.
 *
 * @throws BatchError with every row that is wrong.
 */
export async function importUsers(
  database: Database,
  writer: Writer,
  rows: readonly UserImport[],
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
    const keys = filled.map(({ id, email, externalIds = {} }) => ({ id, externalIds, name: email }));
    const matched = await matchPeople(tx, orgId, 'user', keys, problems);
    const items = filled.map(({ id: _, ...fields }, index) => ({ id: matched.ids[index], fields }));
    for (const [index, { id, fields }] of items.entries()) {
      const absent = fields.name ? 'email' : 'name';
      if (!id && !(fields.name && fields.email)) problems.add(index, missing(absent));
    }
    problems.check();
    const ids = matched.ids.flatMap((id) => id ?? []);
    const served = await selectUsers(tx, orgId, sql`and person.id = any(${ids}::bigint[])`, ids.length);
    const roles = new Map(served.map((user) => [user.id, rolesOf(user)]));
    const isUnchanged = ({ id, fields }: { id: string; fields: UserFields }): boolean => {
      const { row, links } = matched.before(id);
      const { details, ...columns } = row;
      const expireAt = columns.expireAt ? Date.parse(columns.expireAt) : null;
      const present = { ...details, ...columns, expireAt, roles: roles.get(id), ...links };
      return changesNothing(present, comparable(fields));
    };
    return saveChanged(items, isUnchanged, problems, (changed, noted) =>
      saveUsers(tx, stamp, { orgId, tagIds: null }, changed, noted),
    );
  });
}

type Held = { roleId?: string; tagId?: string };

/** Roles and the end of access in a form that tells whether they are the same. */
const comparable = ({ roles, expireAt, ...fields }: UserFields): object => ({
  ...fields,
  ...(roles ? { roles: asSet(roles) } : {}),
  ...(expireAt ? { expireAt: Date.parse(expireAt) } : {}),
});

const rolesOf = ({ roles }: User): Set<string> =>
  asSet(roles.map(({ role, tag }) => ({ roleId: role?.id, tagId: tag?.id })));

const asSet = (roles: readonly Held[]): Set<string> =>
  new Set(roles.map(({ roleId, tagId }) => `${roleId} ${tagId || ''}`));
