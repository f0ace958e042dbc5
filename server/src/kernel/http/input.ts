import { badRequest, invalid } from '../errors.ts';
import { composed, printable } from '../text.ts';
import { DEEPEST, measure, repeatedField } from './measure.ts';
import { marked, readNumber, unmarked } from './numbers.ts';

/** The largest JSON body, in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** Half of a UTF-16 pair without its other half: no text, so it cannot be stored. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Fields whose numbers become text. */
const CODES = /^externalIds$|api_id$/;

/**
 * Reads a body; no text at all is no body. `more` is said of one that is no JSON.
 * @throws 400 for what cannot be read as it was sent: numbers that would lose digits, fields that are sent twice.
 */
export function parseJson(text: string, more = ''): unknown {
  if (text === '') return undefined;
  const { literals, fields } = measure(text);
  let value: unknown;
  try {
    value = JSON.parse(literals.length > 0 ? marked(text, literals) : text);
  } catch (error) {
    throw badRequest(`The body is not valid JSON: ${problemOf(text, error as Error)}.${more}`);
  }
  const reading: Reading = { fields: 0 };
  const body = read(reading, 'body', value, 0, false);
  if (reading.fields < fields) {
    const name = repeatedField(text);
    if (name !== undefined) throw invalid(name, 'it is sent more than once in one object.');
  }
  return body;
}

/** What the parser says of a text, which it quotes; a number that was marked is not what was sent. */
function problemOf(text: string, error: Error): string {
  let { message } = error;
  try {
    JSON.parse(text);
  } catch (asSent) {
    message = (asSent as Error).message;
  }
  return printable(message.slice(0, 200));
}

/**
 * A value as it is taken: text in its composed spelling.
 * @throws 400 for what PostgreSQL cannot store as text (a NUL, a lone surrogate), so that it is no 500 there, and for
 *   `__proto__`, which copying would turn into something else.
 */
export const readable = (field: string, value: unknown): unknown =>
  read({ fields: 0 }, field, value, 0, false);

interface Reading {
  /** Fields of objects seen so far. */
  fields: number;
}

function read(reading: Reading, field: string, value: unknown, depth: number, isCode: boolean): unknown {
  if (typeof value === 'string') return readText(field, value, isCode);
  if (!value || typeof value !== 'object') return value;
  if (depth === DEEPEST) throw badRequest(`The body is nested deeper than ${DEEPEST} levels.`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1)
      value[index] = read(reading, field, value[index], depth + 1, isCode);
    return value;
  }
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    if (key === '__proto__') throw badRequest('The field name "__proto__" is not allowed.');
    if (unmarked(key) !== undefined)
      throw badRequest('The body is not valid JSON: a field name is a number.');
    reading.fields += 1;
    const name = readText(`${field}, in a field name`, key, false) as string;
    if (name !== key && Object.hasOwn(object, name))
      throw invalid(name, 'it is sent more than once in one object.');
    const inner = object[key];
    const after = read(reading, key, inner, depth + 1, isCode || CODES.test(key));
    if (name !== key) delete object[key];
    if (name !== key || after !== inner) object[name] = after;
  }
  return object;
}

function readText(field: string, text: string, isCode: boolean): unknown {
  const literal = unmarked(text);
  if (literal !== undefined) return readNumber(field, literal, isCode);
  if (text.includes('\0')) throw invalid(field, 'it contains a NUL byte.');
  if (LONE_SURROGATE.test(text)) throw invalid(field, 'it is not valid Unicode.');
  return composed(text);
}
