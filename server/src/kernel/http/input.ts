import { badRequest, invalid } from '../errors.ts';
import { DEEPEST, refuseOversized } from './measure.ts';

/** The largest JSON body, in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** Half of a UTF-16 pair without its other half: no text, so it cannot be stored. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Reads a body; no text at all is no body. `more` is said of one that is no JSON. */
export function parseJson(text: string, more = ''): unknown {
  if (text === '') return undefined;
  refuseOversized(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badRequest(`The body is not valid JSON: ${(error as Error).message.slice(0, 200)}.${more}`);
  }
  refuseUnfit('body', value);
  return value;
}

/**
 * Refuses what PostgreSQL cannot store as text (a NUL, a lone surrogate), so that it is a 400 here and no 500
 * there, and `__proto__`, which copying would turn into something else.
 */
export function refuseUnfit(field: string, value: unknown, depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw invalid(field, 'it contains a NUL byte.');
    if (LONE_SURROGATE.test(value)) throw invalid(field, 'it is not valid Unicode.');
  } else if (value && typeof value === 'object') {
    if (depth === DEEPEST) throw badRequest(`The body is nested deeper than ${DEEPEST} levels.`);
    if (Array.isArray(value)) {
      for (const inner of value) refuseUnfit(field, inner, depth + 1);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__') throw badRequest('The field name "__proto__" is not allowed.');
      refuseUnfit(`${field}, in a field name`, key);
      refuseUnfit(key, inner, depth + 1);
    }
  }
}
