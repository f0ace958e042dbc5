import type { Caller } from '../../../kernel/auth.ts';
import { type Database, type Queryable, sql } from '../../../kernel/database.ts';
import { ApiError, conflict, notFound } from '../../../kernel/errors.ts';
import { type Stamp, write } from '../../../kernel/ledger/write.ts';
import { firstProblem } from '../../../kernel/problems.ts';
import { Wrong } from '../../../surfaces/weekly10.ts';
import { selectDrivers } from '../drivers/store.ts';
import { findHolders, mergeExternalIds } from '../external-ids/merge.ts';
import type { Person } from '../people/find.ts';
import { type PersonRow, readPeople, savePeople, takeIds } from '../people/store.ts';
import { recordServed } from '../record.ts';
import { checkUsers } from '../users/service.ts';
import { selectUsers, takenEmails } from '../users/store.ts';
import { API_ID_KEY, directoryId, findPersonByApiId } from './api-ids.ts';
import type { DirectoryUser, PersonFields } from './schema.ts';
import { fullName, hasRecords, readPerson } from './store.ts';

const NOBODY: DirectoryUser = {
  api_id: '',
  email: '',
  first_name: '',
  last_name: '',
  job_title: '',
  manager_api_id: null,
  is_active: true,
};

/** Adds a user; answers them as text. */
export async function createPerson(database: Database, caller: Caller, body: PersonFields): Promise<string> {
  if (caller.tagIds)
    throw new ApiError(403, 'Permission denied. This token is limited to tags and cannot add people.');
  return write(database, caller, async (tx, stamp) => {
    const [id] = (await takeIds(tx, 1)) as [string];
    const person: Person = { type: 'user', id };
    const row: PersonRow = {
      id,
      type: 'user',
      name: '',
      username: null,
      email: null,
      status: 'active',
      licenseNumber: null,
      licenseState: null,
      peerGroupTagId: null,
      trailerGroupTagId: null,
      vehicleGroupTagId: null,
      expireAt: null,
      details: {},
    };
    const after = { ...NOBODY, ...known(body), api_id: body.api_id ?? defaultId(person) };
    return save(tx, stamp, caller, { person, row, before: undefined, after });
  });
}

/** Changes what is sent; with `whole`, as PUT does, what is not sent is taken away, except id and activity. */
export async function changePerson(
  database: Database,
  caller: Caller,
  apiId: string,
  body: PersonFields,
  whole: boolean,
): Promise<string> {
  return write(database, caller, async (tx, stamp) => {
    const { person, shown: before } = await requirePerson(tx, caller, apiId);
    const kept = whole ? { ...NOBODY, api_id: before.api_id, is_active: before.is_active } : before;
    const after = { ...kept, ...known(body) };
    return save(tx, stamp, caller, { person, row: await rowOf(tx, caller.orgId, person), before, after });
  });
}

/** Makes a person inactive; nobody is erased. @throws 409 when there are records. */
export async function retirePerson(database: Database, caller: Caller, apiId: string): Promise<void> {
  await write(database, caller, async (tx, stamp) => {
    const { person, shown: before } = await requirePerson(tx, caller, apiId);
    if (await hasRecords(tx, caller.orgId, person))
      throw conflict('The person has training records. Delete them first, or set is_active to false.');
    const row = await rowOf(tx, caller.orgId, person);
    await save(tx, stamp, caller, { person, row, before, after: { ...before, is_active: false } });
  });
}

/** @throws 404 when there is no such person. */
export async function requirePerson(
  database: Queryable,
  caller: Caller,
  apiId: string,
): Promise<{ person: Person; shown: DirectoryUser }> {
  const person = await findPersonByApiId(database, caller, apiId);
  const shown = person && (await readPerson(database, caller.orgId, person));
  if (!person || !shown) throw notFound(`No person ${apiId.slice(0, 100)}.`);
  return { person, shown };
}

const defaultId = ({ type, id }: Person): string => `${type}-${id}`;

/** The fields that are sent and known; a text that is null is an empty one. */
function known(body: PersonFields): Partial<DirectoryUser> {
  const sent = Object.entries(body).filter(([key, value]) => key in NOBODY && value !== undefined);
  return Object.fromEntries(
    sent.map(([key, value]) => [key, key === 'manager_api_id' ? value || null : (value ?? '')]),
  );
}

