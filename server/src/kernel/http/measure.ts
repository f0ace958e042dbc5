import { ApiError, badRequest } from '../errors.ts';

/** The most values that a JSON body may hold, lists, objects and field names' values each one. */
export const MOST_VALUES_IN_BODY = 100_000;
/** Nothing that we serve is nested deeper; without a limit a body of brackets would exhaust the stack. */
export const DEEPEST = 64;

const [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, BACKSLASH] = [...'",[]{}\\'].map(
  (character) => character.charCodeAt(0),
) as [number, number, number, number, number, number, number];

/**
 * Refuses a body of too many or too deeply nested values by its punctuation alone: building a million values, only
 * to refuse them, would take seconds and gigabytes.
 */
export function refuseOversized(json: string): void {
  let values = 1;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at);
    else if (code === COMMA) values += 1;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      values += 1;
      depth += 1;
      if (depth > DEEPEST) throw badRequest(`The body is nested deeper than ${DEEPEST} levels.`);
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    if (values > MOST_VALUES_IN_BODY)
      throw new ApiError(413, `The body has more than ${MOST_VALUES_IN_BODY} values. Send it in parts.`);
  }
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
