import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../auth.ts';
import { boundLargeBodies } from './large-bodies.ts';
import { sendError } from './replies.ts';

const SIZE = 2 * 1024 * 1024;
let app: FastifyInstance;
let port: number;
/** How many bodies have come as a whole. */
let read: number;
/** How many are being read, or were. */
let inHand: number;
const until = async (count: number): Promise<void> => {
  while (inHand < count) await sleep(5);
};
const open = new Set<ClientRequest>();

beforeEach(async () => {
  app = Fastify();
  read = 0;
  inHand = 0;
  app.decorateRequest('caller');
  app.addHook('onRequest', async (incoming) => {
    incoming.caller = { orgId: String(incoming.headers.org) } as Caller;
  });
  boundLargeBodies(app, 300);
  app.addHook('preParsing', async () => {
    inHand += 1;
  });
  app.setErrorHandler((error: FastifyError, incoming, reply) => sendError(error, incoming, reply, undefined));
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async () => {
    read += 1;
  });
  app.post('/large', { bodyLimit: 4 * SIZE }, async () => ({}));
  app.post('/usual', async () => ({}));
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as { port: number }).port;
});
afterEach(async () => {
  for (const one of open) one.destroy();
  open.clear();
  await app.close();
});

/** Sends the head and the beginning of a body; `end` sends the rest. */
function begin(
  orgId: string,
  path = '/large',
  headers: Record<string, string> = { 'content-length': String(SIZE) },
) {
  const sent = request({
    port,
    path,
    method: 'POST',
    headers: { org: orgId, 'content-type': 'x/y', ...headers },
  });
  open.add(sent);
  sent.on('error', () => {});
  const replied = once(sent, 'response').then(([reply]) => {
    (reply as IncomingMessage).resume();
    return reply as IncomingMessage;
  });
  replied.catch(() => {});
  sent.write('x');
  return {
    replied,
    end: () => void sent.end('x'.repeat(SIZE - 1)),
    leave: () => void sent.destroy(),
  };
}
const status = async ({ replied }: { replied: Promise<IncomingMessage> }) => (await replied).statusCode;

test('503 with Retry-After for a third large body of an organization, while another’s is read', async () => {
  const held = [begin('1'), begin('1')];
  await until(2);
  const third = begin('1');
  const { statusCode, headers } = await third.replied;
  expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
  const other = begin('2');
  other.end();
  expect(await status(other)).toBe(200);
  for (const one of held) one.end();
  expect(await Promise.all(held.map(status))).toEqual([200, 200]);
});

test('503 for a fifth of all organizations, and for one that does not say its length', async () => {
  const held = [begin('1'), begin('1'), begin('2'), begin('3', '/large', {})];
  await until(4);
  expect(await status(begin('4'))).toBe(503);
  for (const one of held.slice(0, 3)) one.end();
  expect(await Promise.all(held.slice(0, 3).map(status))).toEqual([200, 200, 200]);
});

test('200 for each of many in turn, none of which is lost', async () => {
  const all = Array.from({ length: 12 }, (_, n) => begin(String(n % 3)));
  for (const one of all) one.end();
  expect(await Promise.all(all.map(status))).toEqual(Array(12).fill(200));
  expect(read).toBe(12);
});

test('200 for the next once one that was half sent has left', async () => {
  const held = [begin('1'), begin('1')];
  await until(2);
  expect(await status(begin('1'))).toBe(503);
  held[0]?.leave();
  const next = begin('1');
  next.end();
  expect(await status(next)).toBe(200);
});

test('200 for what is small, and where no body may be large', async () => {
  for (const _ of [1, 2, 3, 4]) begin('1');
  for (const [path, length] of [
    ['/large', 5],
    ['/usual', 500_000],
  ] as const) {
    const usual = begin('1', path, { 'content-length': String(length) });
    const [sent] = [...open].slice(-1);
    sent?.end('x'.repeat(length - 1));
    expect(await status(usual)).toBe(200);
  }
});
