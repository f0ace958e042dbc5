import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Binding, Cursors } from './cursor.ts';

const cursors = new Cursors(Buffer.alloc(32, 1));
const now = new Date('2026-11-21T09:00:00Z');
const DAY_MS = 86_400_000;
const later = (days: number): Date => new Date(now.getTime() + days * DAY_MS);

const BAD = 'invalid or expired pagination cursor';
const DIFFERS = 'Parameters differ from previous paginated request.';

/** Any text, halves of surrogate pairs and NULs included. */
const anyText = fc.string({ unit: 'binary' });
const anyKey = fc.array(anyText, { maxLength: 4 });
const anyValue = fc.oneof(
  anyText,
  fc.boolean(),
  fc.integer(),
  fc.constant(undefined),
  fc.constant(null),
  fc.array(anyText, { minLength: 1, maxLength: 5 }),
);
const anyBinding: fc.Arbitrary<Binding> = fc.dictionary(fc.string({ maxLength: 8 }), anyValue, {
  maxKeys: 4,
});

describe('a cursor', () => {
  test('gives back any key', () => {
    fc.assert(
      fc.property(anyKey, anyBinding, (key, binding) => {
        expect(cursors.open(cursors.seal(key, binding, now), binding, now)).toEqual(key);
      }),
    );
  });

  test('travels in a URL as it is', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(cursors.seal(key, {}, now)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  test('does not mind the order or repetition of parameters and list items', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyText, { minLength: 1 }), anyBinding, (ids, rest) => {
        const cursor = cursors.seal(['k'], { ids, zz: 1, ...rest }, now);
        const turned = Object.fromEntries(
          Object.entries({ ids: [...ids, ...ids].reverse(), zz: 1, ...rest }).reverse(),
        );
        expect(cursors.open(cursor, turned, now)).toEqual(['k']);
      }),
    );
  });

  test('takes a parameter that is undefined or null for one that is absent', () => {
    const cursor = cursors.seal(['k'], { a: 'x', b: undefined, c: null }, now);
    expect(cursors.open(cursor, { a: 'x' }, now)).toEqual(['k']);
  });

  test('is refused when any one character is another', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ .%é\0'.split('');
    const cursor = cursors.seal(['2026-11-21 09:00:00.123456+00', 'id'], { orgId: '1' }, now);
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...letters), (place, letter) => {
        fc.pre(cursor[place] !== letter);
        const changed = cursor.slice(0, place) + letter + cursor.slice(place + 1);
        expect(() => cursors.open(changed, { orgId: '1' }, now)).toThrow(BAD);
      }),
      { numRuns: 1000 },
    );
  });

  test('is refused when cut, lengthened or nothing like one', () => {
    const cursor = cursors.seal(['key'], {}, now);
    for (let length = 0; length < cursor.length; length += 1)
      expect(() => cursors.open(cursor.slice(0, length), {}, now)).toThrow(BAD);
    for (const text of [`${cursor}A`, `${cursor}=`, ` ${cursor}`, `${cursor}${cursor}`, 'null', '{}'])
      expect(() => cursors.open(text, {}, now)).toThrow(BAD);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => cursors.open(text, {}, now)).toThrow(BAD);
      }),
    );
  });

  test('is refused when signed by another server', () => {
    const cursor = new Cursors(Buffer.alloc(32, 2)).seal(['key'], {}, now);
    expect(() => cursors.open(cursor, {}, now)).toThrow(BAD);
  });

  test('lives 30 days', () => {
    const cursor = cursors.seal(['key'], {}, now);
    expect(cursors.open(cursor, {}, later(30))).toEqual(['key']);
    expect(() => cursors.open(cursor, {}, later(31))).toThrow(BAD);
    // Another process's clock may be a little behind.
    expect(cursors.open(cursor, {}, later(-1))).toEqual(['key']);
  });

  test('is refused with other parameters, another operation or another organization', () => {
    const binding = { operation: 'list', orgId: '1', ids: ['a', 'b'], isOverdue: true };
    const cursor = cursors.seal(['key'], binding, now);
    const others: Binding[] = [
      { ...binding, orgId: '2' },
      { ...binding, operation: 'stream' },
      { ...binding, ids: ['a'] },
      { ...binding, ids: ['a', 'b', 'c'] },
      { ...binding, ids: ['a,b'] },
      { ...binding, ids: 'a,b' },
      { ...binding, ids: undefined },
      { ...binding, isOverdue: false },
      { ...binding, more: '' },
    ];
    for (const other of others) expect(() => cursors.open(cursor, other, now)).toThrow(DIFFERS);
  });

  test('is refused with any other binding', () => {
    const shown = (binding: Binding): string =>
      JSON.stringify(
        Object.keys(binding)
          .sort()
          .filter((name) => binding[name] !== undefined && binding[name] !== null)
          .map((name) => {
            const value = binding[name];
            return [name, Array.isArray(value) ? [...new Set(value)].sort() : String(value)];
          }),
      );
    fc.assert(
      fc.property(anyBinding, anyBinding, (one, other) => {
        fc.pre(shown(one) !== shown(other));
        expect(() => cursors.open(cursors.seal(['k'], one, now), other, now)).toThrow(DIFFERS);
      }),
    );
  });
});
