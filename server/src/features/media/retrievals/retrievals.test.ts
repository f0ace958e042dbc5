import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jpeg, mp4, multipart } from '../../../../test/pictures.ts';
import { type Reply, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { documentsAsOf } from '../../../kernel/ledger/read.ts';
import { cameraMedia } from '../cameras/resource.ts';
import { mediaRetrieval } from './resource.ts';

let server: TestApp;
let org: TestOrg;
let vehicleId: string;
let picture: Buffer;
const now = new Date('2026-11-21T09:00:00Z');
beforeAll(async () => {
  server = await startApp({ clock: { now: () => now } });
  picture = await jpeg();
});
beforeEach(async () => {
  org = await server.makeOrg();
  vehicleId = (await org.send('POST', '/fleet/vehicles', { name: 'Truck' })).body.data.id;
});
afterAll(() => server.stop());

const START = '2026-11-20T08:00:00Z';
const video = (seconds: number, fields = {}) => ({
  vehicleId,
  inputs: ['dashcamRoadFacing'],
  mediaType: 'videoHighRes',
  startTime: START,
  endTime: new Date(Date.parse(START) + seconds * 1000).toISOString(),
  ...fields,
});
const still = (fields = {}) => video(0, { mediaType: 'image', ...fields });

const ask = (body: object): Promise<Reply> => org.send('POST', '/cameras/media/retrieval', body);
const made = async (body: object): Promise<string> => (await ask(body)).body.data.retrievalId;
const read = async (id: string) =>
  (await org.get(`/cameras/media/retrieval?retrievalId=${id}`)).body.data.media;
const fulfil = (fields: Record<string, string>, file = picture) =>
  org.send('POST', '/cameras/media/retrieval/fulfil', multipart(fields, file));
const fail = (body: object) => org.send('POST', '/cameras/media/retrieval/fail', body);

describe('POST /cameras/media/retrieval', () => {
  test('200 with an id and the quota in words; then pending for each input, once', async () => {
    const inputs = ['dashcamRoadFacing', 'analog3', 'dashcamRoadFacing', 'dashcamDriverFacing'];
    const reply = await ask(video(20.5, { inputs }));
    expect(reply).toMatchObject({
      status: 200,
      body: {
        data: {
          retrievalId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          quotaStatus: 'Current monthly usage is 61.5 seconds of high-res video out of 900000.0 available.',
        },
      },
    });
    const item = {
      vehicleId,
      mediaType: 'videoHighRes',
      startTime: START,
      endTime: '2026-11-20T08:00:20.500Z',
      status: 'pending',
    };
    expect(await read(reply.body.data.retrievalId)).toEqual([
      { ...item, input: 'dashcamRoadFacing' },
      { ...item, input: 'analog3' },
      { ...item, input: 'dashcamDriverFacing' },
    ]);
    expect((await ask(still())).body.data.quotaStatus).toContain('usage is 61.6 seconds');
  });
  test.each([
    ['image', 0, 200],
    ['image', 1, 400],
    ['videoHighRes', 0, 400],
    ['videoHighRes', 0.999, 400],
    ['videoHighRes', 1, 200],
    ['videoHighRes', 60, 200],
    ['videoHighRes', 60.001, 400],
    ['videoLowRes', 600, 200],
    ['videoLowRes', 601, 400],
    ['hyperlapse', 2400, 200],
    ['hyperlapse', 2401, 400],
    ['hyperlapse', -5, 400],
  ])('%s of %d seconds is %d', async (mediaType, seconds, status) => {
    const reply = await ask(video(seconds, { mediaType }));
    expect(reply.status).toBe(status);
    if (status === 400) expect(reply.body.message).toContain('endTime');
  });
  test('400 for no input, an input by its listed name, and for the future', async () => {
    expect((await ask(still({ inputs: [] }))).body.message).toContain('inputs');
    expect((await ask(still({ inputs: ['dashcamForwardFacing'] }))).body.message).toContain(
      'dashcamRoadFacing',
    );
    const later = '2026-11-21T09:02:00Z';
    expect(await ask(still({ startTime: later, endTime: later }))).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('future') },
    });
  });
  test('429 when the month’s quota does not suffice, with the time until the next month', async () => {
    const all = {
      inputs: ['dashcamRoadFacing', 'dashcamDriverFacing', 'analog1', 'analog2', 'analog3', 'analog4'],
    };
    for (let n = 0; n < 62; n += 1)
      expect((await ask(video(2400, { ...all, mediaType: 'hyperlapse' }))).status).toBe(200);
    const reply = await ask(video(2400, { ...all, mediaType: 'hyperlapse' }));
    expect(reply).toMatchObject({
      status: 429,
      body: { message: expect.stringContaining('892800.0 seconds') },
    });
    // The month is the database's.
    const today = new Date();
    const left = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1) - today.getTime();
    expect(Math.abs(Number(reply.headers.get('retry-after')) - left / 1000)).toBeLessThan(60);
    expect((await ask(video(60))).status).toBe(200);
  });
  test('404 for an unknown vehicle', async () => {
    expect((await ask(still({ vehicleId: '281474976000003' }))).status).toBe(404);
  });
});

