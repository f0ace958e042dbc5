import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../src/kernel/database/database.ts';
import { explanation, saysMissing } from './dialects.ts';
import { type Json, type Operation, Operations, urlOf } from './operations.ts';
import type { Ids } from './probe.ts';
import { idFor, isIdName, makeIds } from './probes.ts';
import { whoeverMay } from './signed-in.ts';
import { type Client, type Reply, startApp, type TestApp } from './start-app.ts';

// Each parameter and each field of every operation, wrong in turn: whatever it is, the answer is a 4xx that says
// so (or it was fine after all), never a 500, and nothing has changed.

let server: TestApp;
let ids: Ids;
let operations: Operations;
let by: (operation: Operation) => Client;
beforeAll(async () => {
  server = await startApp();
  ids = await makeIds(server, server.org);
  by = await whoeverMay(server);
  operations = new Operations(server.app, ids);
});
afterAll(() => server.stop());

const LONG = 'x'.repeat(5000);
const NOBODYS = '0191d1b8-0000-7000-8000-ffffffffffff';
const MANY = Array.from({ length: 101 }, () => NOBODYS);

/** What may come in place of a text in a URL. */
const WRONG_TEXTS = [
  '',
  ' ',
  ',',
  '\0',
  'a\0b',
  "'; drop table person; --",
  '%',
  '\\',
  '\u{1F69A}',
  '-1',
  '0',
  '1e400',
  'NaN',
  '99999999999999999999',
  '9223372036854775808',
  'null',
  'undefined',
  '[object Object]',
  'driver-0',
  'driver-99999999999999999999',
  'user-1',
  ':',
  'a:b',
  '__proto__',
  '2026-02-30T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '10000-01-01T00:00:00Z',
  NOBODYS,
  NOBODYS.toUpperCase(),
  LONG,
];

/** What may come in place of a field of a body. */
const WRONG_VALUES: unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  'a\0b',
  'word',
  '2026-02-30T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '99999999999999999999',
  NOBODYS,
  LONG,
  [],
  {},
  [null],
  MANY,
];

/** Sends with dryRun, so that what was fine after all changes nothing either. */
async function send(
  operation: Operation,
  query: [string, string][],
  path: Json,
  body: unknown,
): Promise<Reply> {
  const all = operation.method === 'GET' ? query : [...query, ['dryRun', 'true'] as [string, string]];
  const text = body === undefined ? undefined : JSON.stringify(body);
  return by(operation).send(operation.method, urlOf(operation, path, all), text);
}

/** A wrong answer in words, or nothing. */
function complaint(reply: Reply, what: string): string[] {
  const good =
    reply.status < 300 ||
    (reply.status >= 400 && reply.status < 500 && (explanation(reply)?.length ?? 1000) < 1000);
  return good ? [] : [`${what}: ${reply.status} ${reply.text.slice(0, 300)}`];
}

/** Every place inside a body where a value may stand, as keys from its top. */
function places(schema: Json, depth = 0): string[][] {
  if (depth > 4) return [];
  if (typeof schema.$ref === 'string') return places(operations.resolved(schema), depth + 1);
  if (schema.type === 'array')
    return [['0'], ...places((schema.items ?? {}) as Json, depth).map((at) => ['0', ...at])];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  return fields.flatMap(([key, inner]) => [[key], ...places(inner, depth).map((at) => [key, ...at])]);
}

/** The body's schema at a place. */
function at(schema: Json, keys: readonly string[]): Json {
  const here = operations.resolved(schema);
  const [key, ...rest] = keys;
  if (key === undefined) return here;
  return at((here.type === 'array' ? here.items : (here.properties as Json)[key]) as Json, rest);
}

/** A copy of the part of a body at `keys[0..from]` with `value` at `keys`; what is on the way there is made up. */
function put(
  operation: Operation,
  part: unknown,
  keys: readonly string[],
  value: unknown,
  from = 0,
): unknown {
  const key = keys[from];
  if (key === undefined) return value;
  const top = operation.body as Json;
  const way = keys.slice(0, from + 1);
  const before = (part as Json | undefined)?.[key] ?? operations.sample(operation, at(top, way), way);
  const next = put(operation, before, keys, value, from + 1);
  return at(top, keys.slice(0, from)).type === 'array' ? [next] : { ...(part as Json), [key]: next };
}

