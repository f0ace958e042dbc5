import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from './builders.ts';
import { startApp, type TestApp } from './start-app.ts';

// How often a write asks PostgreSQL, whose answers are what a write waits for.

let server: TestApp;
let ids: string;
const sent: string[] = [];
beforeAll(async () => {
  server = await startApp();
  listen(server.database.pool);
  const people = await makePeople(server, server.org, 100);
  const assignments = await makeAssignments(server.org, (await makeCourse(server.org)).id, people);
  ids = assignments.map(({ id }) => id).join();
});
afterAll(() => server.stop());

/** Notes every statement of a pool, those of its transactions too. */
function listen(pool: pg.Pool): void {
  const heard = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const query = client.query.bind(client) as (...all: unknown[]) => unknown;
    client.query = ((...all: unknown[]) => {
      const [statement] = all as [string | { text: string }];
      sent.push(typeof statement === 'string' ? statement : statement.text);
      return query(...all);
    }) as typeof client.query;
  });
}

/** What a write sends, but for what is kept a second and noted a minute: who the token is, and its last use. */
async function statementsOf(dueAtTime: string, headers: Record<string, string> = {}): Promise<string[]> {
  sent.length = 0;
  const path = `/training-assignments?ids=${ids}&dueAtTime=${dueAtTime}`;
  const reply = await server.org.send('PATCH', path, undefined, headers);
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body.data).toHaveLength(100);
  return sent
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => !/ from token where hash|^update token set last_used_at/.test(text));
}

test('100 assignments change in five statements: begin, the lock, the change, the ledger, commit', async () => {
  const statements = await statementsOf('2031-01-01T00:00:00Z');
  expect(statements.map((text) => text.slice(0, 40))).toHaveLength(5);
  expect(statements[0]).toMatch(/^begin/);
  expect(statements[4]).toBe('commit');
});

test('and in no more than seven with an Idempotency-Key', async () => {
  const statements = await statementsOf('2032-01-01T00:00:00Z', { 'idempotency-key': 'once' });
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(7);
});
