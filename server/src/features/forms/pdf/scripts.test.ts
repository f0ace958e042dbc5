import { describe, expect, test } from 'vitest';
import { FontBook } from './fonts.ts';
import { Pages } from './page.ts';
import { type Line, Typesetter } from './text.ts';

/** Each text as one line of the same document, set one after the other. */
async function lines(...texts: string[]): Promise<Line[]> {
  const book = await FontBook.for(texts.join('\n'));
  const { doc } = new Pages(book, { Title: 'Scripts', CreationDate: new Date(0) });
  const set = new Typesetter(doc, book);
  return texts.flatMap((text) => set.lines(text, 10_000, { size: 10 }));
}

/** In the font of the script, with all that it says of where marks stand, and nothing in a frame. */
const isWhole = ({ runs }: Line): boolean =>
  runs.every(({ framed, features }) => !framed && (features === undefined || Array.isArray(features)));

/** Widths in thousandths of the size, as HarfBuzz gives them for the same fonts. */
const WORDS: [script: string, text: string, width: number][] = [
  ['Telugu', 'ప్రయాణానికి', 4676],
  ['Telugu', 'క్ష్మి', 942],
  ['Telugu', 'స్త్రీ', 702],
  ['Telugu', 'శ్రీ', 550],
  ['Telugu', 'బ్రేకులు', 2673],
  ['Gujarati', 'ક્ષત્રિય', 2158],
  ['Gujarati', 'સ્ત્રી', 1303],
  ['Gujarati', 'કિ', 776],
  ['Gujarati', 'વિદ્યાર્થી', 2603],
  ['Kannada', 'ಬ್ರೇಕ್‌ಗಳು', 3922],
  ['Kannada', 'ಸ್ತ್ರೀ', 1218],
  ['Kannada', 'ಕೊ', 1320],
  ['Kannada', 'ಸೂರ್ಯ', 3358],
  ['Malayalam', 'യാത്രയ്ക്ക്', 5338],
  ['Malayalam', 'ബ്രേക്കുകൾ', 6065],
  ['Malayalam', 'സ്ത്രീ', 2709],
  ['Malayalam', 'കൊ', 2257],
  ['Khmer', 'ធ្វើដំណើរ', 3374],
  ['Khmer', 'ខ្មែរ', 1211],
  ['Khmer', 'ស្ត្រី', 1215],
  ['Khmer', 'ម៉ោង', 1846],
  ['Khmer', 'ប៉ា', 923],
  ['Khmer', 'កោះ', 1598],
];

describe('a word is set as the script asks', () => {
  test.each(WORDS)('%s: %s', async (_script, text, width) => {
    const [line] = (await lines(text)) as [Line];
    expect(isWhole(line)).toBe(true);
    expect(line.width * 100).toBeCloseTo(width, 0);
  });
});

test('signs of traditional Chinese are in a font', async () => {
  for (const line of await lines('行車前檢查 煞車 臺灣 鑰匙 輪胎', '閂 軔 慍 貲 詬', 'ㄅㄆㄇㄈ'))
    expect(isWhole(line)).toBe(true);
});

test('a vowel stays itself after a sign that has the same shape in it', async () => {
  const [alone] = (await lines('ស្ត្រី')) as [Line];
  const [, after] = (await lines('ដំណើរ', 'ស្ត្រី')) as [Line, Line];
  expect(after.width).toBe(alone.width);
});
