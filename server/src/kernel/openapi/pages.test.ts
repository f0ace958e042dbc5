import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

test.each(['/docs', '/docs/', '/docs/openapi.json', '/openapi.json', '/healthz', '/readyz'])(
  '200 %s without a token',
  async (path) => {
    const reply = await fetch(server.url + path);
    expect(reply.status).toBe(200);
    expect((await reply.text()).length).toBeGreaterThan(10);
  },
);

test('404 /docs/openapi.yaml', async () => {
  const reply = await fetch(`${server.url}/docs/openapi.yaml`);
  expect(reply.status).toBe(404);
  expect(reply.headers.get('access-control-allow-origin')).toBeNull();
});
