import fc from 'fast-check';
import { expect, test } from 'vitest';
import { List, Type } from '../schema.ts';
import { listParameters, pageOf, splitLists } from './lists.ts';

const item = fc.stringMatching(/^[!-+\--~]([ -+\--~]*[!-+\--~])?$/);

const split = (value: unknown): unknown => {
  const query: Record<string, unknown> = { ids: value, other: 'a,b' };
  splitLists(query, ['ids']);
  expect(query.other).toBe('a,b');
  return query.ids;
};

test('a list is the same with commas, repeated, and mixed', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1 }), fc.infiniteStream(fc.boolean()), (items, cuts) => {
      const mixed: string[] = [];
      for (const text of items) {
        if (mixed.length > 0 && cuts.next().value) mixed.push(`${mixed.pop()},${text}`);
        else mixed.push(text);
      }
      expect(split(items.join(','))).toEqual(items);
      expect(split(items)).toEqual(items);
      expect(split(mixed)).toEqual(items);
      expect(split(items.join(' , '))).toEqual(items);
    }),
  );
});

test.each([
  ['a,,b', ['a', 'b']],
  [',a,', ['a']],
  [
    ['a', '', 'b,'],
    ['a', 'b'],
  ],
  ['', undefined],
  [',', undefined],
  [['', ' '], undefined],
  [undefined, undefined],
])('blanks do not count: %j', (value, items) => expect(split(value)).toEqual(items));

test('only the parameters that are declared as lists are split', () => {
  const query = Type.Object({
    ids: List(Type.String(), { description: 'Ids.' }),
    maybe: Type.Optional(List(Type.String(), { description: 'Ids.' })),
    startTime: Type.String(),
    json: Type.Array(Type.String()),
  });
  expect(listParameters(query)).toEqual(['ids', 'maybe']);
  expect(listParameters(undefined)).toEqual([]);
});

test('a page has a cursor exactly when more follows', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (rows, limit) => {
      const fetched = rows.slice(0, limit + 1);
      const page = pageOf(fetched, limit, (n) => n * 2, String);
      expect(page.data).toEqual(rows.slice(0, limit).map((n) => n * 2));
      const more = rows.length > limit;
      expect(page.pagination).toEqual({ endCursor: more ? String(rows[limit - 1]) : '', hasNextPage: more });
    }),
  );
});
