import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  asRead,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { pdf } from '../../../../test/pictures.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { systemWriter } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database/database.ts';
import { verifyTables } from '../../../kernel/ledger/verify-tables.ts';
import { qualificationType } from '../types/resource.ts';
import { importRecords, type PastRecord } from './import.ts';
import { qualificationRecord } from './resource.ts';

let server: TestApp;
let org: TestOrg;
let type: Awaited<ReturnType<typeof makeQualificationType>>;
let drivers: [string, string];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  type = await makeQualificationType(org);
  drivers = (await makePeople(server, org, 2)) as [string, string];
});
afterAll(() => server.stop());
afterEach(async () => {
  const resources = [qualificationType, qualificationRecord];
  expect(await verifyTables(server.database, org.orgId, resources as never)).toBeUndefined();
});

const make = (fields: Record<string, unknown> = {}) => makeQualificationRecord(org, type, drivers[0], fields);
const send = async (method: string, path: string, body: object) => {
  const reply = await org.send(method, path, body);
  if (reply.status >= 300) throw new Error(reply.text);
  return reply.body?.data;
};

/** What the ledger has of a record, oldest first: the operation, its document and whom it is about. */
async function told(id: string) {
  const rows = await server.database.rows(sql`
    select change.operation, change.document::text, array(
      select entity_id from ledger_about about where about.org_id = ${org.orgId} and about.seq = change.seq
        and about.resource = change.resource and about.id = change.id order by entity_id)
    from ledger_change change
    where change.org_id = ${org.orgId} and change.resource = 'qualificationRecord' and change.id = ${id} order by seq`);
  return rows.map(([operation, document, about]) => ({ operation, document: JSON.parse(document), about }));
}

test('the ledger tells external ids', async () => {
  const { id } = await make({ externalIds: { paper: 'P1', hr: '7' } });
  await send('PATCH', '/qualification-records', { id, externalIds: { hr: '' } });
  await send('DELETE', '/qualification-records', { id });
  expect((await told(id)).map(({ operation, document }) => [operation, document.externalIds])).toEqual([
    ['create', { paper: 'P1', hr: '7' }],
    ['update', { paper: 'P1' }],
    ['delete', { paper: 'P1' }],
  ]);
});

test('the ledger tells external ids that another record took over', async () => {
  const gone = await make({ externalIds: { card: 'C1', kept: 'K1' } });
  const other = await make({ externalIds: { badge: 'B1' } });
  const taker = await make();
  for (const { id } of [gone, other]) await send('DELETE', '/qualification-records', { id });
  await send('PATCH', '/qualification-records', { id: taker.id, externalIds: { card: 'C1', badge: 'B1' } });
  expect((await told(taker.id)).at(-1)?.document.externalIds).toEqual({ card: 'C1', badge: 'B1' });
  const last = await Promise.all([gone, other].map(async ({ id }) => (await told(id)).at(-1)));
  expect(last).toMatchObject([
    { operation: 'delete', document: { recordStatus: 'deleted', externalIds: { kept: 'K1' } } },
    { operation: 'delete', document: { recordStatus: 'deleted' } },
  ]);
  expect(last[1]?.document).not.toHaveProperty('externalIds');
  const read = await org.get(`/qualification-records?ids=kept:K1,${other.id}&includeExternalIds=true`);
  expect(read.body.data.map(asRead)).toEqual(last.map((change) => asRead(change?.document)));
  expect(read.body.data.map(({ externalIds }: { externalIds: object }) => externalIds)).toEqual([
    { kept: 'K1' },
    {},
  ]);
});

test('the ledger tells a new owner and the former one of it', async () => {
  const { id } = await make();
  await send('PATCH', '/qualification-records', { id, owner: { entityType: 'worker', id: drivers[1] } });
  await send('POST', '/qualification-records/archive', { id });
  expect((await told(id)).map(({ document, about }) => [document.owner.id, about])).toEqual([
    [drivers[0], [drivers[0]]],
    [drivers[1], [...drivers].sort((a, b) => Number(a) - Number(b))],
    [drivers[1], [drivers[1]]],
  ]);
});

