import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

test('200 tells the organization of the token', async () => {
  const reply = await server.org.get('/me');
  expect(reply).toMatchObject({
    status: 200,
    body: { data: { id: server.org.orgId, name: 'Test Fleet', carrierSettings: {} } },
  });
});
test('401 without a token', async () => {
  const reply = await server.org.get('/me', { authorization: '' });
  expect(reply).toMatchObject({
    status: 401,
    body: { message: 'Invalid token.', requestId: expect.stringMatching(/^[0-9a-f]{32}$/) },
  });
});
test('405 names method and path', async () => {
  const reply = await server.org.send('DELETE', '/me');
  expect(reply).toMatchObject({ status: 405, body: { message: 'DELETE not allowed on /me.' } });
});
