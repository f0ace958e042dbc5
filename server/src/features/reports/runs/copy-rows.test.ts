import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database.ts';
import { copyOut } from '../../../kernel/database/copy.ts';
import { sql } from '../../../kernel/database/database.ts';
import { BETWEEN, PAGE_ROWS, pagesOf, pageText } from './rows.ts';

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase(2);
});
afterAll(() => clone.drop());

const HEADS = [
  { name: 'text', dataType: 'string' },
  { name: 'number', dataType: 'float' },
  { name: 'whole', dataType: 'integer' },
  { name: 'time', dataType: 'timestamp' },
] as const;

/** Any text that PostgreSQL can hold. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\\', '"', '\t', '\n', '\v', '\u0001', 'N', ',', '🚚') }),
  )
  .filter((value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value));
const time = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const row = fc.tuple(
  fc.option(text),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.option(fc.maxSafeInteger()),
  fc.option(time),
);

test('any rows come out of COPY as the JSON of their values', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.nat(3000), async (rows, more) => {
      const copy = await copyOut(
        clone.database,
        sql`select * from (
          select * from unnest(${rows.map(([value]) => value)}::text[], ${rows.map(([, value]) => value)}::float8[],
            ${rows.map(([, , value]) => value)}::bigint[],
            ${rows.map(([, , , value]) => value?.toISOString() ?? null)}::timestamptz[])
          union all select null, 'NaN'::float8, n, 'infinity' from generate_series(1, ${more}) n) all_rows`,
      );
      const pages: unknown[][][] = [];
      for await (const { body, rows } of pagesOf(copy.chunks, HEADS)) {
        pages.push(JSON.parse(`[${await pageText(body)}]`));
        expect(pages.at(-1)).toHaveLength(rows);
      }
      await copy.close();
      const expected: unknown[][] = rows.map(([a, b, c, d]) => [
        a,
        b,
        c,
        d?.toISOString().replace('.000Z', 'Z') ?? null,
      ]);
      for (let n = 1; n <= more; n += 1) expected.push([null, null, n, null]);
      // JSON has one zero.
      expect(JSON.stringify(pages.flat())).toBe(JSON.stringify(expected).replaceAll('-0,', '0,'));
      expect(pages.slice(0, -1).every((page) => page.length === PAGE_ROWS)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('rows of a page are told apart by what stands between them', () => {
  expect(JSON.stringify(['a,\nb'])).not.toContain(BETWEEN);
});

test('values of a statement reach COPY as they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 5 }), text, async (texts, one) => {
      const copy = await copyOut(
        clone.database,
        sql`select ${one}::text, array_to_json(${texts}::text[])::text`,
      );
      const pages: unknown[] = [];
      for await (const { body } of pagesOf(copy.chunks, [HEADS[0], HEADS[0]]))
        pages.push(...JSON.parse(`[${await pageText(body)}]`));
      await copy.close();
      expect(pages).toHaveLength(1);
      const [first, list] = pages[0] as [string, string];
      expect([first, JSON.parse(list)]).toEqual([one, texts]);
    }),
    { numRuns: 40 },
  );
});
