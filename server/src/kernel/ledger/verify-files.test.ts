import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { handIn, makeSubmission, makeTemplate } from '../../../test/forms.ts';
import { mp4, multipart, png } from '../../../test/pictures.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { type Blobs, blobKey } from '../blobs/blobs.ts';
import { s3Blobs } from '../blobs/s3.ts';
import { type Database, queryable, sql } from '../database/database.ts';
import { verifyFiles } from './verify-files.ts';

let server: TestApp;
let org: TestOrg;
let folder: string;
let s3: S3rver;
const stores: Record<string, Blobs> = {};
/** Photos of a submission, and a video of a camera. */
let photos: string[];
let video: string;
let submission: string;
beforeAll(async () => {
  server = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'crewready-s3-'));
  const configureBuckets = [{ name: 'crew', configs: [] }];
  s3 = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets });
  const { port } = (await s3.run()) as AddressInfo;
  process.env.AWS_ACCESS_KEY_ID = 'S3RVER';
  process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER';
  const endpoint = `http://127.0.0.1:${port}`;
  stores.folder = server.services.blobs;
  stores.s3 = s3Blobs({ bucket: 'crew', prefix: 'a', region: 'us-east-1', endpoint });
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
  await server.stop();
});

beforeEach(async () => {
  org = await server.makeOrg();
  submission = await handInPhotos();
  // The photos stand in this document too.
  await org.send('PATCH', '/form-submissions', { id: submission, title: 'Again' });
  video = await addVideo();
});

async function handInPhotos(): Promise<string> {
  const template = await makeTemplate(org, [{ label: 'Photos', type: 'media' }]);
  const { id } = await makeSubmission(org, template.id);
  const mediaList: object[] = [];
  for (const shade of [1, 2, 3, 4])
    mediaList.push({
      base64Payload: (await png(20, 20, shade)).toString('base64'),
      mediaType: 'image/png',
    });
  const { body } = await handIn(org, id, [
    { id: template.fields[0].id, type: 'media', mediaValue: { mediaList } },
  ]);
  photos = body.data.fields[0].mediaValue.mediaList.map((photo: { id: string }) => photo.id);
  return id;
}

async function addVideo(): Promise<string> {
  const vehicleId = (await org.send('POST', '/fleet/vehicles', { name: 'Truck' })).body.data.id;
  const fields = {
    vehicleId,
    input: 'dashcamRoadFacing',
    mediaType: 'videoHighRes',
    triggerReason: 'safetyEvent',
    startTime: '2026-11-20T08:00:00Z',
    endTime: '2026-11-20T08:00:05Z',
  };
  expect(await org.send('POST', '/cameras/media', multipart(fields, mp4(300_000)))).toMatchObject({
    status: 201,
  });
  const [row] = await server.database.rows(sql`select file_id from camera_media where org_id = ${org.orgId}`);
  return row?.[0];
}

/** All files of the organization in a store, where they can be changed. */
async function filesIn(
  name: string,
): Promise<{ store: Blobs; replace(id: string, bytes: Buffer): Promise<void> }> {
  const store = stores[name] as Blobs;
  const key = (id: string) => blobKey(org.orgId, id);
  const replace = async (id: string, bytes: Buffer) => {
    await store.remove(key(id));
    await store.put(key(id), [bytes], 'image/png');
  };
  const { blobs } = server.services;
  if (store !== blobs)
    for (const id of [...photos, video]) await replace(id, await buffer(await blobs.read(key(id))));
  return { store, replace };
}

const read = async (store: Blobs, id: string) => buffer(await store.read(blobKey(org.orgId, id)));

describe.each(['folder', 's3'])('files in %s', (name) => {
  test('that are as the documents say are each read once', async () => {
    const { store } = await filesIn(name);
    const report = await verifyFiles(server.database, store, [org.orgId]);
    expect(report).toEqual({ checked: 5, bytes: expect.any(Number), bad: 0, named: [] });
    expect(report.bytes).toBeGreaterThan(300_000);
  });

  test('that were altered, cut off, emptied or taken away are each named with their document', async () => {
    const { store, replace } = await filesIn(name);
    const [altered, cut, , gone] = photos as [string, string, string, string];
    const bytes = await read(store, altered);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    await replace(altered, bytes);
    const whole = await read(store, cut);
    await replace(cut, whole.subarray(0, -1));
    await store.remove(blobKey(org.orgId, gone));
    await replace(video, Buffer.alloc(0));
    const of = { orgId: org.orgId, resource: 'formSubmission', id: submission, seq: expect.any(String) };
    const { checked, bad, named } = await verifyFiles(server.database, store, [org.orgId]);
    expect({ checked, bad }).toEqual({ checked: 5, bad: 4 });
    expect(named).toHaveLength(4);
    expect(named).toEqual(
      expect.arrayContaining([
        { ...of, fileId: altered, problem: expect.stringMatching(/^has the SHA-256 [0-9a-f]{64}, told as/) },
        { ...of, fileId: cut, problem: `has ${whole.length - 1} bytes, told as ${whole.length}` },
        { ...of, fileId: gone, problem: 'is missing' },
        expect.objectContaining({
          fileId: video,
          resource: 'cameraMedia',
          problem: 'has 0 bytes, told as 300000',
        }),
      ]),
    );
  });
});

test('a file of another organization is not looked for, nor one whose document was erased', async () => {
  const { orgId } = await server.makeOrg();
  expect(await verifyFiles(server.database, server.services.blobs, [orgId])).toMatchObject({ checked: 0 });
  const client = await server.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `update ledger_change set document = null, salt = null where org_id = $1 and resource = 'cameraMedia'`,
      [org.orgId],
    );
    const inside = { rows: queryable(client).rows } as Database;
    expect(await verifyFiles(inside, server.services.blobs, [org.orgId])).toMatchObject({ checked: 4 });
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('a store that is away is told as such, and not as files that are missing', async () => {
  const away = s3Blobs({ bucket: 'crew', prefix: '', region: 'us-east-1', endpoint: 'http://127.0.0.1:1' });
  await expect(verifyFiles(server.database, away, [org.orgId])).rejects.toMatchObject({ status: 503 });
});

test('every document is passed, more than a page of them too', async () => {
  for (let n = 0; n < 120; n += 1) await org.send('POST', '/tags', { name: `Tag ${n}` });
  const [row] = await server.database.rows(
    sql`select count(*)::int from ledger_change where org_id = ${org.orgId}`,
  );
  let passed = 0;
  const { checked } = await verifyFiles(server.database, server.services.blobs, [org.orgId], (documents) => {
    passed += documents;
  });
  expect({ checked, passed }).toEqual({ checked: 5, passed: row?.[0] });
});
