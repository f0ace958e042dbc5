/** What nobody sees: control and format characters, fillers, and spaces that are not the plain one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;

/**
 * What of a code cannot be seen, in words: two codes that look the same would be two. Undefined for a code that is
 * what it looks like.
 */
export function unseenIn(code: string): string | undefined {
  const [unseen] = UNSEEN.exec(code) ?? [];
  if (unseen !== undefined) return `it has ${codePoint(unseen)}, which cannot be seen; leave it out`;
  return code.trim() === code ? undefined : 'it begins or ends with a space; leave it out';
}

/** A character by its number: `U+200B`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text with what cannot be printed written as `\u001f`, for a message. */
export const printable = (text: string): string =>
  text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

const NOT_ASCII = /[^\0-\x7f]/;

/** Text in the one spelling of it that is kept and compared: letters composed with their marks. */
export const composed = (text: string): string => (NOT_ASCII.test(text) ? text.normalize('NFC') : text);

/**
 * Text for comparing without case, letter by letter as PostgreSQL's `lower` does it: a final sigma is a sigma, and a
 * dotted I has no dot of its own.
 */
export const folded = (text: string): string =>
  NOT_ASCII.test(text)
    ? Array.from(text, (one) => (one === '\u0130' ? 'i' : one.toLowerCase())).join('')
    : text.toLowerCase();

/** A pattern of `like` for text in any case, beside `lower(…)`; `%` and `_` stand for themselves. */
export const partPattern = (search: string): string => `%${folded(search).replace(/[\\%_]/g, '\\$&')}%`;
