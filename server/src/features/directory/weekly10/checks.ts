import { invalid } from '../../../kernel/errors.ts';
import { firstProblem, noteThrown, type Problems } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { unseenIn } from '../../../kernel/text.ts';
import { findHolders } from '../external-ids/find.ts';
import type { PersonRow } from '../people/store.ts';
import { checkUsers } from '../users/checks.ts';
import { takenEmails } from '../users/emails.ts';
import { API_ID_KEY } from './api-id-key.ts';
import { directoryId, findPersonByApiId } from './api-ids.ts';
import type { DirectoryUser } from './schema.ts';

/** A person as a request wants them. */
export interface Wanted {
  row: PersonRow;
  /** Undefined for a new one. */
  before: DirectoryUser | undefined;
  after: DirectoryUser;
}

/** The `api_id` of a person for whom none was chosen. */
export const defaultId = ({ type, id }: Pick<PersonRow, 'type' | 'id'>): string => `${type}-${id}`;

export async function checkEmail(tx: Tx, { row, before, after }: Wanted, wrong: Problems): Promise<void> {
  const { email } = after;
  if (email === (before?.email ?? '')) return;
  if (email === '') {
    if (row.type === 'user') wrong.add(0, invalid('email', 'A user needs an email address.'));
    return;
  }
  noteThrown(wrong, 0, () => checkUsers([{ fields: { email } }], firstProblem));
  if (row.type === 'user' && (await takenEmails(tx, tx.orgId, [{ id: row.id, email }])).size > 0)
    wrong.add(0, invalid('email', `"${email}" is taken.`));
}

/** An `api_id` is free when nobody has it; those that look like directory ids are kept for what they name. */
export async function checkApiId(tx: Tx, { row, before, after }: Wanted, wrong: Problems): Promise<void> {
  const value = after.api_id;
  if (value === before?.api_id || value === defaultId(row)) return;
  const unseen = unseenIn(value);
  if (unseen) {
    wrong.add(0, invalid('api_id', `${unseen}.`));
    return;
  }
  if (directoryId(value)) {
    wrong.add(0, invalid('api_id', `"${value}" is a directory id; choose another form.`));
    return;
  }
  const held = await findHolders(tx, tx.orgId, [{ key: API_ID_KEY, value }]);
  if (held.size > 0) wrong.add(0, invalid('api_id', `Another person has the api_id "${value}" already.`));
}

/** The id of the manager that is wanted. */
export async function managerFor(
  tx: Tx,
  { row, before, after }: Wanted,
  wrong: Problems,
): Promise<string | undefined> {
  const text = after.manager_api_id;
  if (text === null) return undefined;
  if (text === before?.manager_api_id) return (row.details.weekly10 as { managerId?: string }).managerId;
  const manager = await findPersonByApiId(tx, tx, text);
  if (!manager) wrong.add(0, invalid('manager_api_id', `There is no person "${text.slice(0, 100)}".`));
  else if (manager.id === row.id) wrong.add(0, invalid('manager_api_id', 'Nobody can be their own manager.'));
  return manager?.id;
}
