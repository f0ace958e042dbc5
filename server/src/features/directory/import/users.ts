import type { Writer } from '../../../kernel/auth.ts';
import { missing } from '../../../kernel/errors.ts';
import { allProblems } from '../../../kernel/http/problems.ts';
import { type Target, writeInto } from '../../../kernel/ledger/write.ts';
import { Type } from '../../../kernel/schema.ts';
import { ExternalIdsInput } from '../external-ids/schema.ts';
import { PersonDocument } from '../people/document.ts';
import { user } from '../resources.ts';
import { checkUsers, type UserWrite } from '../users/checks.ts';
import { saveUsers } from '../users/save.ts';
import { CreateUser, type UserFields } from '../users/schema.ts';
import { matchPeople } from './people.ts';
import { type Imported, readRows, rowSchema } from './rows.ts';
import { changesNothing, saveChanged } from './unchanged.ts';

const userRow = rowSchema(CreateUser, {
  id: Type.String(),
  externalIds: ExternalIdsInput,
  driverActivationStatus: PersonDocument.properties.status,
});

/** One user of an import. The status is called as that of drivers is, in whose files users may be. */
export type UserImport = UserFields & { id?: string; driverActivationStatus?: PersonDocument['status'] };

/**
 * Writes users, all or none, matched by id, external id or email. A new one needs name and email; without
 * authType it signs in by default, without roles it has none. A row that changes nothing is not written.
 *
 * @throws BatchError with every row that is wrong.
 */
export async function importUsers(
  target: Target,
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
  return writeInto(target, writer, async (tx) => {
    const keys = filled.map(({ id, email, externalIds = {} }) => ({ id, externalIds, name: email }));
    const matched = await matchPeople(tx, 'user', keys, problems);
    const items = filled.map(({ id: _, driverActivationStatus: status, ...fields }, index) => ({
      id: matched.ids[index],
      fields,
      status,
    }));
    for (const [index, { id, fields }] of items.entries()) {
      const absent = fields.name ? 'email' : 'name';
      if (!id && !(fields.name && fields.email)) problems.add(index, missing(absent));
    }
    problems.check();
    const ids = matched.ids.flatMap((id) => id ?? []);
    const documents = await user.read(tx, tx.orgId, ids);
    const roles = new Map(documents.map(({ id, document }) => [id, rolesOf(document as PersonDocument)]));
    const isUnchanged = ({ id, fields, status }: UserWrite & { id: string }): boolean => {
      const { row, links } = matched.before(id);
      const { details, ...columns } = row;
      const expireAt = columns.expireAt ? Date.parse(columns.expireAt) : null;
      const present = { ...details, ...columns, expireAt, roles: roles.get(id), ...links };
      return changesNothing(present, { ...comparable(fields), ...(status ? { status } : {}) });
    };
    return saveChanged(items, isUnchanged, problems, (changed, noted) => saveUsers(tx, changed, noted));
  });
}

type Held = { roleId?: string; tagId?: string };

/** Roles and the end of access in a form that tells whether they are the same. */
const comparable = ({ roles, expireAt, ...fields }: UserFields): object => ({
  ...fields,
  ...(roles ? { roles: asSet(roles) } : {}),
  ...(expireAt ? { expireAt: Date.parse(expireAt) } : {}),
});

const rolesOf = ({ roles = [] }: PersonDocument): Set<string> => asSet(roles);

const asSet = (roles: readonly Held[]): Set<string> =>
  new Set(roles.map(({ roleId, tagId }) => `${roleId} ${tagId || ''}`));
