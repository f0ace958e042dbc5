import { expect, test } from 'vitest';
import { appliedNow, CheckedLater, Type } from './schema.ts';

test('what is checked later may be anything, and stands in the contract as it is', () => {
  const list = Type.Array(Type.String(), { description: 'Names.' });
  const body = Type.Object({ later: CheckedLater(list), nested: Type.Object({ now: list }) });
  expect(appliedNow(body)).toMatchObject({
    properties: { later: {}, nested: { properties: { now: list } } },
  });
  expect((appliedNow(body) as { properties: { later: object } }).properties.later).toEqual({});
  expect(JSON.parse(JSON.stringify(body.properties.later))).toEqual(JSON.parse(JSON.stringify(list)));
});
