import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jpeg, pdf, png } from '../../../../test/pictures.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';
import { findFeatures } from '../../../app.ts';
import type { Writer } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { Type } from '../../../kernel/schema.ts';
import { type InlineMedia, readInlineMedia } from './inline.ts';
import { describeMedia, keepMedia, openMedia, withMedia } from './keep.ts';
import { processMedia } from './process.ts';
import { sweepUploads } from './sweep.ts';

let server: TestApp;
let now: Date;
let writer: Writer;
beforeAll(async () => {
  now = new Date('2026-11-21T09:00:00Z');
  const features = [...(await findFeatures()), { name: 'albums', routes: [], resources: [album] }];
  server = await startApp({ clock: { now: () => now }, features });
  writer = { orgId: server.org.orgId, tagIds: null, actor: server.org.actor, requestId: 'test' };
});
afterAll(() => server.stop());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const HUGE = { width: 9000, height: 9000 };
/** Something that has files. */
const album: Resource = {
  name: 'album',
  scope: 'Read Albums',
  id: 'uuid',
  document: Type.Object({}),
  about: () => [],
  read: async (_database, _orgId, ids) => ids.map((id) => ({ id, document: {} })),
  present: () => sql`select null::text where false`,
};

/** Keeps files as a feature does, beside something that the write records. */
const keep = (media: InlineMedia[], as: Writer = writer) =>
  withMedia(server.services, as.orgId, media, () =>
    write(server.database, as, async (tx) => {
      await keepMedia(tx, media);
      const albums = media.map(({ id }) => ({ id, document: {} }));
      tx.changed(album, 'create', albums);
    }),
  );

const files = async (): Promise<string[]> =>
  (await readdir(server.blobFolder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const uploads = async () =>
  (await server.database.rows(sql`select id from media_upload where org_id = ${writer.orgId}`)).length;

const described = async (id: string) =>
  (await describeMedia(server.services, server.database, writer.orgId, [id], server.url)).get(id);

/** Keeps and processes one file; answers its link. */
async function linkTo(bytes: Buffer): Promise<string> {
  const media = await readInlineMedia('file', base64(bytes));
  await keep([media]);
  await processMedia(server.services, { orgId: writer.orgId, id: media.id });
  return (await described(media.id))?.url as string;
}

describe('files in a body', () => {
  test('are known by their content', async () => {
    expect(await readInlineMedia('x', base64(await jpeg()))).toMatchObject({ contentType: 'image/jpeg' });
    expect(await readInlineMedia('x', base64(await png()))).toMatchObject({ contentType: 'image/png' });
    expect(await readInlineMedia('x', base64(pdf))).toMatchObject({ size: pdf.length });
    const wrapped = base64(pdf).replace(/.{76}/g, '$&\r\n');
    expect((await readInlineMedia('x', wrapped)).bytes).toEqual(pdf);
  });

  const script = Buffer.from('<script>alert(1)</script>');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const wrong: [string, () => Promise<string> | string, string][] = [
    ['nothing', () => '', 'not base64'],
    ['no base64', () => '%%%%', 'not base64'],
    ['base64 without padding', () => 'QUI', 'not base64'],
    ['a data URL', async () => `data:image/png;base64,${base64(await png())}`, 'not base64'],
    ['text', () => base64(Buffer.from('hello')), 'whatever it is called'],
    ['a script', () => base64(script), 'whatever it is called'],
    ['an SVG', () => base64(svg), 'whatever it is called'],
    [
      'a GIF',
      async () =>
        base64(
          await sharp(await png())
            .gif()
            .toBuffer(),
        ),
      'whatever it is called',
    ],
    [
      'a script that begins like a PNG',
      async () => base64(Buffer.concat([(await png()).subarray(0, 33), script])),
      'cannot be read',
    ],
    [
      'a script that begins like a JPEG',
      () => base64(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), script])),
      'cannot be read',
    ],
    ['half a JPEG', async () => base64((await jpeg(900, 900)).subarray(0, -2000)), 'cannot be read'],
    ['half a picture', async () => base64((await png(300, 300)).subarray(0, 400)), 'cannot be read'],
  ];
  test.each(wrong)('400 naming the field for %s', async (_what, text, words) => {
    await expect(readInlineMedia('Photo (field 7)', await text())).rejects.toMatchObject({
      status: 400,
      message: expect.stringMatching(new RegExp(`Photo \\(field 7\\): .*${words}`)),
    });
  });
  test('413 naming the field and both figures for a picture that would fill the memory', async () => {
    const huge = sharp({ create: { ...HUGE, channels: 3, background: '#fff' } }).png({ palette: true });
    await expect(readInlineMedia('Photo (field 7)', base64(await huge.toBuffer()))).rejects.toMatchObject({
      status: 413,
      message: 'Photo (field 7): the picture has 81000000 pixels; 64000000 are the most.',
    });
  });
  test('400 for a PDF where only a picture will do', async () => {
    await expect(readInlineMedia('x', base64(pdf), ['jpg', 'png'])).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('.jpg or .png'),
    });
  });
  test('413 for more than the bound', async () => {
    await expect(readInlineMedia('Photo', 'A'.repeat(14 * 1024 * 1024))).rejects.toMatchObject({
      status: 413,
      message: 'Photo: the file is larger than 10485760 bytes.',
    });
  });
});

