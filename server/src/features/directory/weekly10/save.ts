import type { Caller, Sight } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { conflict, denied } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { eachProblem, firstProblem, type Problems } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { takeIds } from '../batch/new-ids.ts';
import { mergeExternalIds } from '../external-ids/merge.ts';
import { newPerson, type PersonRow, readPeople, savePeople } from '../people/store.ts';
import { driver, user } from '../resources.ts';
import { API_ID_KEY } from './api-id-key.ts';
import { checkApiId, checkEmail, defaultId, managerFor, type Wanted } from './checks.ts';
import { requirePerson, showPerson } from './find.ts';
import type { DirectoryUser, PersonFields } from './schema.ts';
import { fullName } from './served.ts';

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
export async function createPerson(
  database: Database,
  caller: Caller,
  body: PersonFields,
  wrong: Problems,
): Promise<string> {
  if (caller.tagIds) throw denied('This token is limited to tags and cannot add people.');
  return write(database, caller, async (tx) => {
    const [id] = (await takeIds(tx, 1)) as [string];
    const row = newPerson(id, 'user');
    const after = { ...NOBODY, ...known(body), api_id: body.api_id ?? defaultId(row) };
    return save(tx, { row, before: undefined, after }, wrong);
  });
}

/** Changes what is sent; with `whole`, as PUT does, what is not sent is taken away, except id and activity. */
export async function changePerson(
  database: Database,
  caller: Caller,
  apiId: string,
  body: PersonFields,
  whole: boolean,
  wrong: Problems,
): Promise<string> {
  return write(database, caller, async (tx) => {
    const { person, shown: before } = await requirePerson(tx, tx, apiId, unlimited(tx));
    const kept = whole ? { ...NOBODY, api_id: before.api_id, is_active: before.is_active } : before;
    const after = { ...kept, ...known(body) };
    return save(tx, { row: await rowOf(tx, person), before, after }, wrong);
  });
}

/** Makes a person inactive; nobody is erased. @throws 409 when there are records. */
export async function retirePerson(
  { database, keepers }: Pick<Services, 'database' | 'keepers'>,
  caller: Caller,
  apiId: string,
): Promise<void> {
  await write(database, caller, async (tx) => {
    const { person, shown: before } = await requirePerson(tx, tx, apiId, unlimited(tx));
    for (const keepsRecords of keepers)
      if (await keepsRecords(tx, tx.orgId, person.id))
        throw conflict('The person has training records. Delete them first, or set is_active to false.');
    const after = { ...before, is_active: false };
    await save(tx, { row: await rowOf(tx, person), before, after }, eachProblem());
  });
}

/** What is kept of a person is all of it, whatever of it the writer sees. */
const unlimited = ({ orgId }: Tx): Sight => ({ orgId, tagIds: null });

/** The fields that are sent and known; a text that is null is an empty one. */
function known(body: PersonFields): Partial<DirectoryUser> {
  const sent = Object.entries(body).filter(([key, value]) => key in NOBODY && value !== undefined);
  return Object.fromEntries(
    sent.map(([key, value]) => [key, key === 'manager_api_id' ? value || null : (value ?? '')]),
  );
}

const rowOf = async (tx: Tx, { type, id }: Pick<PersonRow, 'type' | 'id'>): Promise<PersonRow> =>
  (await readPeople(tx, tx.orgId, type, [id])).get(id) as PersonRow;

/** Checks and writes a person; what changes nothing is not written. */
async function save(tx: Tx, wanted: Wanted, wrong: Problems): Promise<string> {
  const { row, before, after } = wanted;
  await checkEmail(tx, wanted, wrong);
  await checkApiId(tx, wanted, wrong);
  const managerId = await managerFor(tx, wanted, wrong);
  wrong.check();
  if (before && JSON.stringify(before) === JSON.stringify({ ...before, ...after }))
    return JSON.stringify((await showPerson(tx, tx, row.id))?.shown);
  await savePeople(tx, [merged(wanted, managerId)]);
  if (after.api_id !== (before?.api_id ?? defaultId(row))) {
    const value = after.api_id === defaultId(row) ? '' : after.api_id;
    const named = { index: 0, entityId: row.id, ids: { [API_ID_KEY]: value } };
    await mergeExternalIds(tx, row.type, [named], firstProblem);
  }
  const saved = await showPerson(tx, tx, row.id);
  if (!saved) throw new Error(`the person ${row.id} that was saved is not there`);
  const { person: document, shown } = saved;
  const resource = row.type === 'driver' ? driver : user;
  tx.changed(resource, before ? 'update' : 'create', [{ id: row.id, document }]);
  return JSON.stringify(shown);
}

/** The row after the write. */
function merged({ row, after }: Wanted, managerId: string | undefined): PersonRow {
  const { deactivatedAtTime, ...details } = row.details;
  return {
    ...row,
    name: fullName(after.first_name, after.last_name),
    email: after.email || null,
    status: after.is_active ? 'active' : 'deactivated',
    details: {
      ...details,
      ...(deactivatedAtTime && !after.is_active ? { deactivatedAtTime } : {}),
      weekly10: {
        firstName: after.first_name,
        lastName: after.last_name,
        jobTitle: after.job_title,
        ...(managerId ? { managerId } : {}),
      },
    },
  };
}
