import { randomBytes } from 'node:crypto';
import { invalid } from '../errors.ts';

/** A number of a body as it was written. */
export interface Literal {
  start: number;
  text: string;
}

/** Stands before a number that is kept as text while the body is parsed: nobody can send it. */
const MARK = `number ${randomBytes(16).toString('hex')} `;

/** Whether a number is written as it is read, so that nothing of it can be lost. */
export const isPlain = (literal: string): boolean =>
  (literal.length < 16 && /^-?[1-9]\d*$/.test(literal)) || String(Number(literal)) === literal;

/** The body's text with some of its numbers marked, so that they survive parsing as they were written. */
export function marked(json: string, literals: readonly Literal[]): string {
  let text = '';
  let end = 0;
  for (const { start, text: literal } of literals) {
    text += `${json.slice(end, start)}"${MARK}${literal}"`;
    end = start + literal.length;
  }
  return text + json.slice(end);
}

/** A marked number as it was written; undefined for any other text. */
export const unmarked = (text: string): string | undefined =>
  text.startsWith(MARK) ? text.slice(MARK.length) : undefined;

/**
 * Reads a number as it was written.
 * @throws 400 when a double cannot hold it, or when the field is a code, whose digits are kept as they are.
 */
export function readNumber(field: string, literal: string, isCode: boolean): number {
  const shown = literal.length > 40 ? `${literal.slice(0, 40)}…` : literal;
  if (isCode)
    throw invalid(field, `the number ${shown} would not be kept as it is written; send it as text.`);
  const number = Number(literal);
  if (!Number.isFinite(number) || (number === 0 && /[1-9]/.test(literal.replace(/e.*/i, ''))))
    throw invalid(field, `${shown} is beyond what a number can be.`);
  if (!isExact(literal, number))
    throw invalid(
      field,
      `${shown} has more digits than a number can keep; send fewer, or text where text is taken.`,
    );
  return number === 0 ? 0 : number;
}

/** Whether a double has all the digits that were written. */
function isExact(literal: string, number: number): boolean {
  const digits = digitsOf(literal);
  if (digits.length <= 15) return true;
  return digits.length <= 100 && digitsOf(number.toPrecision(digits.length)) === digits;
}

/** The digits that count: without sign, point and exponent, nor zeros at the ends. */
const digitsOf = (literal: string): string =>
  literal
    .replace(/e.*/i, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
