import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asRead,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let type: Awaited<ReturnType<typeof makeQualificationType>>;
let driver: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  type = await makeQualificationType(org, { expiration: { required: false, monthsAfterIssue: 12 } });
  [driver] = (await makePeople(server, org, 1)) as [string];
});
afterAll(() => server.stop());

const issueDate = '2027-01-15T00:00:00Z';
const make = () => makeQualificationRecord(org, type, driver);
const renew = (body: Record<string, unknown>) =>
  org.send('POST', '/qualification-records/renew', { issueDate, ...body });
const read = async (...ids: string[]) => (await org.get(`/qualification-records?ids=${ids}`)).body.data;

describe('POST /qualification-records/renew', () => {
  test('201 makes a record that names the one it supersedes; both stay readable', async () => {
    const old = await make();
    const number = { id: type.fields[0]?.id, type: 'text', textValue: { value: 'D9' } };
    const reply = await renew({ id: old.id, fields: [number] });
    const { id, createdAtTime, updatedAtTime } = reply.body.data;
    expect(reply.status).toBe(201);
    expect(asRead(reply.body.data)).toEqual({
      ...old,
      id,
      createdAtTime,
      updatedAtTime,
      issueDate,
      expirationDate: '2028-01-15T00:00:00Z',
      fields: [{ ...number, label: 'License Number' }],
      supersedesId: old.id,
    });
    expect(await read(id, old.id)).toEqual([
      asRead(reply.body.data),
      { ...old, recordStatus: 'archived', updatedAtTime },
    ]);
  });
  test('201 is of the type’s present revision and takes over the values that still fit', async () => {
    const own = await makeQualificationType(org);
    const [number, grade, points] = own.fields;
    const old = await makeQualificationRecord(org, own, driver, {
      fields: [
        { id: number?.id, type: 'text', textValue: { value: 'D1' } },
        { id: grade?.id, type: 'multiple_choice', multipleChoiceValue: { valueId: grade?.options?.[0]?.id } },
        { id: points?.id, type: 'number', numberValue: { value: 4 } },
      ],
    });
    const changed = await org.send('PATCH', '/qualification-types', {
      id: own.id,
      fields: [number, { ...grade, options: [grade?.options?.[1]] }],
    });
    const { data } = (await renew({ id: old.id })).body;
    expect(data.qualificationType.revisionId).toBe(changed.body.data.revisionId);
    expect(data.fields).toMatchObject([{ id: number?.id, textValue: { value: 'D1' } }]);
  });
  test('201 for one of two renewals at once, 400 for the other, which names the first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const old = await make();
      const other = await server.another();
      // biome-ignore lint/suspicious/noExplicitAny: a record or an error
      const replies: { status: number; body: any }[] = await Promise.all(
        [server.url, other, server.url, other].map((url) =>
          fetch(`${url}/qualification-records/renew`, {
            method: 'POST',
            headers: { authorization: `Bearer ${org.token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ id: old.id, issueDate }),
          }).then(async (reply) => ({ status: reply.status, body: await reply.json() })),
        ),
      );
      const made = replies.filter(({ status }) => status === 201);
      expect(made).toHaveLength(1);
      for (const { status, body } of replies.filter((reply) => reply !== made[0])) {
        expect(status).toBe(400);
        expect(body.message).toContain(`${old.id} is renewed already, by ${made[0]?.body.data.id}`);
      }
    }
  });
  test('201 again once the renewal is deleted, and of a renewal', async () => {
    const old = await make();
    const first = (await renew({ id: old.id })).body.data;
    await org.send('DELETE', '/qualification-records', { id: first.id });
    const second = (await renew({ id: old.id })).body.data;
    expect(second.supersedesId).toBe(old.id);
    expect((await renew({ id: second.id })).body.data.supersedesId).toBe(second.id);
  });
  test.each([
    ['issueDate is missing', { issueDate: undefined }],
    ['expirationDate: it is before issueDate', { expirationDate: '2026-01-01T00:00:00Z' }],
    ['Unknown field owner', { owner: { entityType: 'worker', id: '1' } }],
  ])('400 %s', async (message, change) => {
    const { id } = await make();
    expect(await renew({ id, ...change })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });
  test('400 for a field that the present revision requires and the old record lacks', async () => {
    const own = await makeQualificationType(org);
    const old = await makeQualificationRecord(org, own, driver);
    const fields = [...own.fields, { label: 'State', type: 'text', isRequired: true }];
    await org.send('PATCH', '/qualification-types', { id: own.id, fields });
    expect(await renew({ id: old.id })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('"State"') },
    });
  });
  test('403 without the scope, 404 for a deleted record', async () => {
    const old = await make();
    const reader = await org.withScopes(['Read Qualification Records']);
    expect((await reader.send('POST', '/qualification-records/renew', { id: old.id })).status).toBe(403);
    await org.send('DELETE', '/qualification-records', { id: old.id });
    expect((await renew({ id: old.id })).status).toBe(404);
  });
});
