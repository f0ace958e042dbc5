import type { Json } from '../operations.ts';
import type { Random } from '../replica/random.ts';

/** Text as it stands in JSON, for what no value of JavaScript becomes: odd numbers, fields twice. */
export class Raw {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

const long = (character: string, times: number): string => character.repeat(times);

/** What has broken programs before. */
const NASTY: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  [null],
  [[[[]]]],
  { a: { b: [{}] } },
  new Raw('-0'),
  new Raw('1e400'),
  new Raw('1E-400'),
  new Raw('9007199254740993'),
  new Raw('4001.0'),
  new Raw('{"a":1,"a":2}'),
  new Raw('"\\ud800"'),
  new Raw('"\\u0000"'),
  2 ** 31,
  2 ** 63,
  -(2 ** 63),
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  'null',
  'true',
  'NaN',
  'undefined',
  '__proto__',
  'constructor',
  "' or 1=1; --",
  '{{7*7}}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=1+1',
  long('a', 256),
  long('é', 5000),
  long('x', 11_000),
  long('\u{1F69A}', 200),
  'e\u0301\u0301\u0301',
  '\u200b',
  '\u202egnp',
  '\ufeff',
  'a\u0000b',
  'line\r\nfeed\ttab',
  'driver-0',
  'driver-1',
  'user-99999999999999999999',
  'key:value',
  ':',
  'a:',
  '9223372036854775807',
  '9223372036854775808',
  '018f0000-0000-7000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2024-02-30T00:00:00Z',
  '2026-03-29T02:30:00+01:00',
  '2026-06-31',
  '1970-01-01T00:00:00-23:59',
  '+275760-09-13T00:00:00Z',
  'Europe/Berlin',
  'Mars/Base',
  '* * * * *',
  '0 0 31 2 *',
];

export const nasty = (random: Random): unknown =>
  random.chance(0.05)
    ? Array.from({ length: random.pick([2, 101, 2001]) }, () => random.code())
    : random.pick(NASTY);

/** A value that fits a schema by its own words, for what need not be there and has no id. */
export function fitting(random: Random, schema: Json, resolve: (schema: Json) => Json, depth = 0): unknown {
  const of = resolve(schema);
  if (of.anyOf) return fitting(random, random.pick(of.anyOf as Json[]), resolve, depth);
  if (of.enum) return random.pick(of.enum as unknown[]);
  if (of.const !== undefined) return of.const;
  if (of.type === 'boolean') return random.chance(0.5);
  if (of.type === 'integer' || of.type === 'number') return numberIn(random, of);
  if (of.type === 'array') {
    const most = Math.min(Number(of.maxItems ?? 3), 3);
    const count = Math.max(Number(of.minItems ?? 0), random.below(most + 1));
    if (depth > 4) return [];
    return Array.from({ length: count }, () => fitting(random, (of.items ?? {}) as Json, resolve, depth + 1));
  }
  if (of.type === 'object') {
    const required = new Set((of.required ?? []) as string[]);
    const fields = Object.entries((of.properties ?? {}) as Record<string, Json>);
    const kept = fields.filter(([name]) => required.has(name) || (depth < 4 && random.chance(0.3)));
    return Object.fromEntries(
      kept.map(([name, inner]) => [name, fitting(random, inner, resolve, depth + 1)]),
    );
  }
  return textFor(random, of);
}

function numberIn(random: Random, { type, minimum = 0, maximum = 1000 }: Json): number {
  const [least, most] = [Number(minimum), Number(maximum)];
  if (random.chance(0.2)) return random.pick([least, most]);
  const value = least + random.next() * (most - least);
  return type === 'integer' ? Math.floor(value) : Math.round(value * 100) / 100;
}

function textFor(random: Random, { format, maxLength, examples }: Json): string {
  if (format === 'date-time' || (examples && random.chance(0.8))) return random.time();
  if (format === 'date') return random.time().slice(0, 10);
  if (format === 'uuid') return '018f0000-0000-7000-8000-000000000000';
  const text = random.chance(0.3) ? random.time() : random.text();
  return maxLength ? text.slice(0, Number(maxLength)) : text;
}
