import { ApiError, invalid } from '../errors.ts';
import { gatherRepeated, listParameters, repeatedParameters, splitLists } from '../pages/lists.ts';
import { printable } from '../text.ts';

type Query = Record<string, unknown>;

/** Beyond this many values a list parameter is 414, as the public documentation says. */
const MOST_VALUES = 2000;

/** The words that the vendor's framework reads as true and false; `True` is what Python sends. */
const TRUE: readonly unknown[] = ['true', 'True', 'TRUE', 't', 'T', '1'];
const FALSE: readonly unknown[] = ['false', 'False', 'FALSE', 'f', 'F', '0'];

/** What to do about a parameter that is neither. */
export const USE_BOOLEAN = `use true or false (or ${[...TRUE.slice(1), ...FALSE.slice(1)].join(', ')})`;

/** Text of a query as true or false; undefined when it is neither. */
export function toBoolean(text: unknown): boolean | undefined {
  if (TRUE.includes(text)) return true;
  return FALSE.includes(text) ? false : undefined;
}

/**
 * Rewrites a query's text as the lists and booleans that its schema names, in every spelling that clients use, and
 * takes out what the schema does not name: nobody has checked it.
 */
export function readQuery(query: Query, schema: unknown): void {
  const properties = (schema as { properties?: Record<string, { type?: unknown }> } | undefined)?.properties;
  if (!properties) return;
  const split = listParameters(schema);
  const repeated = repeatedParameters(schema);
  gatherBracketed(query, Object.keys(properties), new Set([...split, ...repeated]));
  splitLists(query, split);
  gatherRepeated(query, repeated);
  for (const name of split) {
    const values = query[name];
    if (Array.isArray(values) && values.length > MOST_VALUES)
      throw new ApiError(414, `${name} has more than ${MOST_VALUES} values.`);
  }
  for (const name of Object.keys(query)) if (!Object.hasOwn(properties, name)) delete query[name];
  for (const [name, { type }] of Object.entries(properties))
    if (type === 'boolean' && query[name] !== undefined) query[name] = toBoolean(query[name]) ?? query[name];
}

/**
 * Takes `ids[]=a` and `ids[0]=a`, as some clients write lists, for `ids=a`, by their numbers.
 * @throws 400 for a parameter with brackets that is no list: it would be passed over unseen.
 */
function gatherBracketed(query: Query, names: readonly string[], lists: ReadonlySet<string>): void {
  const found: [name: string, place: number, values: unknown[]][] = [];
  for (const key of Object.keys(query)) {
    const name = key.slice(0, key.indexOf('['));
    if (!key.includes('[') || !names.includes(name)) continue;
    const [, number] = /^\[(\d*)\]$/.exec(key.slice(name.length)) ?? [];
    if (!lists.has(name)) throw invalid(name, `it takes one value: send ${name}=… without brackets.`);
    if (number === undefined)
      throw invalid(name, `"${key.slice(0, 60)}" is no list: send ${name}=… once for each value.`);
    found.push([name, number === '' ? Number.POSITIVE_INFINITY : Number(number), [query[key]].flat()]);
    delete query[key];
  }
  found.sort(([, one], [, other]) => (one === other ? 0 : one - other));
  for (const [name, , values] of found) query[name] = [...[query[name] ?? []].flat(), ...values];
}

/** Parameters that are told of one request. */
const MOST_STRANGERS = 20;

/** @throws 400 naming every parameter that the schema does not; `more` are those that no schema names. */
export function refuseUnknown(query: Query, schema: unknown, more: readonly string[]): void {
  const { properties = {} } = (schema ?? {}) as { properties?: object };
  const strangers = Object.keys(query).filter((key) => {
    const [name = key] = key.split('[');
    return !Object.hasOwn(properties, name) && !more.includes(name);
  });
  if (strangers.length === 0) return;
  throw new ApiError(
    400,
    strangers.slice(0, MOST_STRANGERS).map((key) => ({
      field: printable(key).slice(0, 60),
      problem: 'there is no such parameter. Remove it or check its spelling.',
      about: 'unknownParameter' as const,
    })),
  );
}

/** @throws 400 naming a parameter whose percent-encoding stands for no text, which would be passed over or replaced */
export function refuseBrokenEscapes(url: string, schema: unknown): void {
  const start = url.indexOf('?');
  if (start < 0 || !url.includes('%', start)) return;
  const { properties = {} } = (schema ?? {}) as { properties?: object };
  for (const pair of url.slice(start + 1).split('&')) {
    if (!pair.includes('%')) continue;
    const [, name = '', value = ''] = /^([^=[]*)[^=]*(=.*)?$/s.exec(pair) ?? [];
    if (Object.hasOwn(properties, name) && !isText(value))
      throw invalid(
        name,
        'its percent-encoding is broken or not UTF-8; encode its UTF-8 bytes, such as %C3%A9.',
      );
  }
}

function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
