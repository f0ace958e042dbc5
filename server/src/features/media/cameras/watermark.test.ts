import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jpeg, multipart } from '../../../../test/pictures.ts';
import { client, startApp, type TestApp } from '../../../../test/start-app.ts';

const WRITERS = 8;
const UPLOADS = 8;
const POLLERS = 3;

let server: TestApp;
beforeAll(async () => {
  server = await startApp({ poolSize: 12 });
});
afterAll(() => server.stop());

test('pollers that follow availableAfterTime see each of many concurrent uploads once, in order', async () => {
  const { org } = server;
  const vehicleId = (await org.send('POST', '/fleet/vehicles', { name: 'Truck' })).body.data.id;
  const picture = await jpeg(8, 8);
  const urls = [server.url, await server.another()];
  const day = 'startTime=2026-11-20T00:00:00Z&endTime=2026-11-21T00:00:00Z';
  let writing = true;

  const writer = async (number: number) => {
    const to = client(urls[number % urls.length] as string, org.token);
    for (let n = 0; n < UPLOADS; n += 1) {
      const at = `2026-11-20T0${number}:00:0${n}Z`;
      const fields = {
        vehicleId,
        input: 'analog1',
        mediaType: 'image',
        triggerReason: 'api',
        startTime: at,
        endTime: at,
      };
      const reply = await to.send('POST', '/cameras/media', multipart(fields, picture, n % 2 === 0));
      expect(reply.status, reply.text).toBe(201);
    }
  };
  const poller = async (number: number): Promise<string[]> => {
    const from = client(urls[number % urls.length] as string, org.token);
    const seen: string[] = [];
    let after = '2020-01-01T00:00:00Z';
    for (let last = false; ; ) {
      last = !writing;
      const { body } = await from.get(
        `/cameras/media?vehicleIds=${vehicleId}&${day}&availableAfterTime=${after}`,
      );
      for (const media of body.data.media) {
        seen.push(media.startTime);
        after = media.availableAtTime;
      }
      if (last && body.data.media.length === 0) return seen;
      await sleep(number * 3);
    }
  };

  const polling = Array.from({ length: POLLERS }, (_, number) => poller(number));
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
  writing = false;
  const [first, ...others] = await Promise.all(polling);
  expect(new Set(first).size).toBe(WRITERS * UPLOADS);
  for (const seen of [first, ...others]) expect(seen).toEqual(first);
  expect(first).toHaveLength(WRITERS * UPLOADS);
});
