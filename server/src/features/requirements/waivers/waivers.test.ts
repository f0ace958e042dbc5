import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { told } from '../../../../test/replica/told.ts';
import { type Client, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

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
  requirementId = await publish();
});
afterAll(() => server.stop());

async function publish(): Promise<string> {
  const course = await makeCourse(org);
  const { id } = await made(org, '/requirements', {
    name: 'Defensive driving',
    appliesTo: { type: 'driver' },
    satisfiedBy: { course: { id: course.id } },
  });
  await made(org, '/requirements/publish', { id });
  return id;
}

const body = (more: object = {}) => ({ requirementId, subjectId: ann, reason: 'On leave', ...more });
const refusal = async (as: Client, more: object): Promise<unknown[]> => {
  const reply = await as.send('POST', '/waivers', body(more));
  return [reply.status, reply.body.message];
};
const idsOf = async (query: string, as: Client = org): Promise<string[]> => {
  const reply = await as.get(`/waivers?${query}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body.data.map(({ id }: { id: string }) => id);
};
const status = async (subjectId: string, asOf?: string): Promise<object> => {
  const query = new URLSearchParams({ subjectIds: subjectId, requirementIds: requirementId });
  if (asOf) query.set('asOf', asOf);
  return (await org.get(`/requirement-statuses?${query}`)).body.data[0];
};
const kept = async (subjectId: string): Promise<object> => {
  await runFollowers(server);
  const { data } = (await org.get(`/requirement-statuses?requirementIds=${requirementId}`)).body;
  return data.find(({ subject }: { subject: { id: string } }) => subject.id === subjectId);
};

describe('POST /waivers', () => {
  test('201 from now on and for ever, unless told otherwise', async () => {
    const reply = await org.send('POST', '/waivers', body());
    expect(reply.status, reply.text).toBe(201);
    const { data } = reply.body;
    expect(data).toEqual({
      id: data.id,
      requirementId,
      subject: { id: ann, type: 'driver' },
      from: data.createdAtTime,
      reason: 'On leave',
      createdAtTime: data.createdAtTime,
      createdById: org.actor,
    });
    expect((await org.get(`/waivers?subjectIds=${ann}`)).body.data).toEqual([data]);
    await org.send('DELETE', `/waivers?id=${data.id}`);
  });

  test('201 from one moment to another, of a subject that is named by its type', async () => {
    const period = { from: '2026-01-01T00:00:00+02:00', until: '2026-02-01T00:00:00.500Z' };
    const data = await made(org, '/waivers', body({ ...period, subjectId: `driver-${bob}` }));
    expect([data.subject.id, data.from, data.until]).toEqual([
      bob,
      '2025-12-31T22:00:00Z',
      '2026-02-01T00:00:00.500Z',
    ]);
  });

  test('201 the status is waived while it holds, kept and asked, and what was so is told afterwards', async () => {
    const [cat] = (await makePeople(server, org, 1)) as [string];
    expect(await kept(cat)).toMatchObject({ status: 'missing' });
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const waiver = await made(org, '/waivers', body({ subjectId: cat, until }));
    expect(await kept(cat)).toMatchObject({ status: 'waived', until, isOverdue: false });
    expect(await status(cat)).toMatchObject({ status: 'waived', until });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const whileItHeld = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await org.send('DELETE', `/waivers?id=${waiver.id}`)).status).toBe(204);
    expect(await kept(cat)).toMatchObject({ status: 'missing' });
    expect(await status(cat)).toMatchObject({ status: 'missing' });
    expect(await status(cat, whileItHeld)).toMatchObject({ status: 'waived', until });
  });

  test('400 for a period that ends before it begins', async () => {
    expect(await refusal(org, { from: '2026-02-01T00:00:00Z', until: '2026-02-01T00:00:00Z' })).toEqual([
      400,
      'Invalid value for parameter until: it must be after from.',
    ]);
    expect(await refusal(org, { until: '2026-02-01T00:00:00Z' })).toEqual([
      400,
      'Invalid value for parameter until: it must be after now.',
    ]);
  });

  test('400 for a reason that is missing, blank or too long', async () => {
    for (const reason of [undefined, '', ' \n ', 'x'.repeat(1001)]) {
      const [code, message] = await refusal(org, { reason });
      expect([code, message]).toEqual([400, expect.stringContaining('reason')]);
    }
  });

  test('404 for a requirement or subject that is not there', async () => {
    const nobodys = '0191d1b8-0000-7000-8000-ffffffffffff';
    expect(await refusal(org, { requirementId: nobodys })).toEqual([
      404,
      `Object not found. requirementId: no requirement ${nobodys}.`,
    ]);
    expect(await refusal(org, { subjectId: '1' })).toEqual([
      404,
      'Object not found. subjectId: no person or vehicle 1.',
    ]);
  });

  test('404 for somebody who was deleted, whose waivers stay', async () => {
    const [dan] = (await makePeople(server, org, 1, 'user')) as [string];
    const { id } = await made(org, '/waivers', body({ subjectId: dan }));
    expect((await org.send('DELETE', `/users/${dan}`)).status).toBe(204);
    expect(await idsOf(`subjectIds=${dan}`)).toEqual([id]);
    expect((await refusal(org, { subjectId: dan }))[0]).toBe(404);
  });

  test('404 for the user that a token acts as', async () => {
    expect((await refusal(org, { subjectId: org.actor }))[0]).toBe(404);
  });
});

describe('GET /waivers', () => {
  test('200 by subject and by requirement, oldest first, in pages', async () => {
    const other = await publish();
    const ids: string[] = [];
    for (const more of [{}, { subjectId: bob }, { subjectId: bob, requirementId: other }])
      ids.push((await made(org, '/waivers', body(more))).id);
    const [one, two, three] = ids as [string, string, string];
    expect(await idsOf(`subjectIds=${ann}`)).toEqual([one]);
    expect(await idsOf(`requirementIds=${other}`)).toEqual([three]);
    expect(await idsOf(`subjectIds=${bob}&requirementIds=${requirementId}`)).toContain(two);
    const all = await idsOf('');
    expect(all).toEqual([...all].sort());
    const first = (await org.get('/waivers?limit=2')).body;
    expect(first.pagination.hasNextPage).toBe(true);
    expect(await idsOf(`after=${first.pagination.endCursor}`)).toEqual(all.slice(2));
  });

  test('200 those of its own people alone for a token that is limited to tags', async () => {
    expect(await idsOf('', inYard)).toEqual(await idsOf(`subjectIds=${ann}`));
  });

  test('400 for what is no id', async () => {
    const subject = await org.get('/waivers?subjectIds=word');
    expect([subject.status, subject.body.message]).toEqual([400, expect.stringContaining('subjectIds')]);
    const requirement = await org.get('/waivers?requirementIds=word');
    expect([requirement.status, requirement.body.message]).toEqual([
      400,
      expect.stringContaining('requirementIds'),
    ]);
  });

  test('404 for a subject that is not there, or out of sight', async () => {
    expect((await org.get('/waivers?subjectIds=1')).body.message).toBe(
      'Object not found. subjectIds: no person or vehicle 1.',
    );
    expect((await inYard.get(`/waivers?subjectIds=${bob}`)).status).toBe(404);
  });
});

describe('DELETE /waivers', () => {
  test('204 and it is gone; the ledger keeps it', async () => {
    const { id } = await made(org, '/waivers', body());
    expect((await org.send('DELETE', `/waivers?id=${id}`)).status).toBe(204);
    expect(await idsOf('')).not.toContain(id);
    const versions = await told(server, org, 'waiver', id);
    expect(versions.map(({ operation }) => operation)).toEqual(['create', 'delete']);
  });

  test('404 for one that is gone, or about somebody out of sight', async () => {
    const { id } = await made(org, '/waivers', body({ subjectId: bob }));
    const hidden = await inYard.send('DELETE', `/waivers?id=${id}`);
    expect([hidden.status, hidden.body.message]).toEqual([404, `Object not found. id: no waiver ${id}.`]);
    expect((await org.send('DELETE', `/waivers?id=${id}`)).status).toBe(204);
    expect((await org.send('DELETE', `/waivers?id=${id}`)).status).toBe(404);
  });

  test('400 for what is no id', async () => {
    expect((await org.send('DELETE', '/waivers?id=word')).status).toBe(400);
  });
});

test('404 for making a waiver of somebody out of a token’s tags', async () => {
  expect((await refusal(inYard, { subjectId: bob }))[0]).toBe(404);
  expect((await inYard.send('POST', '/waivers', body())).status).toBe(201);
});
