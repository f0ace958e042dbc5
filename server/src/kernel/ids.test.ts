import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNumericId, isUuid, newId, parseExternalId, parsePerson, uuids } from './ids.ts';

const LARGEST = 9223372036854775807n;
const anyBigint = fc.bigInt({ min: 1n, max: LARGEST }).map(String);

test('new ids are UUIDs of version 7, each after the one before', () => {
  const ids = Array.from({ length: 2000 }, newId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('UUIDs', () => {
  test('come back in lower case, each once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 1 }), (ids) => {
        const shouted = ids.map((id, n) => (n % 2 ? id.toUpperCase() : id));
        expect(uuids('ids', [...shouted, ...ids])).toEqual([...new Set(ids)]);
      }),
    );
  });
  test.each([
    '',
    'x',
    '1',
    '018f0000-0000-7000-8000-00000000000',
    '018f0000000070008000000000000000',
    '{018f0000-0000-7000-8000-000000000000}',
    ' 018f0000-0000-7000-8000-000000000000',
    '018f0000-0000-7000-8000-000000000000\n',
    '018g0000-0000-7000-8000-000000000000',
  ])('400 %j', (text) => {
    expect(isUuid(text)).toBe(false);
    expect(() => uuids('courseIds', [newId(), text])).toThrow(/^courseIds: ".*" is not a UUID\.$/s);
  });
  test('400 quotes no more than 60 characters', () => {
    expect(() => uuids('ids', ['x'.repeat(5000)])).toThrow(/^.{0,140}$/);
  });
});

describe('decimal ids', () => {
  test('are those of a bigint', () => {
    fc.assert(
      fc.property(anyBigint, (id) => {
        expect(isNumericId(id)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: LARGEST + 1n, max: LARGEST * 1000n }), (n) => {
        expect(isNumericId(String(n))).toBe(false);
      }),
    );
    for (const text of ['0', '-1', '01', '1.0', '1e3', '', ' 1', '1 ', '1\n', '٣', '0x10', '1'.repeat(1000)])
      expect(isNumericId(text), text).toBe(false);
  });
});

describe('a person', () => {
  test('is a driver, a user, or a bare driver', () => {
    fc.assert(
      fc.property(anyBigint, (id) => {
        expect(parsePerson('learnerIds', id)).toEqual({ kind: 'id', type: 'driver', id });
        expect(parsePerson('learnerIds', `driver-${id}`)).toEqual({ kind: 'id', type: 'driver', id });
        expect(parsePerson('learnerIds', `user-${id}`)).toEqual({ kind: 'id', type: 'user', id });
      }),
    );
  });
  test('may be named by an external id', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => !text.includes(':'));
    fc.assert(
      fc.property(key, fc.string({ minLength: 1 }), (name, value) => {
        expect(parsePerson('learnerIds', `${name}:${value}`)).toEqual({ kind: 'external', key: name, value });
      }),
    );
  });
  test.each([
    '',
    'driver-',
    'driver-0',
    'driver-007',
    'driver--1',
    'driver-x',
    'Driver-5',
    'user-9223372036854775808',
    'asset-5',
    '5-driver',
    '9223372036854775808',
    ':',
    'a:',
    ':a',
    'payroll',
  ])('400 %j', (text) => {
    expect(() => parsePerson('learnerIds', text)).toThrow(/^learnerIds: ".*" is an invalid ID/);
  });
});

test('an external id splits at its first colon', () => {
  expect(parseExternalId('samsara.vin:1:2')).toEqual({ key: 'samsara.vin', value: '1:2' });
  expect(parseExternalId('maintenanceId:a@b_c-d%e+f')).toEqual({
    key: 'maintenanceId',
    value: 'a@b_c-d%e+f',
  });
  for (const text of ['', 'a', ':', 'a:', ':b']) expect(parseExternalId(text), text).toBeUndefined();
});
