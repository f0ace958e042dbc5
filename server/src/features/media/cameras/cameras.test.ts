import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jpeg, mp4, multipart, pdf, png } from '../../../../test/pictures.ts';
import { type Reply, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { systemWriter } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database/database.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { cameraMedia } from './resource.ts';

let server: TestApp;
let org: TestOrg;
let vehicleId: string;
let picture: Buffer;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  vehicleId = await makeVehicle(org);
  picture = await jpeg();
});
afterAll(() => server.stop());

const makeVehicle = async (as: TestOrg, fields = {}): Promise<string> =>
  (await as.send('POST', '/fleet/vehicles', { name: 'Truck', ...fields })).body.data.id;

const still = (fields = {}) => ({
  vehicleId,
  input: 'dashcamRoadFacing',
  mediaType: 'image',
  triggerReason: 'periodicStill',
  startTime: '2026-11-20T08:00:00Z',
  endTime: '2026-11-20T08:00:00Z',
  ...fields,
});
const clip = (fields = {}) =>
  still({
    mediaType: 'videoHighRes',
    triggerReason: 'safetyEvent',
    endTime: '2026-11-20T08:00:05Z',
    ...fields,
  });

const upload = (fields: Record<string, string>, file: Uint8Array | undefined = picture, before = true) =>
  org.send('POST', '/cameras/media', multipart(fields, file, before));

/** Everything that an upload could have left: files, rows and uploads under way. */
async function traces() {
  const files = await readdir(server.blobFolder, { recursive: true, withFileTypes: true });
  const [rows] = await server.database.rows(sql`
    select (select count(*) from media_file where org_id = ${org.orgId})::int,
      (select count(*) from camera_media where org_id = ${org.orgId})::int,
      (select count(*) from media_upload where org_id = ${org.orgId})::int`);
  return [files.filter((entry) => entry.isFile()).length, ...(rows as number[])];
}

