import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font as FontFile } from 'fontkit';
import woff2 from 'wawoff2';

const require = createRequire(import.meta.url);

/** A font in two weights: which characters its package says it has, and where it is. */
interface Face {
  name: string;
  covers: (codePoint: number) => boolean;
  file(bold: boolean): string;
  /** Only a hairline weight is small enough to install: its outline is drawn as well, this part of the size wide. */
  outline?: { regular: number; bold: number };
}

/** A font as a document registers it. */
export interface Font {
  name: string;
  bytes: Buffer;
  outline: number;
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
  'bengali',
  'tamil',
  'ethiopic',
  'armenian',
  'georgian',
];
/** Chinese and Japanese, then Korean, in a hundred slices each. */
const SLICED = ['noto-sans-sc', 'noto-sans-kr'];

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

/** Latin, Greek, Cyrillic and Devanagari first: what several fonts have is taken from the first of them. */
async function findFaces(): Promise<Face[]> {
  const latinFirst = (await plainFaces('noto-sans')).sort(
    (a, b) => Number(b.name.endsWith('-latin')) - Number(a.name.endsWith('-latin')),
  );
  const scripts = SCRIPTS.map(async (script) =>
    (await plainFaces(`noto-sans-${script}`)).filter(({ name }) => name.endsWith(`${script}-${script}`)),
  );
  return [latinFirst, ...(await Promise.all([...scripts, ...SLICED.map(slicedFaces)]))].flat();
}

let faces: Promise<Face[]> | undefined;

/** A face that has been read. */
interface Opened {
  regular: Font;
  bold: Font;
  /** Whether it really has a character: packages name some that are not in their files. */
  has(codePoint: number): boolean;
}

async function open(face: Face): Promise<Opened> {
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

/** The fonts that one document needs, read before it is drawn because drawing cannot wait. */
export class FontBook {
  readonly #faces: Face[];
  readonly #opened = new Map<Face, Opened>();
  readonly #byCharacter = new Map<string, Opened | undefined>();

  private constructor(all: Face[]) {
    this.#faces = all;
  }

  /** Reads what `text`, everything that the document will say, needs. */
  static async for(text: string): Promise<FontBook> {
    faces ??= findFaces();
    const book = new FontBook(await faces);
    for (const character of new Set(`${text} ?`))
      book.#byCharacter.set(character, await book.#find(character.codePointAt(0) as number));
    return book;
  }

  /** The font that has a character; undefined when none has. What was not told before may be in one that was read. */
  fontOf(character: string, bold: boolean): Font | undefined {
    if (!this.#byCharacter.has(character)) {
      const codePoint = character.codePointAt(0) as number;
      this.#byCharacter.set(
        character,
        [...this.#opened.values()].find(({ has }) => has(codePoint)),
      );
    }
    return this.#byCharacter.get(character)?.[bold ? 'bold' : 'regular'];
  }

  async #find(codePoint: number): Promise<Opened | undefined> {
    for (const face of this.#faces) {
      if (!face.covers(codePoint)) continue;
      const opened = this.#opened.get(face) ?? (await open(face));
      this.#opened.set(face, opened);
      if (opened.has(codePoint)) return opened;
    }
    return undefined;
  }
}
