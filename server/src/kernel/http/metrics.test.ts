import { get } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

test('200 /metrics stays small when every operation ended in every way', async () => {
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path: path.replaceAll(/\{\w+\}/g, '1'), method })),
  );
  for (const { path, method } of operations)
    for (const token of [server.org.token, 'nobody'])
      await fetch(server.url + path, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${token}` },
      });
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toContain('crewready_http_requests_total{method="GET",route="/tags",status="2xx"}');
  expect(text).toContain('crewready_http_requests_total{method="GET",route="/tags",status="4xx"}');
  expect(text.length).toBeLessThan(400_000);
});

test('200 with links to the host that was asked, or that a trusted proxy was asked', async () => {
  const forwarded = { 'x-forwarded-host': 'crew.example.com', 'x-forwarded-proto': 'https' };
  const next = async (app: TestApp): Promise<string> => {
    for (const title of ['a', 'b'])
      await app.org.send('POST', '/training/package/', { api_id: title, name: title });
    return (await app.org.get('/training/package/?limit=1', forwarded)).body.next;
  };
  expect(await next(server)).toMatch(server.url);
  const behind = await startApp({ trustedProxies: ['127.0.0.0/8', '::1'] });
  expect(await next(behind)).toMatch(/^https:\/\/crew\.example\.com\/training\/package\//);
  await behind.stop();
});

test('400 for a Host that is none, where links are made of it', async () => {
  const { org } = server;
  for (const host of ['evil"><script>', 'a b', 'x/y', 'user@host', 'host:port', '-a.b'])
    expect((await hosted(host)).status, host).toBe(400);
  for (const host of ['example.com', 'fleet_1.local:8080', '127.0.0.1:80', '[::1]:8080'])
    expect((await hosted(host)).status, host).toBe(200);

  function hosted(host: string): Promise<{ status: number | undefined }> {
    const path = '/form-submissions/stream?startTime=2026-01-01T00:00:00Z';
    const headers = { authorization: `Bearer ${org.token}`, host };
    return new Promise((resolve, reject) => {
      get(server.url + path, { headers }, (reply) => {
        reply.resume();
        resolve({ status: reply.statusCode });
      }).on('error', reject);
    });
  }
});