const rowOf = async (tx: Queryable, orgId: string, { type, id }: Person): Promise<PersonRow> =>
  (await readPeople(tx, orgId, type, [id])).get(id) as PersonRow;

interface Saved {
  person: Person;
  row: PersonRow;
  before: DirectoryUser | undefined;
  after: DirectoryUser;
}

/** Checks and writes a person; what changes nothing is not written. */
async function save(tx: Queryable, stamp: Stamp, caller: Caller, saved: Saved): Promise<string> {
  const { person, row, before, after } = saved;
  const wrong = new Wrong();
  await checkEmail(tx, caller.orgId, saved, wrong);
  await checkApiId(tx, caller.orgId, saved, wrong);
  const managerId = await managerFor(tx, caller, saved, wrong);
  wrong.check();
  if (before && JSON.stringify(before) === JSON.stringify({ ...before, ...after }))
    return JSON.stringify(before);
  const { deactivatedAtTime, ...details } = row.details;
  const active = after.is_active;
  const next: PersonRow = {
    ...row,
    name: fullName(after.first_name, after.last_name),
    email: after.email || null,
    status: active ? 'active' : 'deactivated',
    details: {
      ...details,
      ...(deactivatedAtTime && !active ? { deactivatedAtTime } : {}),
      weekly10: {
        firstName: after.first_name,
        lastName: after.last_name,
        jobTitle: after.job_title,
        ...(managerId ? { managerId } : {}),
      },
    },
  };
  await savePeople(tx, caller.orgId, stamp.at, [next]);
  if (after.api_id !== (before?.api_id ?? defaultId(person))) {
    const value = after.api_id === defaultId(person) ? '' : after.api_id;
    const named = { index: 0, entityId: person.id, ids: { [API_ID_KEY]: value } };
    await mergeExternalIds(tx, caller.orgId, person.type, [named], firstProblem);
  }
  await recordPerson(tx, stamp, caller.orgId, person, before ? 'update' : 'create');
  return JSON.stringify(await readPerson(tx, caller.orgId, person));
}

/** The ledger keeps what the other surface serves of a driver or user. */
async function recordPerson(
  tx: Queryable,
  stamp: Stamp,
  orgId: string,
  { type, id }: Person,
  operation: 'create' | 'update',
): Promise<void> {
  const changed = { resource: type, column: sql`person.id`, ids: [id] };
  if (type === 'driver')
    await recordServed(tx, stamp, orgId, { ...changed, select: selectDrivers }, () => operation);
  else await recordServed(tx, stamp, orgId, { ...changed, select: selectUsers }, () => operation);
}

async function checkEmail(
  tx: Queryable,
  orgId: string,
  { row, before, after }: Saved,
  wrong: Wrong,
): Promise<void> {
  const { email } = after;
  if (email === (before?.email ?? '')) return;
  if (email === '') {
    if (row.type === 'user') wrong.add('email', 'A user needs an email address.');
    return;
  }
  wrong.note('email', () => checkUsers([{ fields: { email } }], firstProblem));
  if (row.type === 'user' && (await takenEmails(tx, orgId, [{ id: row.id, email }])).size > 0)
    wrong.add('email', `"${email}" is taken.`);
}

/** An `api_id` is free when nobody has it; those that look like directory ids are kept for what they name. */
async function checkApiId(
  tx: Queryable,
  orgId: string,
  { person, before, after }: Saved,
  wrong: Wrong,
): Promise<void> {
  const value = after.api_id;
  if (value === before?.api_id || value === defaultId(person)) return;
  if (directoryId(value)) {
    wrong.add('api_id', `"${value}" is a directory id; choose another form.`);
    return;
  }
  const held = await findHolders(tx, orgId, [{ key: API_ID_KEY, value }]);
  if (held.size > 0) wrong.add('api_id', `Another person has the api_id "${value}" already.`);
}

async function managerFor(
  tx: Queryable,
  caller: Caller,
  { person, row, before, after }: Saved,
  wrong: Wrong,
): Promise<string | undefined> {
  const text = after.manager_api_id;
  if (text === null) return undefined;
  if (text === before?.manager_api_id) return (row.details.weekly10 as { managerId?: string }).managerId;
  const manager = await findPersonByApiId(tx, caller, text);
  if (!manager) wrong.add('manager_api_id', `There is no person "${text.slice(0, 100)}".`);
  else if (manager.id === person.id) wrong.add('manager_api_id', 'Nobody can be their own manager.');
  return manager?.id;
}
