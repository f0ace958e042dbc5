import { SamsaraError } from '@samsarahq/samsara';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, samsara } from './clients.ts';

const RUN = Date.now().toString(36);
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const VIDEO = Buffer.concat([
  Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'),
  Buffer.alloc(100_000),
]);
const HOUR_MS = 3_600_000;
/** A moment of yesterday, in whole seconds. */
const at = (seconds: number): string =>
  new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 12 * HOUR_MS + seconds * 1000)
    .toISOString()
    .replace('.000Z', 'Z');

const client = samsara();
let vehicleId: string;
beforeAll(async () => {
  const made = await call('POST', '/fleet/vehicles', {
    name: `Camera ${RUN}`,
    externalIds: { unit: `camera-${RUN}` },
  });
  vehicleId = made.body.data.id;
});

/** What a camera gateway sends. */
function upload(path: string, fields: Record<string, string>, file: Buffer) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), 'recording');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return call('POST', path, form);
}

const window = { startTime: at(0), endTime: at(HOUR_MS / 1000) };

describe('recordings', () => {
  test('that a gateway uploads are listed, filtered, followed and fetched', async () => {
    const still = {
      vehicleId,
      input: 'dashcamRoadFacing',
      mediaType: 'image',
      triggerReason: 'tripStartStill',
    };
    const clip = {
      vehicleId: `unit:camera-${RUN}`,
      input: 'analog2',
      mediaType: 'videoHighRes',
      triggerReason: 'safetyEvent',
      cameraRole: 'rearHigh',
    };
    for (const [fields, file] of [
      [{ ...still, startTime: at(10), endTime: at(10) }, PICTURE],
      [{ ...still, startTime: at(20), endTime: at(20), triggerReason: 'panicButton' }, PICTURE],
      [{ ...clip, startTime: at(30), endTime: at(40) }, VIDEO],
    ] as const)
      expect((await upload('/cameras/media', fields, file)).status).toBe(201);
    const all = await client.media.listUploadedMedia({ vehicleIds: vehicleId, ...window });
    expect(all.pagination).toEqual({ endCursor: '', hasNextPage: false });
    expect(all.data.media).toMatchObject([
      { input: 'dashcamForwardFacing', triggerReason: 'tripStartStill', startTime: at(10), endTime: at(10) },
      { triggerReason: 'panicButton' },
      { vehicleId, input: 'analog2', cameraRole: 'rearHigh', mediaType: 'videoHighRes' },
    ]);
    const some = await client.media.listUploadedMedia({
      vehicleIds: `unit:camera-${RUN}`,
      ...window,
      inputs: ['dashcamRoadFacing', 'analog2'],
      mediaTypes: ['image'],
      triggerReasons: ['panicButton', 'safetyEvent'],
    });
    expect(some.data.media.map((media) => media.startTime)).toEqual([at(20)]);
    const later = await client.media.listUploadedMedia({
      vehicleIds: vehicleId,
      ...window,
      availableAfterTime: all.data.media[1]?.availableAtTime,
    });
    expect(later.data.media.map((media) => media.input)).toEqual(['analog2']);
    const url = all.data.media[2]?.urlInfo?.url as string;
    const part = await fetch(url, { headers: { range: 'bytes=4-11' } });
    expect([part.status, part.headers.get('content-type'), await part.text()]).toEqual([
      206,
      'video/mp4',
      'ftypisom',
    ]);
    expect((await fetch(url.replace('/blobs/', '/blobs/1'))).status).toBe(403);
    const lifetime = Date.parse(all.data.media[2]?.urlInfo?.urlExpiryTime as string) - Date.now();
    expect(Math.round(lifetime / HOUR_MS)).toBe(8);
  });

  test('of the older path are stills', async () => {
    const query = new URLSearchParams({ ...window, vehicleIds: vehicleId });
    const { status, body } = await call('GET', `/preview/cameras/media?${query}`);
    expect([status, body.data.media.length]).toEqual([200, 2]);
    expect(body.data.media[0]).toMatchObject({ mediaType: 'image', input: 'dashcamForwardFacing' });
  });
});

describe('retrievals', () => {
  test('are asked for, pending, and then available or not', async () => {
    const { data } = await client.media.postMediaRetrieval({
      vehicleId,
      inputs: ['dashcamDriverFacing', 'analog1'],
      mediaType: 'videoHighRes',
      startTime: at(100),
      endTime: at(130),
    });
    expect(data.quotaStatus).toMatch(
      /^Current monthly usage is \d+\.\d seconds of high-res video out of 900000\.0 available\.$/,
    );
    const { retrievalId } = data;
    const states = async () => {
      const reply = await client.media.getMediaRetrieval({ retrievalId });
      return reply.data.media.map(({ input, status, urlInfo }) => [input, status, urlInfo !== undefined]);
    };
    expect(await states()).toEqual([
      ['dashcamDriverFacing', 'pending', false],
      ['analog1', 'pending', false],
    ]);
    const fulfilled = await upload(
      '/cameras/media/retrieval/fulfil',
      { retrievalId, input: 'dashcamDriverFacing' },
      VIDEO,
    );
    expect(fulfilled.status).toBe(200);
    expect(
      (await call('POST', '/cameras/media/retrieval/fail', { retrievalId, status: 'unavailable' })).status,
    ).toBe(200);
    expect(await states()).toEqual([
      ['dashcamDriverFacing', 'available', true],
      ['analog1', 'unavailable', false],
    ]);
  });

  test('that cannot be are refused in the client’s own error types', async () => {
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: SamsaraError) => error,
      );
    const still = { vehicleId, inputs: ['analog1' as const], mediaType: 'image' as const };
    const ask = (fields: object) =>
      failure(client.media.postMediaRetrieval({ ...still, startTime: at(0), endTime: at(0), ...fields }));
    const long = await ask({ mediaType: 'videoHighRes', endTime: at(61) });
    expect(long).toBeInstanceOf(SamsaraError);
    expect(long).toMatchObject({ statusCode: 400, body: { message: expect.stringContaining('endTime') } });
    expect(await ask({ vehicleId: '281474976000003' })).toMatchObject({ statusCode: 404 });
  });
});
