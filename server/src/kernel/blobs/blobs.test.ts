import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../config.ts';
import { newId } from '../ids.ts';
import type { Blobs } from './blobs.ts';
import { blobKey, parseBlobKey } from './blobs.ts';
import { folderBlobs, requireWritable } from './folder.ts';
import { s3Blobs } from './s3.ts';

let folder: string;
let s3: S3rver;
let proxy: Server;
const givenUp: string[] = [];
const stores: Record<string, Blobs> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crewready-blobs-'));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'crew', configs: [] }],
  });
  const { port } = await passingOn(((await s3.run()) as AddressInfo).port);
  process.env.AWS_ACCESS_KEY_ID = 'S3RVER';
  process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER';
  stores.folder = folderBlobs(join(folder, 'files'));
  stores.s3 = s3Blobs({
    bucket: 'crew',
    prefix: 'a/b',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
  });
});
afterAll(async () => {
  proxy.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

/** Stands before the server and answers what it does not know: to give up an upload in parts. */
async function passingOn(port: number): Promise<AddressInfo> {
  proxy = createServer((asked, reply) => {
    if (asked.method === 'DELETE' && asked.url?.includes('uploadId=')) {
      givenUp.push(asked.url);
      reply.writeHead(204).end();
      return;
    }
    const { method, url: path, headers } = asked;
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      reply.writeHead(answer.statusCode as number, answer.headers);
      answer.pipe(reply);
    });
    asked.pipe(sent);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy.address() as AddressInfo;
}

const newKey = () => blobKey('281474976710657', newId());
const pieces = (count: number, size = 64 * 1024) =>
  Array.from({ length: count }, (_, n) => Buffer.alloc(size, n % 256));
const bytesOf = async (blobs: Blobs, key: string, range?: { start: number; end: number }) =>
  buffer(await blobs.read(key, range));

/** Every file below the folder, but for what a store notes for itself. */
const files = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe.each(['folder', 's3'])('blobs in a %s', (name) => {
  const store = () => stores[name] as Blobs;

  test.each([1, 5, 400])('%d pieces come back whole, and in ranges', async (count) => {
    const key = newKey();
    const sent = Buffer.concat(pieces(count));
    await store().put(key, pieces(count), 'video/mp4');
    expect(await store().size(key)).toBe(sent.length);
    expect((await bytesOf(store(), key)).equals(sent)).toBe(true);
    const range = { start: sent.length - 70_000 > 0 ? sent.length - 70_000 : 3, end: sent.length - 1 };
    expect((await bytesOf(store(), key, range)).equals(sent.subarray(range.start))).toBe(true);
    await store().remove(key);
    expect(await store().size(key)).toBeUndefined();
    await store().remove(key);
  });

  test.each([3, 400])('a source that fails after %d pieces leaves nothing', async (count) => {
    const key = newKey();
    const before = await files();
    async function* cut() {
      yield* pieces(count);
      throw new Error('cut off');
    }
    await expect(store().put(key, cut(), 'video/mp4')).rejects.toThrow('cut off');
    expect(await store().size(key)).toBeUndefined();
    // The server under test cannot give up parts: that it was asked to is what counts.
    if (name === 's3' && count === 400) expect(givenUp).toHaveLength(1);
    else expect(await files()).toEqual(before);
  });

  test('a blob cannot be read before all of it is there', async () => {
    const key = newKey();
    let go = () => {};
    const waiting = new Promise<void>((resolve) => {
      go = resolve;
    });
    async function* slow() {
      yield Buffer.from('first');
      await waiting;
      yield Buffer.from(' and last');
    }
    const put = store().put(key, slow(), 'video/mp4');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await store().size(key)).toBeUndefined();
    go();
    await put;
    expect((await bytesOf(store(), key)).toString()).toBe('first and last');
  });

  test('what is not there cannot be read, and what is no key is refused', async () => {
    await expect(store().read(newKey())).rejects.toThrow();
    for (const key of [
      '',
      '../../etc/passwd',
      '1-../../../../../../../../etc/pass',
      `0-${newId()}`,
      `1-${newId()}/x`,
    ])
      await expect(async () => store().size(key)).rejects.toThrow('no key');
  });
});

test('a folder that cannot be written to stops the start in one line', async () => {
  await requireWritable(join(folder, 'new/one'));
  await writeFile(join(folder, 'file'), '');
  await expect(requireWritable(join(folder, 'file/in'))).rejects.toThrow(
    `CREWREADY_BLOBS="${join(folder, 'file/in')}": cannot write here (ENOTDIR).`,
  );
});

test('files are only their owner’s', async () => {
  const key = newKey();
  await stores.folder?.put(key, pieces(1), 'image/png');
  const { orgId, id } = parseBlobKey(key) as { orgId: string; id: string };
  expect((await stat(join(folder, 'files', orgId, id.slice(-2), id))).mode & 0o077).toBe(0);
});

test('503 when S3 is away, or fails', async () => {
  const failing = createServer((_request, reply) => void reply.writeHead(500).end());
  await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve));
  const { port } = failing.address() as AddressInfo;
  for (const endpoint of ['http://127.0.0.1:1', `http://127.0.0.1:${port}`]) {
    const away = s3Blobs({ bucket: 'crew', prefix: '', region: 'us-east-1', endpoint });
    for (const ask of [
      () => away.size(newKey()),
      () => away.read(newKey()),
      () => away.put(newKey(), pieces(1), 'image/png'),
    ])
      await expect(ask()).rejects.toMatchObject({ status: 503 });
  }
  failing.close();
});

describe('CREWREADY_BLOBS', () => {
  const place = (text: string) => loadConfig({ CREWREADY_DATA: '/data', CREWREADY_BLOBS: text }).blobs;
  test.each([
    ['', { folder: '/data/blobs' }],
    ['/mnt/files', { folder: '/mnt/files' }],
    ['file:///mnt/files', { folder: '/mnt/files' }],
    ['s3://crew', { bucket: 'crew', prefix: '', region: 'us-east-1' }],
    ['s3://crew/a/b/?region=eu-central-1', { bucket: 'crew', prefix: 'a/b', region: 'eu-central-1' }],
    [
      's3://crew/?endpoint=https://s3.example.com:9000',
      { bucket: 'crew', prefix: '', region: 'us-east-1', endpoint: 'https://s3.example.com:9000' },
    ],
  ])('"%s"', (text, expected) => expect(place(text)).toEqual(expected));
  test.each([
    's3://',
    's3://key:secret@crew',
    's3://crew?bucket=x',
    's3://crew?endpoint=here',
    'https://crew',
    'file:///a%2fb',
    's3://crew/ä',
  ])('"%s" is refused in one line that names it', (text) => {
    expect(() => place(text)).toThrow(/^CREWREADY_BLOBS=.*$/);
  });
});
