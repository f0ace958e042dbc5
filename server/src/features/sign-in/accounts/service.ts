import type { Caller, Sight } from '../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../kernel/database/database.ts';
import { conflict, denied, invalid, missing, notFound } from '../../../kernel/errors.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import {
  addUser,
  checkUser,
  findPeople,
  type Person,
  readLogins,
  requireKnown,
} from '../../directory/index.ts';
import type { Role } from '../roles.ts';
import { forgetSessions } from '../sessions/identify.ts';
import { grantAccount } from './grant.ts';
import type { Account, CreateAccount, UpdateAccount } from './schema.ts';
import { type AccountRow, accountDocument, listAccounts, otherAdministrators } from './store.ts';

/** Accounts with the names of those whose they are. */
export async function served(
  database: Queryable,
  sight: Sight,
  rows: readonly AccountRow[],
): Promise<Account[]> {
  const logins = await readLogins(
    database,
    sight.orgId,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => {
    const { name, login } = logins.get(row.personId) ?? {};
    return {
      ...accountDocument(row),
      ...(name === undefined ? {} : { name }),
      ...(login ? { login } : {}),
    };
  });
}

/**
 * Gives somebody of the directory, or a new user, an account.
 *
 * @throws 400 for tags where a role has none, for an account that is there; 404 for people and tags
 */
export async function createAccount(
  database: Database,
  caller: Caller,
  input: CreateAccount,
): Promise<Account> {
  const { personId, name, email, role } = input;
  if (caller.tagIds)
    throw denied('This token is limited to tags, and "account" is shared by the whole organization.');
  const tagIds = tagsFor(role, input.tagIds ?? null);
  await requireTagsOf(database, caller, tagIds);
  const [known] = personId === undefined ? [] : await findPeople(database, caller, 'personId', [personId]);
  if (known && (name ?? email) !== undefined)
    throw invalid('personId', 'name and email are for somebody new: leave them out.');
  if (!known && name === undefined) throw missing('name');
  if (!known && email === undefined) throw missing('email');
  const fresh = { name: name ?? '', email: email ?? '' };
  if (!known) checkUser(fresh);
  return write(database, caller, async (tx) => {
    const person: Person = known ?? (await addUser(tx, fresh));
    const [before] = await listAccounts(tx, tx, { ids: [person.id] }, undefined, 1);
    if (before) throw invalid('personId', 'they have an account: change that one (PATCH /accounts).');
    const { id, type } = person;
    const row = await grantAccount(tx, { personId: id, personType: type, role, tagIds, status: 'active' });
    return (await served(tx, tx, [row]))[0] as Account;
  });
}

/**
 * Changes what is named of an account and leaves the rest. Sessions that began before end.
 *
 * @throws 400; 404; 409 for the last administrator
 */
export async function updateAccount(
  database: Database,
  caller: Caller,
  input: UpdateAccount,
): Promise<Account> {
  await requireTagsOf(database, caller, input.tagIds ?? null);
  const changed = await write(database, caller, async (tx) => {
    const before = await requireAccount(tx, input.id);
    const role = input.role ?? before.role;
    const status = input.status ?? before.status;
    const tagIds = tagsFor(role, input.tagIds === undefined ? keptTags(before, role) : input.tagIds);
    const isOut = role !== 'administrator' || status !== 'active';
    if (before.role === 'administrator' && isOut && (await otherAdministrators(tx, before.personId)) === 0)
      throw conflict('They are the last administrator. Make another one first.');
    const row = await grantAccount(tx, { ...before, role, tagIds, status });
    return (await served(tx, tx, [row]))[0] as Account;
  });
  if (!caller.dryRun) forgetSessions(database);
  return changed;
}

async function requireAccount(tx: Tx, id: string): Promise<AccountRow> {
  const [found] = isNumericId(id) ? await listAccounts(tx, tx, { ids: [id] }, undefined, 1) : [];
  if (!found) throw notFound(`id: no account of ${id.slice(0, 60)}.`);
  return found;
}

const hasTags = (role: Role): boolean => role === 'manager' || role === 'viewer';

/** The tags that stay where nobody says which: none with a role that has none. */
const keptTags = ({ tagIds }: AccountRow, role: Role): string[] | null => (hasTags(role) ? tagIds : null);

/** @throws 400 for tags with a role that has none */
function tagsFor(role: Role, tagIds: string[] | null): string[] | null {
  if (tagIds && !hasTags(role))
    throw invalid('tagIds', `the role ${role} has none: leave them out. Managers and viewers have.`);
  return tagIds && [...new Set(tagIds)];
}

async function requireTagsOf(database: Queryable, sight: Sight, tagIds: string[] | null): Promise<void> {
  if (!tagIds) return;
  const odd = tagIds.find((id) => !isNumericId(id));
  if (odd !== undefined) throw notFound(`tagIds: no tag ${odd}.`);
  await requireKnown(database, sight, { tagIds });
}
