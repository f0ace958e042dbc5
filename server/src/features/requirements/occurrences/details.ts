import { invalid } from '../../../kernel/errors.ts';
import { printable } from '../../../kernel/text.ts';
import type { Details } from './schema.ts';

const MOST = 20;
const LONGEST_NAME = 60;
const LONGEST_TEXT = 1000;

/** Reads the details of an occurrence, by name. @throws 400 naming the one that is wrong */
export function readDetails(given: unknown): Details {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid('details', 'it must be an object of names and values.');
  const entries = Object.entries(given);
  if (entries.length > MOST) throw invalid('details', `it has ${entries.length} names; use at most ${MOST}.`);
  for (const [name, value] of entries) {
    if (name.trim() === '') throw invalid('details', 'a name is empty.');
    const place = `details.${printable(name.slice(0, LONGEST_NAME))}`;
    if (name.length > LONGEST_NAME)
      throw invalid(place, `the name is longer than ${LONGEST_NAME} characters.`);
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw invalid(place, 'it must be a text, a number, true or false.');
    if (typeof value === 'string' && value.length > LONGEST_TEXT)
      throw invalid(place, `it is longer than ${LONGEST_TEXT} characters.`);
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