const ledger = async () =>
  (await server.database.rows(sql`select sum(last_seq)::text from org_head`))[0]?.[0];

describe('the sample request of every operation', () => {
  test('has an id of the right kind wherever it may have one', () => {
    const untold = operations.all.flatMap((operation) => {
      const parameters = operation.parameters.map(({ name }) => [name]);
      return [...parameters, ...(operation.body ? places(operation.body) : [])]
        .filter((keys) => isIdName(keys.at(-1) as string) && idFor(operation.name, keys, ids) === undefined)
        .map((keys) => `${operation.name} ${keys.join('.')}`);
    });
    expect(untold).toEqual([]);
  });

  test('finds what it asks for', async () => {
    const odd: string[] = [];
    for (const operation of operations.all) {
      const { query, path, body } = operations.request(operation);
      const reply = await send(operation, query, path, body);
      // What is one’s own alone, no probe has.
      const isMissing = reply.status === 404 && operation.audience === 'scope';
      if (isMissing || reply.status >= 500) odd.push(`${operation.name}: ${reply.text}`);
    }
    expect(odd).toEqual([]);
  });
});

describe('bad input to every operation is a 4xx and changes nothing', () => {
  test('each parameter wrong in turn', { timeout: 900_000 }, async () => {
    const before = await ledger();
    const odd: string[] = [];
    for (const operation of operations.all) {
      const { query, path, body } = operations.request(operation);
      for (const { name, in: place, required } of operation.parameters) {
        if (place === 'header' || name === 'dryRun') continue;
        const others = query.filter(([key]) => key !== name);
        const told = [...WRONG_TEXTS, MANY.join(',')].map(async (text) => {
          const reply =
            place === 'path'
              ? await send(operation, query, { ...path, [name]: text || ' ' }, body)
              : await send(operation, [...others, [name, text]], path, body);
          return complaint(reply, `${operation.name} ${name}=${JSON.stringify(text.slice(0, 50))}`);
        });
        odd.push(...(await Promise.all(told)).flat());
        if (place === 'path') continue;
        const twice = await send(operation, [...others, [name, '1'], [name, '2']], path, body);
        odd.push(...complaint(twice, `${operation.name} ${name} twice`));
        if (!required) continue;
        const missing = await send(operation, others, path, body);
        odd.push(...complaint(missing, `${operation.name} without ${name}`));
        expect(saysMissing(missing, name), `${operation.name} ${missing.text}`).toBe(true);
      }
    }
    expect(odd).toEqual([]);
    expect(await ledger()).toBe(before);
  });

  test('each field wrong in turn', { timeout: 900_000 }, async () => {
    const before = await ledger();
    const odd: string[] = [];
    for (const operation of operations.all) {
      const schema = operation.body;
      if (!schema) continue;
      const { query, path, body } = operations.request(operation);
      const all = places(schema);
      for (const [place, keys] of all.entries()) {
        // The fields of a wide body share the values among them.
        const share = all.length > 20 ? 3 : 1;
        const values = WRONG_VALUES.filter((_value, n) => (n + place) % share === 0);
        const told = values.map(async (value) => {
          const reply = await send(operation, query, path, put(operation, body, keys, value));
          return complaint(
            reply,
            `${operation.name} ${keys.join('.')}=${JSON.stringify(value).slice(0, 50)}`,
          );
        });
        odd.push(...(await Promise.all(told)).flat());
      }
      for (const text of ['', '{', 'null', '[]', '"x"', '1', '{"__proto__":1}', '\u0000']) {
        const reply = await by(operation).send(operation.method, urlOf(operation, path, query), text);
        odd.push(...complaint(reply, `${operation.name} body ${JSON.stringify(text)}`));
        expect(reply.status, operation.name).toBe(400);
      }
      for (const name of (at(schema, []).required ?? []) as string[]) {
        if (at(schema, [name]).default !== undefined) continue;
        const { [name]: _, ...rest } = body as Json;
        const reply = await send(operation, query, path, rest);
        expect(saysMissing(reply, name), `${operation.name} ${reply.text}`).toBe(true);
      }
    }
    expect(odd).toEqual([]);
    expect(await ledger()).toBe(before);
  });
});
