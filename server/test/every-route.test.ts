import diagnostics from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from './start-app.ts';

// Whatever the server registers is asked, that of plugins too: nothing of it fails, or answers nothing.

const routes = new Map<string, { public: boolean }>();
let server: TestApp;
beforeAll(async () => {
  const onFastify = (message: unknown): void => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url, config }) => {
      // Methods that a path does not have are public, and refused.
      for (const one of [method].flat())
        if (!config?.public || one === 'GET')
          routes.set(`${one} ${url}`, { public: config?.public === true || url.startsWith('/docs') });
    });
  };
  diagnostics.subscribe('fastify.initialization', onFastify);
  server = await startApp();
  diagnostics.unsubscribe('fastify.initialization', onFastify);
});
afterAll(() => server.stop());

test('every route answers without a token and with one, and none with a 5xx', async () => {
  const wrong: string[] = [];
  for (const [name, { public: open }] of routes) {
    const [method, url] = name.split(' ') as [string, string];
    const path = url.replaceAll(/:\w+/g, '1').replace('*', 'word');
    for (const token of [undefined, server.org.token]) {
      const headers = token ? { authorization: `Bearer ${token}` } : undefined;
      const reply = await fetch(server.url + path, { method, headers, redirect: 'manual' });
      const { status } = reply;
      const text = await reply.text();
      if (status >= 500) wrong.push(`${name}: ${status} ${text}`);
      if (method === 'GET' && status === 200 && text === '') wrong.push(`${name}: nothing`);
      if (!open && !token && status !== 401) wrong.push(`${name} without a token: ${status}`);
      if (reply.headers.get('access-control-allow-origin')) wrong.push(`${name}: open to other origins`);
    }
  }
  expect(wrong).toEqual([]);
  const names = [...routes.keys()];
  for (const name of [
    'GET /docs/openapi.json',
    'GET /docs/openapi.yaml',
    'GET /openapi.json',
    'GET /metrics',
  ])
    expect(names).toContain(name);
  expect(names.length).toBeGreaterThan(150);
});
