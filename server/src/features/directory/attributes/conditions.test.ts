import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

let server: TestApp;
let driver: string;
const COUNT = 20;
beforeAll(async () => {
  server = await startApp();
  const body = (name: string) => ({ name, username: name, password: 'long enough to be accepted' });
  driver = (await server.org.send('POST', '/fleet/drivers', body('has-all'))).body.data.id;
  const other = (await server.org.send('POST', '/fleet/drivers', body('has-one'))).body.data.id;
  for (let n = 0; n < COUNT; n += 1) {
    const kind =
      n % 3 === 0
        ? { attributeType: 'number', entities: [{ entityId: driver, numberValues: [n] }] }
        : n % 3 === 1
          ? { attributeType: 'date', entities: [{ entityId: driver, dateValues: ['2026-01-15'] }] }
          : { attributeType: 'text', entities: [{ entityId: driver, stringValues: [`word ${n}`] }] };
    const entities = kind.entities as { entityId: string }[];
    if (n === 0) entities.push({ ...entities[0], entityId: other });
    const made = await server.org.send('POST', '/attributes', {
      name: `A${n}`,
      entityType: 'driver',
      ...kind,
    });
    expect(made.status, made.text).toBe(200);
  }
});
afterAll(() => server.stop());

const condition = (n: number): string =>
  n % 3 === 0
    ? `A${n}:range(${n},${n + 1})`
    : n % 3 === 1
      ? `A${n}:range(2026-01-01,2026-01-31)`
      : `A${n}:word ${n}`;
const find = (conditions: string[]) =>
  server.org.get(
    `/fleet/drivers?${conditions.map((one) => `attributes=${encodeURIComponent(one)}`).join('&')}`,
  );
const ids = async (conditions: string[]): Promise<string[]> =>
  (await find(conditions)).body.data.map(({ id }: { id: string }) => id);

describe('conditions on attributes', () => {
  const all = Array.from({ length: COUNT }, (_, n) => condition(n));

  test('200 with as many as there may be, of every kind', async () => {
    expect(await ids(all)).toEqual([driver]);
    expect(await ids(all.slice(0, 1))).toHaveLength(2);
    expect(await ids([...all.slice(1), 'A0:7'])).toEqual([]);
  });

  test('200 with one that is said twice', async () => {
    expect(await ids(['A0:0', 'A0:range(-1,1)', 'A0:0'])).toHaveLength(2);
  });

  test.each([
    ['/fleet/drivers', 21],
    ['/fleet/drivers', 2000],
    ['/fleet/vehicles', 21],
    ['/fleet/vehicles', 2000],
  ])('400 %s with %d of them, by parameter or in one', async (path, count) => {
    const many = Array.from({ length: count }, (_, n) => `D${n}:${n}`);
    for (const query of [many.map((one) => `attributes=${one}`).join('&'), `attributes=${many.join(',')}`]) {
      const reply = await server.org.get(`${path}?${query}`);
      expect(reply.status).toBe(400);
      expect(reply.body.message).toContain(`${count} conditions; 20 are the most`);
    }
  });

  test('200 whatever their kinds, from one statement', async () => {
    const count = async () =>
      (
        await server.database.rows(sql`
          select count(*)::int from pg_prepared_statements where statement like '%wanted.first_day%' and statement not like '%pg_prepared%'`)
      )[0]?.[0];
    for (let n = 0; n < 40; n += 1) {
      const kinds = Array.from({ length: 10 }, (_, at) => condition(at + ((n >> (at % 6)) % 3)));
      expect((await find(kinds)).status).toBe(200);
    }
    expect(await count()).toBeLessThanOrEqual(1);
  });
});