describe('POST /cameras/media', () => {
  test.each([true, false])('201 for a still, its fields before the file: %s', async (before) => {
    const { status, body } = await upload(still({ cameraRole: 'front' }), picture, before);
    expect(status).toBe(201);
    expect(body.data).toEqual({
      vehicleId,
      mediaType: 'image',
      input: 'dashcamForwardFacing',
      triggerReason: 'periodicStill',
      cameraRole: 'front',
      startTime: '2026-11-20T08:00:00Z',
      endTime: '2026-11-20T08:00:00Z',
      availableAtTime: expect.stringMatching(/Z$/),
      urlInfo: { url: expect.stringContaining(`${server.url}/blobs/`), urlExpiryTime: expect.any(String) },
    });
    const file = await fetch(body.data.urlInfo.url);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(picture);
    const left = Date.parse(body.data.urlInfo.urlExpiryTime) - Date.now();
    expect(left / 3_600_000).toBeCloseTo(8, 1);
  });
  test('201 for a video of many pieces, played by ranges', async () => {
    const video = mp4(3_000_000);
    const { status, body } = await upload(clip(), video);
    expect(status).toBe(201);
    const part = await fetch(body.data.urlInfo.url, { headers: { range: 'bytes=2000000-2000009' } });
    expect([part.status, part.headers.get('content-type')]).toEqual([206, 'video/mp4']);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(video.subarray(2_000_000, 2_000_010));
  });
  test('201 for a vehicle named by external id', async () => {
    const id = await makeVehicle(org, { externalIds: { unit: '17' } });
    expect((await upload(still({ vehicleId: 'unit:17' }))).body.data.vehicleId).toBe(id);
  });
  test('201 once for an Idempotency-Key, 422 for it with another file', async () => {
    const headers = { 'idempotency-key': 'camera-1' };
    const send = (file: Buffer) => org.send('POST', '/cameras/media', multipart(still(), file), headers);
    const first = await send(picture);
    const before = await traces();
    const again = await send(picture);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await send(await png())).status).toBe(422);
    expect(await traces()).toEqual(before);
  });
  test('201 for a dry run, which leaves nothing', async () => {
    const before = await traces();
    expect((await org.send('POST', '/cameras/media?dryRun=true', multipart(still(), picture))).status).toBe(
      201,
    );
    expect(await traces()).toEqual(before);
  });

  const wrong: [string, () => Promise<Reply> | Reply, number, string][] = [
    ['a missing file', () => org.send('POST', '/cameras/media', multipart(still())), 400, 'file is missing'],
    [
      'a body that is not multipart',
      () => org.send('POST', '/cameras/media', still()),
      400,
      'multipart/form-data',
    ],
    ['no body', () => org.send('POST', '/cameras/media'), 400, 'multipart/form-data'],
    ['an unknown field', () => upload(still({ colour: 'red' })), 400, 'Unknown field colour'],
    ['an unknown input', () => upload(still({ input: 'dashcamForwardFacing' })), 400, 'dashcamRoadFacing'],
    ['a still that lasts', () => upload(still({ endTime: '2026-11-20T08:00:01Z' })), 400, 'endTime'],
    ['a video that does not', () => upload(clip({ endTime: '2026-11-20T08:00:00Z' }), mp4()), 400, 'endTime'],
    ['a time that is none', () => upload(still({ startTime: 'noon' })), 400, 'startTime'],
    ['a video that is a still', () => upload(clip()), 400, 'it is a picture'],
    ['a still that is a video', () => upload(still(), mp4()), 400, 'it is a video'],
    ['a PDF', () => upload(still(), pdf), 400, 'whatever it is called'],
    ['a script', () => upload(still(), Buffer.from('#!/bin/sh\nrm -rf /')), 400, 'whatever it is called'],
    [
      'an SVG',
      () => upload(still(), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      400,
      'whatever',
    ],
    [
      'a script that begins like a JPEG',
      () => upload(still(), Buffer.from('\xff\xd8\xff\xe0<script>', 'latin1')),
      400,
      'cannot be read',
    ],
    ['an empty file', () => upload(still(), Buffer.alloc(0)), 400, 'whatever it is called'],
    [
      'a field given twice',
      () => {
        const form = multipart(still(), picture);
        form.append('input', 'analog1');
        return org.send('POST', '/cameras/media', form);
      },
      400,
      'input: it is given twice',
    ],
    [
      'two files',
      () => {
        const form = multipart(still(), picture);
        form.append('file', new Blob([new Uint8Array(picture)]), 'b');
        return org.send('POST', '/cameras/media', form);
      },
      400,
      'multipart body',
    ],
    [
      'a file of another name',
      () => {
        const form = multipart(still());
        form.append('photo', new Blob([new Uint8Array(picture)]), 'b');
        return org.send('POST', '/cameras/media', form);
      },
      400,
      'Name it file',
    ],
    [
      'a picture over its bound',
      async () => upload(still(), Buffer.concat([picture, Buffer.alloc(33 * 1024 * 1024)])),
      413,
      '33554432 bytes',
    ],
    [
      'an unknown vehicle',
      () => upload(still({ vehicleId: '281474976000003' })),
      404,
      'vehicleId: no vehicle',
    ],
  ];
  test.each(wrong)('4xx for %s, and nothing is left', async (_what, send, status, words) => {
    const before = await traces();
    const reply = await send();
    expect(reply).toMatchObject({ status, body: { message: expect.stringContaining(words) } });
    expect(await traces()).toEqual(before);
  });
  test.each(Object.keys(still()))('400 without %s, whether before or after the file', async (name) => {
    const before = await traces();
    const { [name as 'input']: _, ...rest } = still();
    for (const first of [true, false])
      expect(await upload(rest, picture, first)).toMatchObject({
        status: 400,
        body: { message: `${name} is missing` },
      });
    expect(await traces()).toEqual(before);
  });
  test('404 for a vehicle out of the token’s tags', async () => {
    const tag = (await org.send('POST', '/tags', { name: 'North' })).body.data.id;
    const limited = await org.withScopes(['Write Media Retrieval'], [tag]);
    expect((await limited.send('POST', '/cameras/media', multipart(still(), picture))).status).toBe(404);
  });

  test('nothing is left of an upload that is cut off, wherever it is', async () => {
    const body = Buffer.concat([
      Buffer.from(
        Object.entries(clip())
          .map(
            ([name, value]) => `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
          )
          .join(''),
      ),
      Buffer.from(
        '--cut\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: video/mp4\r\n\r\n',
      ),
      mp4(2_000_000),
      Buffer.from('\r\n--cut--\r\n'),
    ]);
    const before = await traces();
    for (const length of [100, 700, 1200, 6000, 500_000, 1_900_000, body.length - 5]) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.on('error', () => {});
      socket.write(
        `POST /cameras/media HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${org.token}\r\n` +
          `content-type: multipart/form-data; boundary=cut\r\ncontent-length: ${body.length}\r\n\r\n`,
      );
      await new Promise((resolve) => socket.write(body.subarray(0, length), resolve));
      await sleep(60);
      socket.destroy();
      await expect.poll(traces).toEqual(before);
    }
    // The same cut in the body of a request that ends as it says.
    const short = await fetch(`${server.url}/cameras/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${org.token}`, 'content-type': 'multipart/form-data; boundary=cut' },
      body: body.subarray(0, 1_500_000),
    });
    expect([short.status, await short.json()]).toMatchObject([
      400,
      { message: expect.stringContaining('multipart') },
    ]);
    expect(await traces()).toEqual(before);
  });
});

describe('GET /cameras/media', () => {
  const day = 'startTime=2026-11-18T00:00:00Z&endTime=2026-11-19T00:00:00Z';
  let mine: string;
  let list: (query: string) => Promise<Reply>;
  beforeAll(async () => {
    mine = await makeVehicle(org, { externalIds: { unit: 'listed' } });
    list = (query) => org.get(`/cameras/media?vehicleIds=${mine}&${day}${query}`);
    const at = (time: string, fields = {}) => {
      const startTime = `2026-11-18T${time}Z`;
      return still({ vehicleId: mine, startTime, endTime: startTime, ...fields });
    };
    const send = async (fields: Record<string, string>, file = picture) => {
      const reply = await upload(fields, file);
      if (reply.status !== 201) throw new Error(reply.text);
    };
    await send(at('09:00:00', { input: 'dashcamDriverFacing', triggerReason: 'tripStartStill' }));
    await send(at('00:00:00', { input: 'analog2', triggerReason: 'api' }));
    await send(at('10:00:00.250', { mediaType: 'videoHighRes', endTime: '2026-11-18T10:00:10Z' }), mp4());
    await send(at('11:00:00', { mediaType: 'videoLowRes', endTime: '2026-11-18T11:00:10Z' }), mp4());
    await send(at('12:00:00', { startTime: '2026-11-19T00:00:00Z', endTime: '2026-11-19T00:00:00Z' }));
  });
  const inputs = (reply: Reply) => reply.body.data.media.map((media: { input: string }) => media.input);

  test('200 what was recorded in the window, in order of arrival, with working links', async () => {
    const { status, body } = await list('');
    expect(status).toBe(200);
    expect(body.pagination).toEqual({ endCursor: '', hasNextPage: false });
    expect(body.data.media).toMatchObject([
      { vehicleId: mine, input: 'dashcamInwardFacing', triggerReason: 'tripStartStill', mediaType: 'image' },
      { input: 'analog2', startTime: '2026-11-18T00:00:00Z' },
      { mediaType: 'videoHighRes', startTime: '2026-11-18T10:00:00.250Z', endTime: '2026-11-18T10:00:10Z' },
      { mediaType: 'videoLowRes' },
    ]);
    for (const media of body.data.media) expect((await fetch(media.urlInfo.url)).status).toBe(200);
  });
  test('200 by external id, several vehicles, and no vehicle twice', async () => {
    const reply = await org.get(`/cameras/media?vehicleIds=unit:listed,${mine},${vehicleId}&${day}`);
    expect(reply.body.data.media).toHaveLength(4);
  });
  test('200 filtered by keys that are repeated', async () => {
    expect(inputs(await list('&inputs=analog2'))).toEqual(['analog2']);
    expect(inputs(await list('&inputs=analog2&inputs=dashcamDriverFacing'))).toEqual([
      'dashcamInwardFacing',
      'analog2',
    ]);
    expect(inputs(await list('&mediaTypes=videoHighRes'))).toEqual(['dashcamForwardFacing']);
    expect(inputs(await list('&mediaTypes=image&mediaTypes=videoHighRes'))).toHaveLength(3);
    expect(inputs(await list('&triggerReasons=api&triggerReasons=tripStartStill'))).toHaveLength(2);
    expect(inputs(await list('&triggerReasons=rfidEvent'))).toEqual([]);
    expect(inputs(await list('&inputs='))).toHaveLength(4);
  });
  test('200 availableAfterTime as a watermark: nothing twice, nothing missed', async () => {
    const all = (await list('')).body.data.media;
    const seen: unknown[] = [];
    for (let after = '2020-01-01T00:00:00Z'; ; ) {
      const [next] = (await list(`&availableAfterTime=${after}`)).body.data.media;
      if (!next) break;
      after = next.availableAtTime;
      seen.push(after);
    }
    expect(seen).toEqual(all.map((media: { availableAtTime: string }) => media.availableAtTime));
    expect(new Set(seen).size).toBe(4);
    await Promise.all(Array.from({ length: 8 }, () => upload(still({ vehicleId: mine }))));
    const times = await server.database.rows(sql`
      select available_at, date_trunc('milliseconds', available_at) = available_at from camera_media
      where org_id = ${org.orgId}`);
    expect(new Set(times.map(([at]) => at)).size).toBe(times.length);
    expect(times.every(([, whole]) => whole)).toBe(true);
  });
  test('200 page by page', async () => {
    const many = await makeVehicle(org);
    const [file] = await server.database.rows(sql`
      select id from media_file where org_id = ${org.orgId} order by id limit 1`);
    // Three at a time with the same moment, which no upload has.
    await write(server.database, systemWriter(org.orgId, 'test'), async (tx) => {
      const rows = await tx.rows(sql`
        insert into camera_media (org_id, id, vehicle_id, input, media_type, trigger_reason, start_at, end_at, available_at, file_id)
        select ${tx.orgId}, gen_random_uuid(), ${many}, 'analog1', 'image', 'api', '2026-11-18T01:00Z', '2026-11-18T01:00Z',
          '2026-11-18T02:00Z'::timestamptz + n / 3 * interval '1 ms', ${file?.[0]} from generate_series(1, 1100) n
        returning id`);
      tx.changed(
        cameraMedia,
        'create',
        rows.map(([id]) => id as string),
      );
    });
    const pages: number[] = [];
    const urls = new Set<string>();
    const path = `/cameras/media?vehicleIds=${many}&${day}&inputs=analog1`;
    for (let after = ''; ; ) {
      const { body } = await org.get(`${path}&after=${encodeURIComponent(after)}`);
      pages.push(body.data.media.length);
      for (const media of body.data.media) urls.add(`${media.availableAtTime}`);
      after = body.pagination.endCursor;
      if (!body.pagination.hasNextPage) break;
    }
    expect(pages).toEqual([512, 512, 76]);
    expect(urls.size).toBe(367);
    const { endCursor } = (await org.get(path)).body.pagination;
    expect(await org.get(`${path}&inputs=analog2&after=${endCursor}`)).toMatchObject({
      status: 400,
      body: { message: 'Parameters differ from previous paginated request.' },
    });
  });
  test.each([
    ['vehicleIds is missing', `/cameras/media?${day}`],
    ['startTime is missing', '/cameras/media?vehicleIds=1&endTime=2026-11-19T00:00:00Z'],
    [
      'more than 24 hours',
      '/cameras/media?vehicleIds=1&startTime=2026-11-18T00:00:00Z&endTime=2026-11-19T00:00:00.001Z',
    ],
    [
      'before startTime',
      '/cameras/media?vehicleIds=1&startTime=2026-11-18T00:00:00Z&endTime=2026-11-17T00:00:00Z',
    ],
    [
      'more than 20 values',
      `/cameras/media?vehicleIds=${Array.from({ length: 21 }, (_, n) => n + 1)}&${day}`,
    ],
    ['inputs', `/cameras/media?vehicleIds=1&${day}&inputs=analog1,analog2`],
    ['triggerReasons', `/cameras/media?vehicleIds=1&${day}&triggerReasons=boredom`],
    ['mediaTypes', `/cameras/media?vehicleIds=1&${day}&mediaTypes=hyperlapse`],
    ['availableAfterTime', `/cameras/media?vehicleIds=1&${day}&availableAfterTime=now`],
    ['invalid or expired pagination cursor', `/cameras/media?vehicleIds=VEHICLE&${day}&after=x`],
  ])('400 %s', async (words, path) => {
    expect(await org.get(path.replace('VEHICLE', mine))).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(words) },
    });
  });
  test('404 for a vehicle out of the token’s tags, 200 for one in them', async () => {
    const tag = (await org.send('POST', '/tags', { name: 'South', vehicles: [mine] })).body.data.id;
    const limited = await org.withScopes(['Read Media Retrieval', 'Read Preview'], [tag]);
    expect((await limited.get(`/cameras/media?vehicleIds=${mine}&${day}`)).body.data.media).toHaveLength(4);
    expect((await limited.get(`/cameras/media?vehicleIds=${vehicleId}&${day}`)).status).toBe(404);
    const stills = await limited.get(
      '/preview/cameras/media?startTime=2026-11-18T00:00:00Z&endTime=2026-11-21T00:00:00Z',
    );
    expect(new Set(stills.body.data.media.map((media: { vehicleId: string }) => media.vehicleId))).toEqual(
      new Set([mine]),
    );
  });
});

describe('GET /preview/cameras/media', () => {
  test('200 stills of vehicles and tags, analog inputs by their old name', async () => {
    const other = await server.makeOrg();
    const [one, two, three] = [await makeVehicle(other), await makeVehicle(other), await makeVehicle(other)];
    const parent = (await other.send('POST', '/tags', { name: 'All', vehicles: [two] })).body.data.id;
    await other.send('POST', '/tags', { name: 'Below', parentTagId: parent, vehicles: [three] });
    const send = (fields: Record<string, string>, file = picture) =>
      other.send('POST', '/cameras/media', multipart(fields, file));
    await send(still({ vehicleId: one, input: 'analog3' }));
    await send(still({ vehicleId: two, input: 'dashcamDriverFacing', cameraRole: 'inCab' }));
    await send(still({ vehicleId: three, triggerReason: 'rfidEvent' }));
    await send(still({ vehicleId: three }));
    await send(clip({ vehicleId: one }), mp4());
    const ask = async (query: string) => {
      const reply = await other.get(
        `/preview/cameras/media?startTime=2026-11-01T00:00:00Z&endTime=2026-11-30T00:00:00Z${query}`,
      );
      expect(reply.status).toBe(200);
      return reply.body.data.media.map((media: { vehicleId: string; input: string }) => [
        media.vehicleId,
        media.input,
      ]);
    };
    const all = [
      [one, 'dashcamRearFacing'],
      [two, 'dashcamInwardFacing'],
      [three, 'dashcamForwardFacing'],
    ];
    expect(await ask('')).toEqual(all);
    expect(await ask(`&vehicleIds=${one}`)).toEqual(all.slice(0, 1));
    expect(await ask(`&vehicleIds=${one}&tagIds=${parent}`)).toEqual(all.slice(0, 2));
    expect(await ask(`&parentTagIds=${parent}`)).toEqual(all.slice(1));
    expect(await ask('&inputs=analog&inputs=dashcamRoadFacing')).toEqual([all[0], all[2]]);
    expect(await ask('&triggerReasons=api')).toEqual([]);
    const [first] = (
      await other.get('/preview/cameras/media?startTime=2026-11-20T00:00:00Z&endTime=2026-11-21T00:00:00Z')
    ).body.data.media;
    expect(
      await sharp(Buffer.from(await (await fetch(first.urlInfo.url)).arrayBuffer())).metadata(),
    ).toMatchObject({ width: 64 });
  });
  test('403 without Read Preview', async () => {
    const reader = await org.withScopes(['Read Media Retrieval']);
    expect((await reader.get('/preview/cameras/media')).status).toBe(403);
  });
});