describe('files that are kept', () => {
  test('are processing, then finished with a thumbnail', async () => {
    const media = await readInlineMedia('x', base64(await jpeg(2000, 1000)));
    await keep([media]);
    expect(await described(media.id)).toEqual({ id: media.id, processingStatus: 'processing' });
    const [job] = await server.database.rows(sql`
      select payload from graphile_worker._private_jobs where payload->>'id' = ${media.id}`);
    expect(JSON.parse(job?.[0])).toEqual({ orgId: writer.orgId, id: media.id });
    await processMedia(server.services, { orgId: writer.orgId, id: media.id });
    const done = await described(media.id);
    expect(done).toMatchObject({ processingStatus: 'finished', urlExpiresAt: '2026-11-21T17:00:00Z' });
    const whole = await fetch(done?.url as string);
    expect(Buffer.from(await whole.arrayBuffer()).equals(media.bytes)).toBe(true);
    const small = Buffer.from(await (await fetch(done?.thumbnailUrl as string)).arrayBuffer());
    expect(await sharp(small).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 240 });
    expect(await uploads()).toBe(0);
    const opened = await openMedia(server.services, writer.orgId, media.id);
    expect((await buffer(opened.stream)).equals(media.bytes)).toBe(true);
  });

  test('404 and nothing described for another organization', async () => {
    const media = await readInlineMedia('x', base64(pdf));
    await keep([media]);
    const other = await server.makeOrg();
    expect((await describeMedia(server.services, server.database, other.orgId, [media.id], '')).size).toBe(0);
    await expect(openMedia(server.services, other.orgId, media.id)).rejects.toMatchObject({ status: 404 });
  });

  test('leave nothing when the write fails, was a dry run, or recorded nothing', async () => {
    const media = await readInlineMedia('x', base64(pdf));
    const before = await files();
    const failing = withMedia(server.services, writer.orgId, [media], () =>
      write(server.database, writer, async (tx) => {
        await keepMedia(tx, [media]);
        throw new Error('on purpose');
      }),
    );
    await expect(failing).rejects.toThrow('on purpose');
    await keep([media], { ...writer, dryRun: true });
    await withMedia(server.services, writer.orgId, [media], async () => {});
    expect(await files()).toEqual(before);
    expect(await uploads()).toBe(0);
  });

  test('an upload that its process did not survive is swept away after a day', async () => {
    const media = await readInlineMedia('x', base64(pdf));
    const before = await files();
    const cut = withMedia(
      {
        ...server.services,
        database: { ...server.database, transaction: () => Promise.reject(new Error('killed')) },
      },
      writer.orgId,
      [media],
      async () => {},
    );
    await cut;
    expect((await files()).length).toBe(before.length + 1);
    expect(await sweepUploads(server.services)).toBe(0);
    await server.database.rows(sql`
      update media_upload set started_at = now() - interval '25 hours' where org_id = ${writer.orgId}`);
    expect(await sweepUploads(server.services)).toBe(1);
    expect(await files()).toEqual(before);
  });
});

