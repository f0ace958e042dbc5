import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../src/kernel/database.ts';
import { explanation, saysMissing } from './dialects.ts';
import { type Ids, makeIds, nobodys } from './ids.ts';
import { type Reply, startApp, type TestApp } from './start-app.ts';

// Each parameter and each field of every operation, wrong in turn: whatever it is, the answer is a 4xx that says
// so (or it was fine after all), never a 500, and nothing has changed.

type Json = Record<string, unknown>;
interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: Json;
}
interface Operation {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: Json | undefined;
}

let server: TestApp;
let ids: Ids;
let operations: Operation[];
let components: Record<string, Json>;
beforeAll(async () => {
  server = await startApp();
  ids = await makeIds(server, server.org);
  // biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
  const document = server.app.swagger() as any;
  components = document.components.schemas;
  operations = Object.entries<Record<string, Json>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters: (operation.parameters ?? []) as Parameter[],
      // biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
      body: (operation.requestBody as any)?.content['application/json']?.schema,
    })),
  );
});
afterAll(() => server.stop());

/** A value that fits a schema well enough to get past validation more often than not. */
function sample(schema: Json, name: string, path: string, depth = 0): unknown {
  if (typeof schema.$ref === 'string') {
    const component = components[schema.$ref.split('/').at(-1) as string] as Json;
    return depth > 3 ? undefined : sample(component, name, path, depth + 1);
  }
  if (schema.enum) return (schema.enum as unknown[])[0];
  if (schema.anyOf) return sample((schema.anyOf as Json[])[0] as Json, name, path, depth);
  switch (schema.type) {
    case 'object': {
      const required = new Set((schema.required ?? []) as string[]);
      const fields = Object.entries((schema.properties ?? {}) as Record<string, Json>);
      const kept = fields.filter(([key]) => required.has(key));
      return Object.fromEntries(kept.map(([key, inner]) => [key, sample(inner, key, path, depth)]));
    }
    case 'array':
      return [sample((schema.items ?? {}) as Json, name, path, depth)];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    default:
      return sampleText(name, path);
  }
}

/** An id of the kind that a name or path speaks of, a time, or a word. */
function sampleText(name: string, path: string): string {
  if (/(Time|Date)$/.test(name)) return '2030-01-01T00:00:00Z';
  if (/^learner/.test(name)) return `driver-${ids.driver}`;
  if (/^(person|manager)_api_id$/.test(name)) return `driver-${ids.driver}`;
  if (name === 'package_api_id') return ids.course;
  if (name === 'api_id')
    return /record/.test(path) ? ids.assignment : /package/.test(path) ? ids.course : `driver-${ids.driver}`;
  if (/^ids?$/.test(name)) {
    const kinds: [RegExp, keyof Ids][] = [
      [/qualification-types/, 'qualificationType'],
      [/qualification-records/, 'qualificationRecord'],
      [/assignments/, 'assignment'],
      [/courses/, 'course'],
      [/drivers/, 'driver'],
      [/vehicles/, 'vehicle'],
      [/users/, 'user'],
      [/tags/, 'tag'],
      [/attributes/, 'attribute'],
      [/form-templates/, 'formTemplate'],
      [/form-submissions/, 'formSubmission'],
      [/reports.configs/, 'reportConfig'],
      [/reports.runs/, 'reportRun'],
      [/reports.schedules/, 'reportSchedule'],
    ];
    return ids[kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'tag'];
  }
  if (/^customReportId/.test(name)) return ids.reportConfig;
  const kind = (Object.keys(ids) as (keyof Ids)[]).find((key) => new RegExp(`^${key}Ids?$`, 'i').test(name));
  return kind ? ids[kind] : 'word';
}

const LONG = 'x'.repeat(5000);
const MANY = Array.from({ length: 101 }, () => nobodys.course);

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
  nobodys.course,
  nobodys.course.toUpperCase(),
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
  nobodys.course,
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
  const url = operation.path.replace(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(String(path[name])));
  const all = operation.method === 'GET' ? query : [...query, ['dryRun', 'true'] as [string, string]];
  const text = body === undefined ? undefined : JSON.stringify(body);
  return server.org.send(operation.method, `${url}?${new URLSearchParams(all)}`, text);
}

