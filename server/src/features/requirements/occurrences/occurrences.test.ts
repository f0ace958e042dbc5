import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../../../test/builders.ts';
import { runFollowers } from '../../../../test/jobs.ts';
import { told } from '../../../../test/replica/told.ts';
import { type Client, type Reply, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

const AT = '2026-01-15T08:30:00Z';
const REFUSED = 'Invalid value for parameter';

let server: TestApp;
let org: TestOrg;
let ann: string;
let bob: string;
let inYard: Client;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  [ann, bob] = (await makePeople(server, org, 2)) as [string, string];
  const yard = await made(org, '/tags', { name: 'Yard', drivers: [ann] });
  inYard = await org.withScopes(['Full Access'], [yard.id]);
});
afterAll(() => server.stop());

const tell = (more: object = {}, as: Client = org, headers?: Record<string, string>): Promise<Reply> =>
  as.send('POST', '/occurrences', { subjectId: ann, type: 'collision', at: AT, ...more }, headers);
const refusal = async (more: object, as?: Client): Promise<unknown[]> => {
  const reply = await tell(more, as);
  return [reply.status, reply.body.message];
};
const idOf = async (more: object): Promise<string> => {
  const reply = await tell(more);
  expect(reply.status, reply.text).toBe(201);
  return reply.body.data.id;
};
const idsOf = async (query: string, as: Client = org): Promise<string[]> => {
  const reply = await as.get(`/occurrences?${query}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body.data.map(({ id }: { id: string }) => id);
};

describe('POST /occurrences', () => {
  test('201 with all that was told, in UTC, and who told it', async () => {
    const details = { place: 'I-80, exit 12', speed: 61.5, isReportable: true };
    const reply = await tell({
      type: ' near miss ',
      at: '2026-01-15T09:30:00.250+01:00',
      externalId: 'claim 7',
      details,
    });
    expect(reply.status, reply.text).toBe(201);
    const { data } = reply.body;
    expect(data).toEqual({
      id: data.id,
      subject: { id: ann, type: 'driver' },
      type: 'near miss',
      at: '2026-01-15T08:30:00.250Z',
      externalId: 'claim 7',
      details,
      createdAtTime: data.createdAtTime,
      createdById: org.actor,
    });
    expect((await org.get('/occurrences?types=near miss')).body.data).toEqual([data]);
    expect((await told(server, org, 'occurrence', data.id)).map(({ document }) => document)).toEqual([data]);
  });

  test('201 of a vehicle, with no more than what happened when', async () => {
    const vehicle = await made(org, '/fleet/vehicles', { name: 'Truck' });
    const { data } = (await tell({ subjectId: `vehicle-${vehicle.id}` })).body;
    expect(data).toMatchObject({ subject: { id: vehicle.id, type: 'vehicle' }, details: {} });
    expect(data).not.toHaveProperty('externalId');
  });

  test('201 a requirement that names it falls due, and its status says of which occurrence', async () => {
    const [cat] = (await makePeople(server, org, 1)) as [string];
    const course = await makeCourse(org);
    const { id: requirementId } = await made(org, '/requirements', {
      name: 'After a rollover',
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: course.id } },
      onlyOnOccurrence: true,
      refresh: [{ onOccurrence: { type: ' rollover ', dueDays: 14 } }],
    });
    await made(org, '/requirements/publish', { id: requirementId });
    const kept = async () => {
      await runFollowers(server);
      const { data } = (await org.get(`/requirement-statuses?requirementIds=${requirementId}`)).body;
      return data.map(({ subject, status }: { subject: { id: string }; status: string }) => [
        subject.id,
        status,
      ]);
    };
    expect(await kept()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const id = await idOf({ subjectId: cat, type: 'rollover', at: new Date().toISOString() });
    expect(await kept()).toEqual([[cat, 'missing']]);
    const query = new URLSearchParams({ subjectId: cat, requirementId });
    const { because } = (await org.get(`/requirement-statuses/explain?${query}`)).body.data;
    expect(because).toContainEqual(expect.objectContaining({ fact: 'occurrences', ids: [id] }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    query.set('asOf', new Date().toISOString());
    const then = (await org.get(`/requirement-statuses/explain?${query}`)).body.data;
    expect(then.because).toEqual(because);
  });

  test('201 a second time where no external id says that it is the same', async () => {
    expect(await idOf({ type: 'twice' })).not.toBe(await idOf({ type: 'twice' }));
    expect(await idOf({ externalId: 'same', type: 'one' })).not.toBe(
      await idOf({ externalId: 'same', type: 'two' }),
    );
  });

  test('200 for what is known by its type and external id, which is written once', async () => {
    const told = { externalId: 'claim-1', details: { b: 1, a: 'x' } };
    const first = (await tell(told)).body.data;
    const same = {
      ...told,
      subjectId: `driver-${ann}`,
      at: '2026-01-15T09:30:00+01:00',
      details: { a: 'x', b: 1 },
    };
    const again = await tell(same);
    expect([again.status, again.body.data]).toEqual([200, first]);
    const all = await Promise.all(Array.from({ length: 4 }, () => tell({ externalId: 'claim-2' })));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(all.map(({ body }) => body.data.id)).size).toBe(1);
  });

  test('200 and 201 again under their Idempotency-Key, and nothing in a dry run', async () => {
    const key = { 'idempotency-key': 'occurrence-1' };
    const more = { externalId: 'claim-3' };
    expect((await tell(more, org, key)).status).toBe(201);
    expect((await tell(more, org, key)).status).toBe(201);
    const other = { 'idempotency-key': 'occurrence-2' };
    expect((await tell(more, org, other)).status).toBe(200);
    const replayed = await tell(more, org, other);
    expect([replayed.status, replayed.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    const dry = { subjectId: ann, type: 'dry', at: AT };
    expect((await org.send('POST', '/occurrences?dryRun=true', dry)).status).toBe(201);
    expect(await idsOf('types=dry')).toEqual([]);
  });

  test('400 for other facts under the same type and external id, naming what differs', async () => {
    const id = await idOf({ externalId: 'claim-4' });
    const differs = (what: string) => [
      400,
      `${REFUSED} externalId: "claim-4" is occurrence ${id}, whose ${what}. Send it as it was, or with another externalId.`,
    ];
    const again = (more: object) => refusal({ externalId: 'claim-4', ...more });
    expect(await again({ subjectId: bob })).toEqual(differs('subjectId differs'));
    expect(await again({ at: '2026-01-15T08:30:00.001Z' })).toEqual(differs('at differs'));
    expect(await again({ at: '2026-01-16T00:00:00Z', details: { a: 1 } })).toEqual(
      differs('at and details differ'),
    );
  });

  test('400 for an external id of somebody out of sight, and not a word of them', async () => {
    await idOf({ subjectId: bob, externalId: 'claim-5' });
    expect(await refusal({ externalId: 'claim-5' }, inYard)).toEqual([
      400,
      `${REFUSED} externalId: "claim-5" is taken.`,
    ]);
  });

  test('400 for a time in the future, but for a clock that is a little ahead', async () => {
    expect(await refusal({ at: new Date(Date.now() + 60_000).toISOString() })).toEqual([
      400,
      `${REFUSED} at: it is in the future; tell what has happened.`,
    ]);
    expect(await refusal({ at: '2026-02-30T00:00:00Z' })).toEqual([
      400,
      `${REFUSED} at: "2026-02-30T00:00:00Z" is not a time that exists.`,
    ]);
    expect((await tell({ type: 'ahead', at: new Date(Date.now() + 500).toISOString() })).status).toBe(201);
  });

  test.each([
    ['type', { type: ' ' }],
    ['type', { type: 'x'.repeat(61) }],
    ['type', { type: 'colli\u200bsion' }],
    ['externalId', { externalId: '' }],
    ['externalId', { externalId: 'claim ' }],
    ['details', { details: ['a'] }],
    ['details', { details: null }],
    ['details', { details: { ' ': 1 } }],
    ['details', { details: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`n${n}`, n])) }],
    ['details.inside', { details: { inside: { deep: 1 } } }],
    ['details.inside', { details: { inside: null } }],
    ['details.inside', { details: { inside: 'x'.repeat(1001) } }],
    [`details.${'n'.repeat(60)}`, { details: { ['n'.repeat(61)]: 1 } }],
  ])('400 naming %s', async (field, more) => {
    expect(await refusal(more)).toEqual([400, expect.stringContaining(`${REFUSED} ${field}: `)]);
  });

  test('404 for a subject that is not there, or out of sight', async () => {
    expect(await refusal({ subjectId: '1' })).toEqual([
      404,
      'Object not found. subjectId: no person or vehicle 1.',
    ]);
    expect((await refusal({ subjectId: bob }, inYard))[0]).toBe(404);
    expect((await tell({ type: 'seen' }, inYard)).status).toBe(201);
  });
});

describe('GET /occurrences', () => {
  test('200 the latest to happen first, in pages that lose none of one moment', async () => {
    const type = 'paged';
    const ids: string[] = [];
    for (const at of ['2026-01-02', '2026-01-01', '2026-01-03', '2026-01-02', '2026-01-02'])
      ids.push(await idOf({ type, at: `${at}T00:00:00.120Z` }));
    const [b, a, c, d, e] = ids as [string, string, string, string, string];
    const expected = [c, ...[b, d, e].sort().reverse(), a];
    expect(await idsOf(`types=${type}`)).toEqual(expected);
    const seen: string[] = [];
    for (let after = '', more = true; more; ) {
      const { data, pagination } = (await org.get(`/occurrences?types=${type}&limit=1&after=${after}`)).body;
      seen.push(...data.map(({ id }: { id: string }) => id));
      more = pagination.hasNextPage;
      after = pagination.endCursor;
    }
    expect(seen).toEqual(expected);
  });

  test('200 by subject, by type as it is written, and by the time at which it happened', async () => {
    const early = await idOf({ type: 'spill', at: '2026-01-01T00:00:00Z' });
    const late = await idOf({ type: 'spill', at: '2026-01-02T00:00:00Z', subjectId: bob });
    expect(await idsOf('types=spill')).toEqual([late, early]);
    expect(await idsOf('types=Spill')).toEqual([]);
    expect(await idsOf(`types=spill,other&subjectIds=driver-${bob}`)).toEqual([late]);
    expect(await idsOf('types=spill&startTime=2026-01-01T00:00:00.001Z')).toEqual([late]);
    expect(await idsOf('types=spill&startTime=2026-01-01T00:00:00Z&endTime=2026-01-02T00:00:00Z')).toEqual([
      early,
    ]);
    expect(await idsOf('types=spill', inYard)).toEqual([early]);
  });

  test('200 of somebody who was deleted', async () => {
    const [dan] = (await makePeople(server, org, 1, 'user')) as [string];
    const id = await idOf({ subjectId: dan });
    expect((await org.send('DELETE', `/users/${dan}`)).status).toBe(204);
    expect(await idsOf(`subjectIds=user-${dan}`)).toEqual([id]);
  });

  test('400 for a window that ends before it begins, and for what is no id', async () => {
    const window = await org.get('/occurrences?startTime=2026-01-02T00:00:00Z&endTime=2026-01-01T00:00:00Z');
    expect([window.status, window.body.message]).toEqual([
      400,
      `${REFUSED} endTime: it is before startTime.`,
    ]);
    expect((await org.get('/occurrences?subjectIds=word')).status).toBe(400);
  });

  test('404 for a subject that is not there, or out of sight', async () => {
    expect((await org.get('/occurrences?subjectIds=1')).status).toBe(404);
    expect((await inYard.get(`/occurrences?subjectIds=${bob}`)).status).toBe(404);
  });
});
