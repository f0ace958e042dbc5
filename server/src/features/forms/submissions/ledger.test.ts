import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { everyField, handIn, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { png } from '../../../../test/pictures.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { changesAfter } from '../../../kernel/ledger/read.ts';
import { formSubmission } from './resource.ts';

let server: TestApp;
let drivers: string[];
beforeAll(async () => {
  server = await startApp();
  drivers = await makePeople(server, server.org, 3);
});
afterAll(() => server.stop());

const told = async (resource: string, id?: string) =>
  (await changesAfter(server.database, server.org.orgId, { seq: '0' }, { resources: [resource] }, 1000))
    .filter((change) => id === undefined || change.id === id)
    .map(({ operation, document }) => ({ operation, document: JSON.parse(document as string) }));

const concerned = async (id: string): Promise<string[]> =>
  (
    await server.database.rows(sql`
      select distinct entity_id from ledger_about where org_id = ${server.org.orgId} and id = ${id}
        and seq = (select max(seq) from ledger_change where org_id = ${server.org.orgId} and id = ${id})`)
  )
    .map(([entityId]) => entityId)
    .sort();

const forDriver = (id: string | undefined) => ({ assignedTo: { id, type: 'driver' } });

test('the ledger tells external ids, as they are made and as they change', async () => {
  const template = await makeTemplate(server.org, [{ label: 'Remarks', type: 'text' }]);
  const { id } = await makeSubmission(server.org, template.id, { externalIds: { erp: 'L-1', wms: 'L-2' } });
  await server.org.send('PATCH', '/form-submissions', { id, externalIds: { erp: '', tms: 'L-3' } });
  await server.org.send('PATCH', '/form-submissions', { id, externalIds: { wms: '', tms: '' } });
  expect((await told('formSubmission', id)).map(({ document }) => document.externalIds)).toEqual([
    { erp: 'L-1', wms: 'L-2' },
    { tms: 'L-3', wms: 'L-2' },
    undefined,
  ]);
});

test('the ledger tells what is served, with media by their ids', async () => {
  const template = await makeTemplate(server.org, [
    { label: 'Remarks', type: 'text' },
    { label: 'Photo', type: 'media' },
  ]);
  const made = await makeSubmission(server.org, template.id, {
    ...forDriver(drivers[0]),
    externalIds: { erp: 'S-1' },
  });
  const world = { at: '', get: () => undefined, all: () => [] };
  const served = async () =>
    formSubmission.served?.((await told('formSubmission', made.id)).at(-1)?.document, world);
  const read = async () =>
    JSON.parse(
      (await server.org.get(`/form-submissions?ids=${made.id}&include=externalIds`)).text,
      (key, value) =>
        ['url', 'urlExpiresAt', 'thumbnailUrl', 'processingStatus'].includes(key) ? undefined : value,
    ).data[0];
  expect(await served()).toEqual(await read());
  // What looks like a stored file is text.
  const value = `{"id":"${randomUUID()}","processingStatus":"unknown"}`;
  const mediaList = [{ base64Payload: (await png()).toString('base64'), mediaType: 'image/png' }];
  const [remarks, photo] = template.fields;
  const reply = await handIn(server.org, made.id, [
    { id: remarks.id, type: 'text', textValue: { value } },
    { id: photo.id, type: 'media', mediaValue: { mediaList } },
  ]);
  expect(reply.status, reply.text).toBe(200);
  expect(await served()).toEqual(await read());
  expect(await served()).toMatchObject({ fields: [{ textValue: { value } }, {}] });
});

test('the ledger tells whom a submission concerns: named in it, and before', async () => {
  const vehicle = (await server.org.send('POST', '/fleet/vehicles', { name: 'Truck 17' })).body.data.id;
  const template = await makeTemplate(server.org, everyField());
  const field = (label: string) => template.fields.find((candidate) => candidate.label === label);
  const [first, second, witness] = drivers as [string, string, string];
  const { id } = await makeSubmission(server.org, template.id, {
    ...forDriver(first),
    fields: [
      { id: field('Vehicle').id, type: 'asset', assetValue: { asset: { id: vehicle } } },
      {
        id: field('Witness').id,
        type: 'person',
        personValue: { person: { polymorphicUserId: `driver-${witness}` } },
      },
    ],
  });
  expect(await concerned(id)).toEqual([first, witness, vehicle].sort());
  await server.org.send('PATCH', '/form-submissions', { id, ...forDriver(second) });
  expect(await concerned(id)).toEqual([first, second, witness, vehicle].sort());
  await server.org.send('PATCH', '/form-submissions', { id, title: 'Morning' });
  expect(await concerned(id)).toEqual([second, witness, vehicle].sort());
});

test('the ledger tells an issue once, and whose answer opened it', async () => {
  const yes = randomUUID();
  const template = await makeTemplate(
    server.org,
    [
      {
        label: 'Damage?',
        type: 'multiple_choice',
        options: [{ id: yes, label: 'Yes' }, { label: 'No' }],
        conditionalActions: [{ condition: { selectedOptionIds: [yes] }, actions: [{ type: 'createIssue' }] }],
      },
    ],
    { approvalConfig: { type: 'singleApproval' } },
  );
  const submission = await makeSubmission(server.org, template.id, forDriver(drivers[0]));
  const answer = {
    id: template.fields[0].id,
    type: 'multiple_choice',
    multipleChoiceValue: { valueId: yes },
  };
  const done = await handIn(server.org, submission.id, [answer]);
  const { issue } = done.body.data.fields[0];
  await server.org.send('PATCH', '/form-submissions', {
    id: submission.id,
    status: 'changesRequested',
    approvalDetails: { comment: 'Where?' },
  });
  await server.org.send('POST', '/form-submissions/submit', { id: submission.id, fields: [answer] });
  expect(await told('formIssue')).toEqual([
    {
      operation: 'create',
      document: {
        id: issue.id,
        title: 'Damage?',
        formSubmissionId: submission.id,
        fieldId: template.fields[0].id,
        createdAtTime: expect.any(String),
      },
    },
  ]);
  const [, user] = server.org.actor.split('-');
  expect(await concerned(issue.id)).toEqual([drivers[0], user].sort());
});
