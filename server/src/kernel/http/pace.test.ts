import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchPace } from './pace.ts';

let server: Server;
let sockets: Socket[];
beforeEach(async () => {
  sockets = [];
  server = createServer((request, response) => {
    if (request.url === '/long') return void setTimeout(() => response.end('late'), 600);
    if (request.url === '/large') return void response.end(Buffer.alloc(64 * 1024 * 1024));
    request.resume().on('end', () => response.end('whole'));
  });
  watchPace(server, { everyMs: 100, leastBytes: 1000, patience: 3, readerPatience: 5, silentMs: 1500 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** Sends `head`, and `piece` again and again until the end; answers what came back before it. */
async function exchange(head: string, piece = '', everyMs = 20, reads = true): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let answer = '';
  if (reads) socket.on('data', (chunk) => (answer += chunk));
  const timer = piece && setInterval(() => socket.write(piece), everyMs);
  const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => {}));
  socket.write(head);
  await Promise.race([
    ended,
    sleep(5000).then(() => answer.includes('whole') || Promise.reject(new Error('open'))),
  ]);
  if (timer) clearInterval(timer);
  return answer;
}

const post = (length: number): string => `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n`;

describe('408 for a body', () => {
  test.each([
    ['that never comes', ''],
    ['that comes byte by byte', 'x'],
    ['in small pieces', 'x'.repeat(30)],
  ])('%s', async (_what, piece) => {
    expect(await exchange(`${post(1_000_000)}\r\n`, piece)).toMatch(/^HTTP\/1.1 408 /);
  });

  test('whose chunks never end', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await exchange(head, '1\r\nx\r\n')).toMatch(/^HTTP\/1.1 408 /);
  });
});

test('200 for a body that is slow, and comes as fast as is asked for', async () => {
  const head = `${post(40_000)}Connection: close\r\n\r\n`;
  expect(await exchange(head, 'x'.repeat(1000), 20)).toContain('whole');
});

test('200 for a request whose answer takes long', async () => {
  expect(await exchange('GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain('late');
});

const connections = () =>
  new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));

test('a reply that nobody reads is cut', async () => {
  void exchange('GET /large HTTP/1.1\r\nHost: x\r\n\r\n', '', 20, false).catch(() => {});
  while ((await connections()) === 0) await sleep(20);
  while ((await connections()) > 0) await sleep(20);
});

test('a reply that is sipped is cut', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket.on('error', () => {}));
  socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
  const timer = setInterval(() => socket.read(Math.min(5, socket.readableLength)), 20);
  while ((await connections()) === 0) await sleep(20);
  while ((await connections()) > 0) await sleep(20);
  clearInterval(timer);
  expect(socket.bytesRead).toBeLessThan(64 * 1024 * 1024);
});

test('200 for a reply that is read slowly, and as fast as is asked for', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.write('GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  let taken = 0;
  for await (const piece of socket) {
    taken += piece.length;
    if (taken % (1024 * 1024) < piece.length) await sleep(30);
  }
  expect(taken).toBeGreaterThan(64 * 1024 * 1024);
});
