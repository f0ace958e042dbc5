import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../../../../test/builders.ts';
import { told } from '../../../../../test/replica/told.ts';
import { type Client, startApp, type TestApp, type TestOrg } from '../../../../../test/start-app.ts';

const REFUSED = 'Invalid value for parameter';
const DAY_MS = 86_400_000;
const PATH = '/eligibility/overrides';

let server: TestApp;
let org: TestOrg;
let ann: string;
let bob: string;
let inYard: Client;
let requirementId: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  [ann, bob] = (await makePeople(server, org, 2)) as [string, string];
  const yard = await made(org, '/tags', { name: 'Yard', drivers: [ann] });
  inYard = await org.withScopes(['Full Access'], [yard.id]);
  const course = await makeCourse(org);
  const requirement = {
    name: 'Defensive driving',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
  };
  requirementId = (await made(org, '/requirements', requirement)).id;
});
afterAll(() => server.stop());

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
const body = (more: object = {}) => ({
  subjectId: ann,
  until: inDays(1),
  reason: 'The test is on Monday',
  ...more,
});
const refusal = async (more: object, as: Client = org): Promise<unknown[]> => {
  const reply = await as.send('POST', PATH, body(more));
  return [reply.status, reply.body.message];
};
const idOf = async (more: object): Promise<string> => (await made(org, PATH, body(more))).id;
const idsOf = async (query: string, as: Client = org): Promise<string[]> => {
  const reply = await as.get(`${PATH}?${query}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body.data.map(({ id }: { id: string }) => id);
};

describe('POST /eligibility/overrides', () => {
  test('201 of every requirement from now on, unless told otherwise', async () => {
    const sent = body();
    const reply = await org.send('POST', PATH, sent);
    expect(reply.status, reply.text).toBe(201);
    const { data } = reply.body;
    expect(data).toEqual({
      id: data.id,
      subject: { id: ann, type: 'driver' },
      from: data.createdAtTime,
      until: sent.until.replace('.000Z', 'Z'),
      reason: 'The test is on Monday',
      createdAtTime: data.createdAtTime,
      createdById: org.actor,
    });
    expect((await org.get(`${PATH}?subjectIds=${ann}`)).body.data).toEqual([data]);
  });

  test('201 of one requirement, for as long as 366 days', async () => {
    const data = await made(
      org,
      PATH,
      body({ requirementId, from: '2026-01-01T00:00:00Z', until: '2027-01-02T00:00:00Z', subjectId: bob }),
    );
    expect(data).toMatchObject({
      requirementId,
      from: '2026-01-01T00:00:00Z',
      until: '2027-01-02T00:00:00Z',
    });
  });

  test('201 with the scope to write overrides, which the one to write requirements is not', async () => {
    const overriding = await org.withScopes(['Write Eligibility Overrides']);
    expect((await overriding.send('POST', PATH, body())).status).toBe(201);
    const authoring = await org.withScopes(['Read Requirements', 'Write Requirements']);
    expect(await refusal({}, authoring)).toEqual([
      403,
      'Permission denied. This token needs the scope "Write Eligibility Overrides".',
    ]);
  });

  test('400 without an end, or with one that is before the beginning or more than 366 days after it', async () => {
    expect(await refusal({ until: undefined })).toEqual([400, 'until is missing']);
    expect(await refusal({ until: inDays(-1) })).toEqual([400, `${REFUSED} until: it must be after now.`]);
    const from = '2026-01-01T00:00:00Z';
    expect(await refusal({ from, until: from })).toEqual([400, `${REFUSED} until: it must be after from.`]);
    expect(await refusal({ from, until: '2027-01-02T00:00:00.001Z' })).toEqual([
      400,
      `${REFUSED} until: it must be at most 366 days after from.`,
    ]);
  });

  test('400 without a reason', async () => {
    for (const reason of [undefined, ' '])
      expect(await refusal({ reason })).toEqual([400, expect.stringContaining('reason')]);
  });

  test('404 for a subject or requirement that is not there, or a subject out of sight', async () => {
    expect(await refusal({ subjectId: '1' })).toEqual([
      404,
      'Object not found. subjectId: no person or vehicle 1.',
    ]);
    const nobodys = '0191d1b8-0000-7000-8000-ffffffffffff';
    expect(await refusal({ requirementId: nobodys })).toEqual([
      404,
      `Object not found. requirementId: no requirement ${nobodys}.`,
    ]);
    expect((await refusal({ subjectId: bob }, inYard))[0]).toBe(404);
  });
});

describe('GET /eligibility/overrides', () => {
  test('200 by subject and by requirement, oldest first, in pages', async () => {
    const [cat] = (await makePeople(server, org, 1)) as [string];
    const ids = [await idOf({ subjectId: cat }), await idOf({ subjectId: cat, requirementId })];
    expect(await idsOf(`subjectIds=${cat}`)).toEqual(ids);
    expect(await idsOf(`subjectIds=${cat}&requirementIds=${requirementId}`)).toEqual([ids[1]]);
    const { endCursor } = (await org.get(`${PATH}?subjectIds=${cat}&limit=1`)).body.pagination;
    expect(await idsOf(`subjectIds=${cat}&after=${endCursor}`)).toEqual([ids[1]]);
    expect(await idsOf('', inYard)).toEqual(await idsOf(`subjectIds=${ann}`));
  });

  test('400 for what is no id', async () => {
    expect((await org.get(`${PATH}?requirementIds=word`)).status).toBe(400);
  });

  test('404 for a subject that is not there, or out of sight', async () => {
    expect((await org.get(`${PATH}?subjectIds=1`)).status).toBe(404);
    expect((await inYard.get(`${PATH}?subjectIds=${bob}`)).status).toBe(404);
  });
});

describe('DELETE /eligibility/overrides', () => {
  test('204 and it is gone; the ledger keeps it', async () => {
    const id = await idOf({});
    expect((await org.send('DELETE', `${PATH}?id=${id}`)).status).toBe(204);
    expect(await idsOf('')).not.toContain(id);
    const versions = await told(server, org, 'eligibilityOverride', id);
    expect(versions.map(({ operation }) => operation)).toEqual(['create', 'delete']);
  });

  test('404 for one that is gone, or about somebody out of sight', async () => {
    const id = await idOf({ subjectId: bob });
    const hidden = await inYard.send('DELETE', `${PATH}?id=${id}`);
    expect([hidden.status, hidden.body.message]).toEqual([404, `Object not found. id: no override ${id}.`]);
    expect((await org.send('DELETE', `${PATH}?id=${id}`)).status).toBe(204);
    expect((await org.send('DELETE', `${PATH}?id=${id}`)).status).toBe(404);
  });
});