test('the ledger tells a renewal and what it superseded, in one write', async () => {
  const old = await make({ externalIds: { renewed: 'R1' } });
  const issueDate = '2027-01-01T00:00:00Z';
  const renewal = await send('POST', '/qualification-records/renew', { id: old.id, issueDate });
  const [made] = await told(renewal.id);
  expect(made).toMatchObject({ operation: 'create', document: asRead(renewal) });
  const { updatedAtTime } = renewal;
  expect((await told(old.id)).at(-1)).toMatchObject({
    operation: 'update',
    document: { ...old, recordStatus: 'archived', updatedAtTime, externalIds: { renewed: 'R1' } },
  });
  const seqs = await server.database.rows(sql`
    select count(distinct seq)::int from ledger_change
    where org_id = ${org.orgId} and id in (${renewal.id}, ${old.id}) and document ->> 'updatedAtTime' = ${updatedAtTime}`);
  expect(seqs).toEqual([[1]]);
});

test('the ledger tells what was uploaded, not its state and link', async () => {
  const scans = await makeQualificationType(org, { fields: [{ label: 'Scan', type: 'media' }] });
  const field = scans.fields[0]?.id;
  const item = { base64Payload: pdf.toString('base64'), mediaType: 'application/pdf' };
  const record = await makeQualificationRecord(org, scans, drivers[0], {
    fields: [{ id: field, type: 'media', mediaValue: { mediaList: [item] } }],
  });
  const document = (await told(record.id))[0]?.document;
  const [value] = record.fields as unknown as [{ mediaList: { id: string }[] }];
  const file = { id: value.mediaList[0]?.id, contentType: 'application/pdf', size: pdf.length };
  expect(document.fields[0].mediaList).toEqual([
    { ...file, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  const served = qualificationRecord.served?.(document, undefined as never);
  const known = JSON.parse(JSON.stringify(record), (key, value) =>
    key === 'processingStatus' ? undefined : value,
  );
  expect(served).toEqual(known);
});

test('the ledger tells that an imported record was deleted', async () => {
  const of = { owner: { entityType: 'worker', id: drivers[0] }, ownerType: 'driver' } as const;
  const plain = (await makeQualificationType(org, { fields: [] })) as unknown as PastRecord['type'];
  const past = { ...of, type: plain, issueDate: '2020-01-01T00:00:00Z', fields: [] };
  const [kept, deleted] = [randomUUID(), randomUUID()];
  await importRecords(server.services, systemWriter(org.orgId, 'test'), [
    { ...past, id: kept, recordStatus: 'archived', supersedesId: deleted },
    { ...past, id: deleted, recordStatus: 'deleted' },
  ]);
  expect((await told(kept)).map(({ operation }) => operation)).toEqual(['create']);
  expect((await told(deleted)).map(({ operation }) => operation)).toEqual(['delete']);
  expect((await told(kept))[0]?.document.createdBy).toEqual({
    type: 'user',
    id: expect.stringMatching(/^\d+$/),
  });
});

test('the ledger tells every revision of a type', async () => {
  const own = await makeQualificationType(org, { name: 'First' });
  await send('PATCH', '/qualification-types', { id: own.id, name: 'Second' });
  const last = await send('POST', '/qualification-types/archive', { id: own.id });
  const rows = await server.database.rows(sql`
    select operation, document::text from ledger_change
    where org_id = ${org.orgId} and resource = 'qualificationType' and id = ${own.id} order by seq`);
  const documents = rows.map(([, document]) => JSON.parse(document));
  expect(rows.map(([operation]) => operation)).toEqual(['create', 'update', 'update']);
  expect(documents.map(({ name, status }) => [name, status])).toEqual([
    ['First', 'active'],
    ['Second', 'active'],
    ['Second', 'archived'],
  ]);
  expect(documents[2]).toEqual(last);
});
