import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FontBook } from './fonts.ts';
import { Pages } from './page.ts';

async function pdfOf(text: string): Promise<Buffer> {
  const pages = new Pages(await FontBook.for(text), {
    Title: 'Any text',
    CreationDate: new Date(0),
  });
  pages.text(text, { size: 10 });
  pages.text(text, { size: 12, bold: true });
  pages.end('');
  return buffer(pages.doc as unknown as AsyncIterable<Uint8Array>);
}

/** Letters and marks of a script, in whatever order: what a person would hardly write, and a file may well have. */
const jumble = (first: number, last: number) =>
  fc.string({
    unit: fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code)),
    maxLength: 40,
  });

test('any text can be drawn', async () => {
  const scripts = [
    0x0000, 0x02b0, 0x0300, 0x0400, 0x0530, 0x0590, 0x0600, 0x0900, 0x0980, 0x0a00, 0x0a80, 0x0b80, 0x0c80,
    0x0d00, 0x0e00, 0x10a0, 0x1200, 0xac00, 0x0c00, 0x1780, 0x2000, 0x2070, 0x2190, 0x2480, 0x2500, 0x2600,
    0x2700, 0x3280, 0xfe00, 0xff00, 0x1d400, 0x1f300, 0x1f3f0, 0x1f600, 0xe0060,
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          ...scripts.map((first) => jumble(first, first + 0x7f)),
          fc.string({ unit: 'grapheme', maxLength: 5 }),
        ),
        { maxLength: 8 },
      ),
      async (parts) => {
        const bytes = await pdfOf(parts.join(' '));
        expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      },
    ),
    {
      numRuns: 30,
      examples: [[['ਸਁ']], [['A´b']], [['ਪਹਿਲਾਂ ਤੋਂ']], [['\u0301', '\ufe0f', '\u200d', '👍🏽\u0301']]],
    },
  );
});

test('any letter can be drawn with any mark of its script', async () => {
  const scripts = [
    0x0590, 0x0600, 0x0900, 0x0980, 0x0a00, 0x0a80, 0x0b80, 0x0c00, 0x0c80, 0x0d00, 0x0e00, 0x1780,
  ];
  for (const first of scripts) {
    const all = Array.from({ length: 128 }, (_, n) => String.fromCodePoint(first + n));
    const marks = all.filter((one) => /\p{M}/u.test(one));
    const letters = all.filter((one) => /\p{L}/u.test(one)).slice(0, 12);
    await pdfOf(letters.flatMap((letter) => marks.map((mark) => letter + mark)).join(' '));
  }
});