describe('POST /cameras/media/retrieval/fulfil', () => {
  test('200 makes it available, with a link, and lists it', async () => {
    const retrievalId = await made(video(10, { inputs: ['dashcamDriverFacing'] }));
    const times = { startTime: '2026-11-20T08:00:00.200Z', endTime: '2026-11-20T08:00:10.200Z' };
    const reply = await fulfil({ retrievalId, cameraRole: 'inCab', ...times }, mp4());
    expect(reply).toMatchObject({ status: 200, body: { data: { media: [{ status: 'available' }] } } });
    const [item] = await read(retrievalId);
    expect(item).toEqual({
      vehicleId,
      mediaType: 'videoHighRes',
      input: 'dashcamDriverFacing',
      status: 'available',
      cameraRole: 'inCab',
      ...times,
      availableAtTime: expect.any(String),
      urlInfo: { url: expect.any(String), urlExpiryTime: '2026-11-21T17:00:00Z' },
    });
    expect((await fetch(item.urlInfo.url)).headers.get('content-type')).toBe('video/mp4');
    const day = 'startTime=2026-11-20T00:00:00Z&endTime=2026-11-21T00:00:00Z';
    const listed = await org.get(`/cameras/media?vehicleIds=${vehicleId}&${day}&triggerReasons=api`);
    expect(listed.body.data.media).toMatchObject([
      { input: 'dashcamInwardFacing', availableAtTime: item.availableAtTime },
    ]);
  });
  test('200 for one input after the other; 400 without saying which, for one not asked for, or twice', async () => {
    const retrievalId = await made(still({ inputs: ['dashcamRoadFacing', 'analog1'] }));
    const message = async (fields: object) => (await fulfil({ retrievalId, ...fields })).body.message;
    expect(await message({})).toContain('use one of dashcamRoadFacing, analog1');
    expect(await message({ input: 'analog2' })).toContain('asks for dashcamRoadFacing, analog1');
    expect((await fulfil({ retrievalId, input: 'analog1' })).status).toBe(200);
    expect(await message({ input: 'analog1' })).toContain('available already');
    expect((await fulfil({ retrievalId })).status).toBe(200);
    expect(await message({})).toContain('available already');
    expect((await read(retrievalId)).map((item: { status: string }) => item.status)).toEqual([
      'available',
      'available',
    ]);
  });
  test('400 for a picture where a video was asked for, 404 for an unknown retrieval', async () => {
    const retrievalId = await made(video(10));
    expect((await fulfil({ retrievalId })).body.message).toContain('it is a picture');
    expect((await fulfil({ retrievalId: '0191d1b8-0000-7000-8000-000000000001' })).status).toBe(404);
    expect((await fulfil({}, picture)).body.message).toBe('retrievalId is missing');
  });
});

