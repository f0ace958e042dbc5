import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font as FontFile } from 'fontkit';
import woff2 from 'wawoff2';

const require = createRequire(import.meta.url);

/** A font in two weights: which characters its package says it has, and where it is. */
export interface Face {
  name: string;
  covers: (codePoint: number) => boolean;
  file(bold: boolean): string;
  /** Only a hairline weight is small enough to install: its outline is drawn as well, this part of the size wide. */
  outline?: { regular: number; bold: number };
}

/** All faces there are, in the orders in which they are asked. */
export interface Faces {
  textFirst: Face[];
  emojiFirst: Face[];
}

/** A font as a document registers it. */
export interface Font {
  name: string;
  bytes: Buffer;
  outline: number;
}

/** A face that has been read. */
export interface Opened {
  regular: Font;
  bold: Font;
  /** Whether it really has a character: packages name some that are not in their files. */
  has(codePoint: number): boolean;
}

const place = (pack: string): string => dirname(require.resolve(`${pack}/package.json`));

/** `U+0000-00FF,U+0131` as a condition. */
function range(text: string): (codePoint: number) => boolean {
  const parts = text.split(',').map((part) => {
    const [from, to] = part
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [from as number, to ?? (from as number)] as const;
  });
  return (codePoint) => parts.some(([from, to]) => from <= codePoint && codePoint <= to);
}

const ranges = async (pack: string): Promise<[string, string][]> =>
  Object.entries(JSON.parse(await readFile(join(place(pack), 'unicode.json'), 'utf8')));

/** Scripts beside those of the first package: each has a package of its own. */
const SCRIPTS = [
  'arabic',
  'hebrew',
  'thai',
  'gurmukhi',
  'gujarati',
  'bengali',
  'tamil',
  'telugu',
  'kannada',
  'malayalam',
  'khmer',
  'ethiopic',
  'armenian',
  'georgian',
];
/** Chinese and Japanese, what only traditional Chinese has, then Korean, in a hundred slices each. */
const SLICED = ['noto-sans-sc', 'noto-sans-tc', 'noto-sans-kr'];
/** Sub- and superscripts, fractions, marks and frames, in a text font; then signs that only fonts of signs have. */
const SIGNS: [pack: string, regular: string, bold?: string][] = [
  ['dejavu-fonts-ttf', 'ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf'],
  ['@fontsource/noto-sans-symbols', 'files/noto-sans-symbols-symbols-400-normal.woff'],
  ['@fontsource/noto-sans-symbols-2', 'files/noto-sans-symbols-2-symbols-400-normal.woff'],
  ['@fontsource/noto-sans-math', 'files/noto-sans-math-latin-400-normal.woff'],
];
const EMOJI = ['@fontsource/noto-emoji', 'files/noto-emoji-emoji-400-normal.woff'] as const;

/** A face a subset of a package, in two weights. */
const plainFaces = async (name: string): Promise<Face[]> => {
  const pack = `@fontsource/${name}`;
  return (await ranges(pack)).map(([subset, text]) => ({
    name: `${name}-${subset}`,
    covers: range(text),
    file: (bold) => join(place(pack), 'files', `${name}-${subset}-${bold ? 700 : 400}-normal.woff`),
  }));
};

const slicedFaces = async (name: string): Promise<Face[]> => {
  const pack = `@fontsource-variable/${name}`;
  return (await ranges(pack)).flatMap(([subset, text]): Face[] => {
    const [, slice] = /^\[(\d+)\]$/.exec(subset) ?? [];
    if (!slice) return [];
    const file = join(place(pack), 'files', `${name}-${slice}-wght-normal.woff2`);
    const outline = { regular: 0.03, bold: 0.055 };
    return [{ name: `${name}-${slice}`, covers: range(text), file: () => file, outline }];
  });
};

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** One of signs: its file alone tells what it has, but it has no letters of East Asia. */
const signFace = (pack: string, regular: string, bold = regular): Face => ({
  name: pack,
  covers: (codePoint) => !EAST_ASIAN.test(String.fromCodePoint(codePoint)),
  file: (isBold) => join(place(pack), isBold ? bold : regular),
});

/** Latin, Greek, Cyrillic and Devanagari first: what several fonts have is taken from the first of them. */
async function findFaces(): Promise<Faces> {
  const latinFirst = (await plainFaces('noto-sans')).sort(
    (a, b) => Number(b.name.endsWith('-latin')) - Number(a.name.endsWith('-latin')),
  );
  const scripts = SCRIPTS.map(async (script) =>
    (await plainFaces(`noto-sans-${script}`)).filter(({ name }) => name.endsWith(`${script}-${script}`)),
  );
  const signs = SIGNS.map((sign) => signFace(...sign));
  const all = [
    latinFirst,
    ...(await Promise.all(scripts)),
    signs,
    ...(await Promise.all(SLICED.map(slicedFaces))),
  ];
  const [text, emoji] = [all.flat(), signFace(...EMOJI)];
  return { textFirst: [...text, emoji], emojiFirst: [emoji, ...text] };
}

let found: Promise<Faces> | undefined;

export const allFaces = (): Promise<Faces> => {
  found ??= findFaces();
  return found;
};

export async function open(face: Face): Promise<Opened> {
  const font = async (weight: 'regular' | 'bold'): Promise<Font> => {
    const packed = await readFile(face.file(weight === 'bold'));
    if (!face.outline) return { name: `${face.name}-${weight}`, bytes: packed, outline: 0 };
    // PDF knows no WOFF2 and the library embeds it wrong.
    const bytes = Buffer.from(await woff2.decompress(packed));
    return { name: face.name, bytes, outline: face.outline[weight] };
  };
  const [regular, bold] = await Promise.all([font('regular'), font('bold')]);
  const { characterSet } = create(regular.bytes) as FontFile;
  const characters = new Set(characterSet);
  return { regular, bold, has: (codePoint) => characters.has(codePoint) };
}
