import { ApiError, badRequest } from '../errors.ts';
import { isPlain, type Literal } from './numbers.ts';

/** The most values that a JSON body may hold, lists, objects and field names' values each one. */
export const MOST_VALUES_IN_BODY = 100_000;
/** Nothing that we serve is nested deeper; without a limit a body of brackets would exhaust the stack. */
export const DEEPEST = 64;

const codeOf = (character: string): number => character.charCodeAt(0);
const QUOTE = codeOf('"');
const COMMA = codeOf(',');
const COLON = codeOf(':');
const OPEN_LIST = codeOf('[');
const CLOSE_LIST = codeOf(']');
const OPEN_OBJECT = codeOf('{');
const CLOSE_OBJECT = codeOf('}');
const BACKSLASH = codeOf('\\');
const MINUS = codeOf('-');
const ZERO = codeOf('0');
const NINE = codeOf('9');

/** What a body's text tells before anything is made of it. */
export interface Measure {
  /** Numbers of which parsing might lose something. */
  literals: Literal[];
  /** How many fields its objects have, each as often as it was sent. */
  fields: number;
}

/**
 * Refuses a body of too many or too deeply nested values by its punctuation alone: building a million values, only
 * to refuse them, would take seconds and gigabytes.
 */
export function measure(json: string): Measure {
  const literals: Literal[] = [];
  let fields = 0;
  let values = 1;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at);
    else if (code === COMMA) values += 1;
    else if (code === COLON) fields += 1;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      values += 1;
      depth += 1;
      if (depth > DEEPEST) throw badRequest(`The body is nested deeper than ${DEEPEST} levels.`);
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    else if (code === MINUS || (code >= ZERO && code <= NINE)) {
      const text = json.slice(at, endOfNumber(json, at));
      if (!isPlain(text) && JSON_NUMBER.test(text)) literals.push({ start: at, text });
      at += text.length - 1;
    }
    if (values > MOST_VALUES_IN_BODY)
      throw new ApiError(413, `The body has more than ${MOST_VALUES_IN_BODY} values. Send it in parts.`);
  }
  return { literals, fields };
}

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const IN_NUMBER = /[\d+\-.eE]*/y;

function endOfNumber(json: string, start: number): number {
  IN_NUMBER.lastIndex = start;
  IN_NUMBER.test(json);
  return IN_NUMBER.lastIndex;
}

/** Where the text that begins at `start` ends: at the quote that has an even number of backslashes before it. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let first = end;
    while (json.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  // It never ends, which is the parser's to say.
  return json.length;
}

/** A field name that an object of a valid JSON text has twice. */
export function repeatedField(json: string): string | undefined {
  const objects: (Set<string> | undefined)[] = [];
  let isName = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    const names = objects.at(-1);
    if (code === QUOTE) {
      const end = endOfText(json, at);
      if (isName && names) {
        const name = JSON.parse(json.slice(at, end + 1)) as string;
        if (names.has(name)) return name;
        names.add(name);
      }
      isName = false;
      at = end;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      objects.push(code === OPEN_OBJECT ? new Set() : undefined);
      isName = code === OPEN_OBJECT;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) objects.pop();
    else if (code === COMMA) isName = names !== undefined;
  }
  return undefined;
}
