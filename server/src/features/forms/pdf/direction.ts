import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** The direction of a paragraph, by its first letter that has one. */
export const directionOf = (text: string): 'ltr' | 'rtl' =>
  isRightToLeft(text) && bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level === 1 ? 'rtl' : 'ltr';

/** The parts of a line that each have one direction, from left to right; the words of each in the order of reading. */
export function visualParts(
  text: string,
  direction: 'ltr' | 'rtl',
): { text: string; rightToLeft: boolean }[] {
  if (!isRightToLeft(text)) return [{ text, rightToLeft: false }];
  const levels = bidi.getEmbeddingLevels(text, direction);
  const order = Array.from({ length: text.length }, (_none, index) => index);
  for (const [start, end] of bidi.getReorderSegments(text, levels))
    order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels);
  const parts: { indexes: number[]; rightToLeft: boolean }[] = [];
  for (const index of order) {
    const rightToLeft = (levels.levels[index] as number) % 2 === 1;
    const last = parts.at(-1);
    if (last?.rightToLeft === rightToLeft) last.indexes.push(index);
    else parts.push({ indexes: [index], rightToLeft });
  }
  return parts.map(({ indexes, rightToLeft }) => ({
    text: indexes
      .sort((a, b) => a - b)
      .map((index) => mirrored.get(index) ?? text[index])
      .join(''),
    rightToLeft,
  }));
}
