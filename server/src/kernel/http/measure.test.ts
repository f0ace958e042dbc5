import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../test/start-app.ts';
import { MOST_VALUES_IN_BODY, measure } from './measure.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

const many = (piece: string, bytes: number): string =>
  Array.from({ length: Math.floor(bytes / (piece.length + 1)) }, () => piece).join(',');

describe('413 for a body of more values than any request needs, before one of them is made', () => {
  const MIB = 1024 * 1024;
  test.each([
    ['empty lists', `{"id":"x","fields":[${many('[]', 31 * MIB)}]}`],
    ['empty texts', `{"id":"x","fields":[${many('""', 31 * MIB)}]}`],
    ['numbers', `{"id":"x","fields":[${many('1', 8 * MIB)}]}`],
    ['objects', `{"id":"x","fields":[${many('{"a":{}}', 31 * MIB)}]}`],
    ['field names', `{"id":"x","fields":[{${many('"a":0', 8 * MIB)}}]}`],
    ['brackets of other lists', `{"id":"x","other":[${many('[[]]', 8 * MIB)}]}`],
    ['what is no JSON either', `{"id":"x","fields":[${many('', 8 * MIB)}]}`],
  ])('%s', async (_what, body) => {
    const reply = await server.org.send('POST', '/form-submissions/submit', body);
    expect(reply.status).toBe(413);
    expect(reply.body.message).toBe('The body has more than 100000 values. Send it in parts.');
  });

  test('and of an ordinary write', async () => {
    const reply = await server.org.send('POST', '/tags', `{"name":"x","drivers":[${many('""', MIB - 100)}]}`);
    expect(reply.status).toBe(413);
  });
});

test('punctuation inside of text counts for nothing', () => {
  const punctuation = ',[]{}:'.repeat(MOST_VALUES_IN_BODY);
  for (const text of [punctuation, `\\"${punctuation}`, `${punctuation}\\`, `\\\\"${punctuation}\\\\"`])
    expect(() => measure(JSON.stringify({ text, after: [1, 2] }))).not.toThrow();
  expect(() => measure(`"${punctuation}`)).not.toThrow();
});

test('as many values as a body may hold are taken', () => {
  const list = Array.from({ length: MOST_VALUES_IN_BODY - 1 }, () => 0);
  expect(() => measure(JSON.stringify(list.slice(1)))).not.toThrow();
  expect(() => measure(JSON.stringify([...list, 0, 0]))).toThrow('more than 100000 values');
});