/** A wrong answer in words, or nothing. */
function complaint(reply: Reply, what: string): string[] {
  const good =
    reply.status < 300 ||
    (reply.status >= 400 && reply.status < 500 && (explanation(reply)?.length ?? 1000) < 1000);
  return good ? [] : [`${what}: ${reply.status} ${reply.text.slice(0, 300)}`];
}

/** The operation's own sample request. */
function request(operation: Operation): { query: [string, string][]; path: Json; body: unknown } {
  const query: [string, string][] = [];
  const path: Json = {};
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place === 'path') path[name] = sample(schema, name, operation.path);
    else if (place === 'query' && required)
      query.push([name, [sample(schema, name, operation.path)].flat().join(',')]);
  }
  return { query, path, body: operation.body && sample(operation.body, '', operation.path) };
}

/** Every place inside a body where a value may stand, as keys from its top. */
function places(schema: Json, depth = 0): string[][] {
  if (depth > 4) return [];
  if (typeof schema.$ref === 'string')
    return places(components[schema.$ref.split('/').at(-1) as string] as Json, depth + 1);
  if (schema.type === 'array')
    return [['0'], ...places((schema.items ?? {}) as Json, depth).map((at) => ['0', ...at])];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  return fields.flatMap(([key, inner]) => [[key], ...places(inner, depth).map((at) => [key, ...at])]);
}

/** The body's schema at a place. */
function at(schema: Json, keys: string[]): Json {
  if (typeof schema.$ref === 'string')
    return at(components[schema.$ref.split('/').at(-1) as string] as Json, keys);
  const [key, ...rest] = keys;
  if (key === undefined) return schema;
  const inner = schema.type === 'array' ? schema.items : (schema.properties as Json)[key];
  return at(inner as Json, rest);
}

/** A copy of `body` with `value` at a place; what is on the way there is made up. */
function put(schema: Json, body: unknown, keys: string[], value: unknown, path: string): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const inner = at(schema, [key]);
  const before = (body as Json | undefined)?.[key] ?? sample(inner, key, path);
  const next = put(inner, before, rest, value, path);
  return Array.isArray(body) || at(schema, []).type === 'array' ? [next] : { ...(body as Json), [key]: next };
}

const ledger = async () =>
  (await server.database.rows(sql`select sum(last_seq)::text from org_head`))[0]?.[0];

describe('bad input to every operation is a 4xx and changes nothing', () => {
  test('each parameter wrong in turn', { timeout: 180_000 }, async () => {
    const before = await ledger();
    const odd: string[] = [];
    for (const operation of operations) {
      const { query, path, body } = request(operation);
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

  test('each field wrong in turn', { timeout: 180_000 }, async () => {
    const before = await ledger();
    const odd: string[] = [];
    for (const operation of operations) {
      const schema = operation.body;
      if (!schema) continue;
      const { query, path, body } = request(operation);
      const all = places(schema);
      for (const [place, keys] of all.entries()) {
        // The fields of a wide body share the values among them.
        const share = all.length > 20 ? 3 : 1;
        const values = WRONG_VALUES.filter((_value, n) => (n + place) % share === 0);
        const told = values.map(async (value) => {
          const reply = await send(operation, query, path, put(schema, body, keys, value, operation.path));
          return complaint(
            reply,
            `${operation.name} ${keys.join('.')}=${JSON.stringify(value).slice(0, 50)}`,
          );
        });
        odd.push(...(await Promise.all(told)).flat());
      }
      for (const text of ['', '{', 'null', '[]', '"x"', '1', '{"__proto__":1}', '\u0000']) {
        const url = operation.path.replace(/\{(\w+)\}/g, (_all, name) => String(path[name]));
        const reply = await server.org.send(operation.method, `${url}?${new URLSearchParams(query)}`, text);
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
