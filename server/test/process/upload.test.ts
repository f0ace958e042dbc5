import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import S3rver from 's3rver';
import { expect, test } from 'vitest';
import { mp4 } from '../pictures.ts';
import { dataFolder, type Server, serve, TOKEN, terminate } from './crewready.ts';

const MIB = 1024 * 1024;
const authorization = `Bearer ${TOKEN}`;

/** Memory of a process that is in RAM, in bytes, on Linux. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

async function addVehicle(server: Server): Promise<string> {
  const reply = await fetch(`${server.url}/fleet/vehicles`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"name":"Truck"}',
  });
  return ((await reply.json()) as { data: { id: string } }).data.id;
}

/** Sends a video of `size` bytes, or only its first `stopAfter`. */
function upload(
  server: Server,
  vehicleId: string,
  size: number,
  stopAfter = size,
): Promise<{ status: number; text: string }> {
  const fields = {
    vehicleId,
    input: 'dashcamRoadFacing',
    mediaType: 'videoHighRes',
    triggerReason: 'safetyEvent',
    startTime: '2026-11-20T08:00:00Z',
    endTime: '2026-11-20T08:10:00Z',
  };
  const part = (name: string) => `--cut\r\ncontent-disposition: form-data; name="${name}"`;
  const head = Object.entries(fields).map(([name, value]) => `${part(name)}\r\n\r\n${value}\r\n`);
  const piece = mp4(MIB);
  const body = function* () {
    yield Buffer.from(`${head.join('')}${part('file')}; filename="a"\r\ncontent-type: video/mp4\r\n\r\n`);
    for (let sent = 0; sent < stopAfter; sent += piece.length) yield piece;
    if (stopAfter === size) yield Buffer.from('\r\n--cut--\r\n');
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server.url}/cameras/media`,
      { method: 'POST', headers: { authorization, 'content-type': 'multipart/form-data; boundary=cut' } },
      async (reply) => {
        let text = '';
        for await (const chunk of reply) text += chunk;
        resolve({ status: reply.statusCode ?? 0, text });
      },
    );
    sent.on('error', reject);
    // Half a body is followed by silence.
    const source = Readable.from(body());
    if (stopAfter < size) source.pipe(sent, { end: false });
    else pipeline(source, sent).catch(reject);
  });
}

const blobs = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

/** An S3 server in this process, and the setting that leads to it. */
async function startS3(folder: string) {
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'crew', configs: [] }],
  });
  const { port } = (await s3.run()) as AddressInfo;
  const env = {
    CREWREADY_BLOBS: `s3://crew/test?endpoint=http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  };
  return { env, close: () => s3.close() };
}

test.each(['a folder', 'S3'])(
  'a video of 200 MB into %s takes no more than 50 MB of memory',
  async (place) => {
    const folder = await dataFolder();
    const s3 = place === 'S3' ? await startS3(folder.path) : undefined;
    const server = await serve(folder.path, s3?.env);
    const vehicleId = await addVehicle(server);
    const pid = server.child.pid as number;
    // What is loaded with the first upload is no cost of its size.
    expect((await upload(server, vehicleId, 2 * MIB)).status).toBe(201);
    await sleep(300);
    const before = await residentBytes(pid);
    let most = before;
    const watching = setInterval(async () => {
      most = Math.max(most, await residentBytes(pid));
    }, 10);
    const reply = await upload(server, vehicleId, 200 * MIB);
    clearInterval(watching);
    expect(reply.status).toBe(201);
    console.log(
      `resident before ${(before / MIB).toFixed(1)} MiB, at most ${((most - before) / MIB).toFixed(1)} MiB more`,
    );
    expect(most - before).toBeLessThanOrEqual(50_000_000);

    const { url } = JSON.parse(reply.text).data.urlInfo;
    const last = await fetch(url, { headers: { range: 'bytes=-3' } });
    expect([last.status, last.headers.get('content-range')]).toEqual([
      206,
      `bytes ${200 * MIB - 3}-${200 * MIB - 1}/${200 * MIB}`,
    ]);
    await terminate(server);
    await s3?.close();
    await folder.remove();
  },
);

test('a kill in the middle of an upload leaves nothing that is served', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  const vehicleId = await addVehicle(server);
  const cut = upload(server, vehicleId, 50 * MIB, 20 * MIB).catch(() => {});
  await expect.poll(() => blobs(folder.path)).toEqual([expect.stringMatching(/\.part$/)]);
  server.child.kill('SIGKILL');
  await server.ended;
  await cut;
  expect(await blobs(folder.path)).toEqual([expect.stringMatching(/\.part$/)]);
  const again = await serve(folder.path);
  const list = await fetch(
    `${again.url}/cameras/media?vehicleIds=${vehicleId}&startTime=2026-11-20T00:00:00Z&endTime=2026-11-21T00:00:00Z`,
    { headers: { authorization } },
  );
  expect(await list.json()).toMatchObject({ data: { media: [] } });
  await terminate(again);
  await folder.remove();
});
