import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** One font file: which characters it has and where it is. */
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

/** Latin, Greek, Cyrillic and Devanagari, then Arabic, then the hundred slices of Chinese and Japanese. */
async function findFaces(): Promise<Face[]> {
  const sans = '@fontsource/noto-sans';
  const arabic = '@fontsource/noto-sans-arabic';
  const chinese = '@fontsource-variable/noto-sans-sc';
  const plain = (pack: string, base: string) =>
    ranges(pack).then((all) =>
      all.map(
        ([subset, text]): Face => ({
          name: `${base}-${subset}`,
          covers: range(text),
          file: (bold) => join(place(pack), 'files', `${base}-${subset}-${bold ? 700 : 400}-normal.woff`),
        }),
      ),
    );
  const slices = (await ranges(chinese))
    .filter(([subset]) => /^\[\d+\]$/.test(subset))
    .map(([subset, text]): Face => {
      const slice = subset.slice(1, -1);
      return {
        name: `noto-sans-sc-${slice}`,
        covers: range(text),
        file: () => join(place(chinese), 'files', `noto-sans-sc-${slice}-wght-normal.woff2`),
        outline: { regular: 0.03, bold: 0.055 },
      };
    });
  const latinFirst = (await plain(sans, 'noto-sans')).sort(
    (a, b) => Number(b.name.endsWith('-latin')) - Number(a.name.endsWith('-latin')),
  );
  const arabicOnly = (await plain(arabic, 'noto-sans-arabic')).filter(({ name }) =>
    name.endsWith('arabic-arabic'),
  );
  return [...latinFirst, ...arabicOnly, ...slices];
}

let faces: Promise<Face[]> | undefined;

/** The fonts that one document needs, read before it is drawn because drawing cannot wait. */
export class FontBook {
  readonly #faces: Face[];
  readonly #byCharacter = new Map<number, Face | undefined>();
  readonly #fonts = new Map<string, Font>();

  private constructor(all: Face[]) {
    this.#faces = all;
  }

  /** Reads what `text`, everything that the document will say, needs. */
  static async for(text: string): Promise<FontBook> {
    faces ??= findFaces();
    const book = new FontBook(await faces);
    const needed = new Set([...new Set(`${text} ?`)].flatMap((character) => book.#faceOf(character) ?? []));
    for (const face of needed) for (const bold of [false, true]) await book.#read(face, bold);
    return book;
  }

  /** The font that has a character; undefined when none has. */
  fontOf(character: string, bold: boolean): Font | undefined {
    const face = this.#faceOf(character);
    return face && this.#fonts.get(key(face, bold));
  }

  #faceOf(character: string): Face | undefined {
    const codePoint = character.codePointAt(0) as number;
    if (!this.#byCharacter.has(codePoint))
      this.#byCharacter.set(
        codePoint,
        this.#faces.find(({ covers }) => covers(codePoint)),
      );
    return this.#byCharacter.get(codePoint);
  }

  async #read(face: Face, bold: boolean): Promise<void> {
    const packed = await readFile(face.file(bold));
    const bytes = face.outline ? Buffer.from(await unpack(packed)) : packed;
    const outline = face.outline ? face.outline[bold ? 'bold' : 'regular'] : 0;
    this.#fonts.set(key(face, bold), { name: key(face, bold && !face.outline), bytes, outline });
  }
}

const key = ({ name }: Face, bold: boolean): string => `${name}-${bold ? 'bold' : 'regular'}`;

/** PDF knows no WOFF2 and the library embeds it wrong. */
async function unpack(bytes: Buffer): Promise<Uint8Array> {
  const { default: woff2 } = await import('wawoff2');
  return woff2.decompress(bytes);
}