describe('POST /cameras/media/retrieval/fail', () => {
  test('200 for all that is pending, or one input, with the reason', async () => {
    const retrievalId = await made(still({ inputs: ['dashcamRoadFacing', 'analog1', 'analog2'] }));
    await fulfil({ retrievalId, input: 'analog2' });
    await fail({ retrievalId, input: 'analog1', status: 'invalid' });
    const reply = await fail({ retrievalId });
    expect(reply.status).toBe(200);
    expect(reply.body.data.media.map((item: { status: string }) => item.status)).toEqual([
      'failed',
      'invalid',
      'available',
    ]);
    expect(await fail({ retrievalId })).toMatchObject({
      status: 400,
      body: {
        message: 'Nothing is pending: dashcamRoadFacing is failed, analog1 is invalid, analog2 is available.',
      },
    });
    const [item] = await read(retrievalId);
    expect(item).not.toHaveProperty('urlInfo');
    expect(item).not.toHaveProperty('availableAtTime');
  });
  test('200 to fulfil what has failed, when the device is back', async () => {
    const retrievalId = await made(still());
    await fail({ retrievalId, status: 'unavailable' });
    expect((await read(retrievalId))[0].status).toBe('unavailable');
    expect((await fulfil({ retrievalId })).status).toBe(200);
    expect((await read(retrievalId))[0].status).toBe('available');
  });
  test('400 for an input not asked for and for a status of success', async () => {
    const retrievalId = await made(still());
    expect((await fail({ retrievalId, input: 'analog1' })).body.message).toContain(
      'asks for dashcamRoadFacing',
    );
    expect((await fail({ retrievalId, status: 'available' })).body.message).toContain(
      'failed, invalid, unavailable',
    );
  });
});

describe('GET /cameras/media/retrieval', () => {
  test('404 for another organization, another token’s tags, and what is no id', async () => {
    const retrievalId = await made(still());
    const other = await server.makeOrg();
    const tag = (await org.send('POST', '/tags', { name: 'North' })).body.data.id;
    const limited = await org.withScopes(['Read Media Retrieval'], [tag]);
    for (const as of [other, limited])
      expect((await as.get(`/cameras/media/retrieval?retrievalId=${retrievalId}`)).status).toBe(404);
    expect((await org.get('/cameras/media/retrieval?retrievalId=x')).status).toBe(404);
    expect((await org.get('/cameras/media/retrieval')).body.message).toBe('retrievalId is missing');
    expect((await org.get(`/cameras/media/retrieval?retrievalId=${retrievalId.toUpperCase()}`)).status).toBe(
      200,
    );
  });
});

describe('the ledger', () => {
  const documents = async (resource: string): Promise<Map<string, unknown>> => {
    const ids = await server.database.rows(sql`
      select distinct id from ledger_change where org_id = ${org.orgId} and resource = ${resource}`);
    const named = ids.map(([id]) => id as string);
    const found = await documentsAsOf(server.database, org.orgId, resource, named, 'infinity');
    return new Map([...found].map(([id, document]) => [id, JSON.parse(document)]));
  };

  test('tells the states of a retrieval, as they are served', async () => {
    const retrievalId = await made(still({ inputs: ['dashcamRoadFacing', 'analog1', 'analog2'] }));
    await fulfil({
      retrievalId,
      input: 'analog1',
      cameraRole: 'rearHigh',
      startTime: '2026-11-20T08:00:01Z',
    });
    await fail({ retrievalId, input: 'analog2', status: 'unavailable' });
    await fail({ retrievalId });
    const states = await server.database.rows(sql`
      select operation, (select array_agg(item ->> 'status') from json_array_elements(document -> 'media') item)
      from ledger_change where org_id = ${org.orgId} and id = ${retrievalId} order by seq`);
    expect(states).toEqual([
      ['create', ['pending', 'pending', 'pending']],
      ['update', ['pending', 'available', 'pending']],
      ['update', ['pending', 'available', 'unavailable']],
      ['update', ['failed', 'available', 'unavailable']],
    ]);
    const recordings = await documents(cameraMedia.name);
    const world = {
      at: now.toISOString(),
      get: (_: unknown, id: string) => recordings.get(id) as never,
      all: () => [],
    };
    const document = (await documents(mediaRetrieval.name)).get(retrievalId) as never;
    const served = await read(retrievalId);
    expect(mediaRetrieval.served?.(document, world)).toEqual({
      media: served.map(({ urlInfo: _, ...item }: Record<string, unknown>) => item),
    });
    const about = await server.database.rows(sql`
      select distinct entity_id from ledger_about where org_id = ${org.orgId} and id = ${retrievalId}`);
    expect(about).toEqual([[vehicleId]]);
  });

  test('tells what was recorded, with the digest of its bytes and without a link', async () => {
    const retrievalId = await made(still());
    await fulfil({ retrievalId });
    const [document] = [...(await documents(cameraMedia.name)).values()];
    expect(document).toMatchObject({
      vehicleId,
      input: 'dashcamRoadFacing',
      triggerReason: 'api',
      file: {
        contentType: 'image/jpeg',
        size: picture.length,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(JSON.stringify(document)).not.toContain('url');
  });
});
