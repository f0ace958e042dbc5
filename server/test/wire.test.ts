import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Operation, Operations, urlOf } from './operations.ts';
import type { Ids } from './probe.ts';
import { makeIds } from './probes.ts';
import { whoeverMay } from './signed-in.ts';
import { type Client, startApp, type TestApp } from './start-app.ts';

// What holds for the wire of every operation, whichever feature has it.

let server: TestApp;
let operations: Operations;
let by: (operation: Operation) => Client;
beforeAll(async () => {
  server = await startApp();
  const ids: Ids = await makeIds(server, server.org);
  by = await whoeverMay(server);
  operations = new Operations(server.app, ids);
});
afterAll(() => server.stop());

const lists = ({ parameters }: Operation) =>
  parameters.filter(({ in: place, schema }) => place === 'query' && schema.type === 'array');

test('200 HEAD answers what GET does, without a body', async () => {
  const odd: unknown[] = [];
  const varying = ['date', 'x-request-id', 'keep-alive', 'connection', 'transfer-encoding', 'content-length'];
  // A body that is not sent is not compressed either.
  const plain = { 'accept-encoding': 'identity' };
  const told = (headers: Headers) =>
    [...headers]
      .filter(([name]) => !varying.includes(name))
      // A reply that says when it was asked has another tag each time.
      .map(([name, value]) => (name === 'etag' ? name : `${name}: ${value}`));
  const reads = operations.all.filter(({ method }) => method === 'GET');
  expect(reads.length).toBeGreaterThan(30);
  for (const operation of reads) {
    const { query, path } = operations.request(operation);
    const url = urlOf(operation, path, query);
    const [get, head] = [
      await by(operation).get(url, plain),
      await by(operation).send('HEAD', url, undefined, plain),
    ];
    if (get.status !== head.status || head.text !== '') odd.push([operation.name, get.status, head.status]);
    expect(told(head.headers), operation.name).toEqual(told(get.headers));
    const length = head.headers.get('content-length');
    // A stream is not begun for nobody; links in a body may differ by their signature, never by length.
    if (length !== null) expect(Number(length), operation.name).toBe(Buffer.byteLength(get.text));
  }
  expect(odd).toEqual([]);
});

test('401 HEAD without a token, 403 without the scope, 405 where there is no GET', async () => {
  const anyone = await fetch(`${server.url}/tags`, { method: 'HEAD' });
  expect(anyone.status).toBe(401);
  const other = await server.org.withScopes(['Read Training Records']);
  expect((await other.send('HEAD', '/tags')).status).toBe(403);
  const reply = await server.org.send('HEAD', '/preview/training-assignments');
  expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'PATCH, DELETE']);
});

test('404 below a resource for what is no id, whatever the method', async () => {
  const words = [
    'stats',
    'auth-token',
    'driver-assignments',
    'a b',
    '-1',
    '1.5',
    ':',
    'a:',
    ':b',
    'me',
    '%C3%A4',
  ];
  const resources = [
    ...new Set(operations.all.map(({ path }) => path).filter((path) => path.endsWith('/{id}'))),
  ];
  expect(resources.length).toBeGreaterThan(4);
  const odd: string[] = [];
  for (const path of resources)
    for (const word of words)
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const reply = await server.org.send(
          method,
          path.replace('{id}', word),
          method === 'GET' ? undefined : {},
        );
        if (reply.status !== 404 || reply.body.message !== '404 page not found')
          odd.push(`${method} ${path} ${word}: ${reply.status} ${reply.text}`);
      }
  expect(odd).toEqual([]);
});

test('404 naming the object for an id that nobody has, also an external one', async () => {
  const uuid = '0191d1b8-0000-7000-8000-ffffffffffff';
  for (const path of ['/fleet/vehicles', '/fleet/drivers', '/tags'])
    for (const id of ['1', '99999999999999999999', 'badge:x', 'a:b:c', uuid]) {
      const reply = await server.org.get(`${path}/${id}`);
      expect([reply.status, reply.body.message]).toEqual([
        404,
        expect.stringMatching(/^Object not found\. No /),
      ]);
    }
});

test('a list is the same in brackets, at every operation', async () => {
  const odd: string[] = [];
  let asked = 0;
  for (const operation of operations.all)
    for (const { name } of lists(operation)) {
      const { query, path, body } = operations.request(operation);
      const others = query.filter(([key]) => key !== name);
      const send = async (...own: [string, string][]) => {
        const dry = operation.method === 'GET' ? [] : [['dryRun', 'true'] as [string, string]];
        const url = urlOf(operation, path, [...others, ...own, ...dry]);
        const reply = await by(operation).send(operation.method, url, body);
        return `${reply.status} ${reply.body?.message ?? ''}`;
      };
      const wrong = ['%wrong', '%worse'] as const;
      const plain = await send([name, wrong[0]], [name, wrong[1]]);
      asked += 1;
      for (const keys of [
        [`${name}[]`, `${name}[]`],
        [`${name}[0]`, `${name}[1]`],
      ] as const) {
        const bracketed = await send([keys[0], wrong[0]], [keys[1], wrong[1]]);
        if (bracketed !== plain) odd.push(`${operation.name} ${keys}: ${bracketed} instead of ${plain}`);
      }
    }
  expect(odd).toEqual([]);
  expect(asked).toBeGreaterThan(30);
});

test('400 for brackets after any parameter of one value', async () => {
  const odd: string[] = [];
  for (const operation of operations.all)
    for (const { name, in: place, schema } of operation.parameters) {
      if (place !== 'query' || schema.type === 'array') continue;
      const { query, path, body } = operations.request(operation);
      const dry: [string, string][] =
        operation.method === 'GET' || name === 'dryRun' ? [] : [['dryRun', 'true']];
      const own: [string, string][] = [...query.filter(([key]) => key !== name), [`${name}[]`, '1'], ...dry];
      const reply = await by(operation).send(operation.method, urlOf(operation, path, own), body);
      if (reply.status !== 400 || !reply.text.includes('without brackets'))
        odd.push(`${operation.name} ${name}: ${reply.text}`);
    }
  expect(odd).toEqual([]);
});