describe('GET /blobs/{key}', () => {
  test('200 with headers that make it harmless', async () => {
    const reply = await fetch(await linkTo(await png()));
    expect(reply.status).toBe(200);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^inline; filename="[\w-]+\.png"$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'accept-ranges': 'bytes',
    });
    const document = await fetch(await linkTo(pdf));
    expect(document.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.pdf"$/);
  });
  test('200 for HEAD, without the bytes; 304 for what the browser has', async () => {
    const url = await linkTo(pdf);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(pdf.length)]);
    const known = { 'if-none-match': head.headers.get('etag') as string };
    expect((await fetch(url, { headers: known })).status).toBe(304);
  });
  test('206 for any range of it, 416 outside', async () => {
    const url = await linkTo(pdf);
    const ask = async (range: string, more = {}) => {
      const reply = await fetch(url, { headers: { range, ...more } });
      return [reply.status, reply.headers.get('content-range'), await reply.text()];
    };
    const text = pdf.toString();
    const last = pdf.length - 1;
    expect(await ask('bytes=0-3')).toEqual([206, `bytes 0-3/${pdf.length}`, '%PDF']);
    expect(await ask('bytes=-5')).toEqual([206, `bytes ${last - 4}-${last}/${pdf.length}`, '%%EOF']);
    expect(await ask('bytes=100-')).toEqual([206, `bytes 100-${last}/${pdf.length}`, text.slice(100)]);
    expect(await ask('bytes=0-99999')).toEqual([206, `bytes 0-${last}/${pdf.length}`, text]);
    expect(await ask(`bytes=${pdf.length}-`)).toEqual([416, `bytes */${pdf.length}`, expect.any(String)]);
    expect(await ask('bytes=-0')).toEqual([416, `bytes */${pdf.length}`, expect.any(String)]);
    for (const whole of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])
      expect(await ask(whole)).toEqual([200, null, text]);
    expect(await ask('bytes=0-3', { 'if-range': '"another"' })).toEqual([200, null, text]);
    const inRange = fc.tuple(fc.nat({ max: last }), fc.nat({ max: last }));
    await fc.assert(
      fc.asyncProperty(inRange, async ([a, b]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(await ask(`bytes=${from}-${to}`)).toEqual([206, expect.any(String), text.slice(from, to + 1)]);
      }),
      { numRuns: 30 },
    );
  });
  test('403 past its time', async () => {
    const url = await linkTo(pdf);
    const before = now;
    now = new Date('2026-11-21T16:59:59Z');
    expect((await fetch(url)).status).toBe(200);
    now = new Date('2026-11-21T17:00:00Z');
    const reply = await fetch(url);
    expect([reply.status, await reply.json()]).toMatchObject([
      403,
      { message: expect.stringContaining('expired') },
    ]);
    now = before;
  });
  test('403 with any one character changed, wherever it is', async () => {
    const url = new URL(await linkTo(pdf));
    const text = url.pathname + url.search;
    const begin = '/blobs/'.length;
    const characters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/&=+!*';
    for (let at = begin; at < text.length; at += 1) {
      const others = fc.sample(fc.constantFrom(...characters), { numRuns: 3, seed: at });
      for (const other of [...others, text[at] === 'A' ? 'B' : 'A']) {
        if (other === text[at]) continue;
        const path = text.slice(0, at) + other + text.slice(at + 1);
        const reply = await server.app.inject({ url: path });
        expect(reply.statusCode, path).toBe(403);
      }
    }
    expect((await server.app.inject({ url: text })).statusCode).toBe(200);
  });
  test('403 for what is no key at all, 404 for a file that is gone, 405 for a write', async () => {
    for (const key of ['..%2f..%2fetc%2fpasswd', 'x', `${writer.orgId}-..`, 'a%00b'])
      expect(
        (await server.app.inject({ url: `/blobs/${key}?expires=9999999999&type=a&signature=b` })).statusCode,
      ).toBe(403);
    const key = `${writer.orgId}-0191d1b8-0000-7000-8000-000000000001`;
    const { url } = server.services.signedUrls.sign(server.url, { key, contentType: 'image/png' }, now, 60);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(405);
  });
});
