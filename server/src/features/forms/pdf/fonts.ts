import { codePoint } from '../../../kernel/text.ts';
import { clustersOf, INVISIBLE, isEmoji, plainer } from './clusters.ts';
import { allFaces, type Face, type Faces, type Font, type Opened, open } from './faces.ts';

export type { Font } from './faces.ts';

/** What is set of a cluster. */
export interface Piece {
  text: string;
  font: Font;
  /** In a frame, which nobody can type: it stands for what was meant. */
  framed: boolean;
  /** What was written, where the piece by itself does not tell. */
  meant?: string;
}

interface Pieces {
  regular: Piece[];
  bold: Piece[];
}

const EUROPEAN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const codePointsOf = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0) as number);

/** The fonts that one document needs, read before it is drawn because drawing cannot wait. */
export class FontBook {
  readonly #faces: Faces;
  readonly #opened = new Map<Face, Opened>();
  readonly #pieces = new Map<string, Pieces>();
  readonly #characters = new Map<Font, Opened['has']>();

  private constructor(faces: Faces) {
    this.#faces = faces;
  }

  /** Reads what `text`, everything that the document will say, needs. */
  static async for(text: string): Promise<FontBook> {
    const book = new FontBook(await allFaces());
    for (const cluster of new Set(clustersOf(`U+?${text.normalize('NFC')}`))) await book.#read(cluster);
    return book;
  }

  /**
   * What is set for a cluster: itself in the first font that has all of it; or the same in plainer characters; or for
   * each character that no font has its number in a frame.
   */
  piecesOf(cluster: string, bold: boolean): readonly Piece[] {
    let pieces = this.#pieces.get(cluster);
    if (!pieces) {
      pieces = this.#find(cluster);
      this.#pieces.set(cluster, pieces);
    }
    return bold ? pieces.bold : pieces.regular;
  }

  has(font: Font, character: string): boolean {
    return this.#characters.get(font)?.(character.codePointAt(0) as number) ?? false;
  }

  #find(cluster: string): Pieces {
    const visible = [...cluster].filter((character) => !INVISIBLE.test(character));
    if (visible.length === 0) return { regular: [], bold: [] };
    const opened = this.#openedFor(cluster);
    if (opened) {
      const text = [...cluster].filter(
        (one) => !INVISIBLE.test(one) || opened.has(one.codePointAt(0) as number),
      );
      // A glyph of several emoji does not tell all of them, nor one whose mark is set by itself.
      const hides = visible.length > 1 && (isEmoji(cluster) || EUROPEAN.test(cluster));
      return inBoth(opened, { text: text.join(''), framed: false, ...(hides ? { meant: cluster } : {}) });
    }
    const plain = plainer(cluster);
    const other = this.#openedFor(plain);
    // Beside other digits a digit would be read as one of theirs.
    if (other) return inBoth(other, { text: plain, framed: /\d/.test(plain), meant: cluster });
    if (visible.length > 1) {
      const each = visible.map((character) => this.#find(character));
      return { regular: each.flatMap(({ regular }) => regular), bold: each.flatMap(({ bold }) => bold) };
    }
    const latin = this.#openedFor('U') as Opened;
    return inBoth(latin, { text: codePoint(cluster), framed: true, meant: cluster });
  }

  /** Reads the fonts from which `find` will choose. */
  async #read(cluster: string): Promise<void> {
    if ((await this.#openFor(cluster)) || (await this.#openFor(plainer(cluster)))) return;
    const characters = [...cluster];
    if (characters.length > 1) for (const character of characters) await this.#read(character);
  }

  async #openFor(text: string): Promise<boolean> {
    const needed = neededOf(text);
    for (const face of this.#order(text)) {
      if (!needed.every(face.covers)) continue;
      const opened = this.#opened.get(face) ?? (await open(face));
      this.#opened.set(face, opened);
      for (const font of [opened.regular, opened.bold]) this.#characters.set(font, opened.has);
      if (needed.every(opened.has)) return true;
    }
    return false;
  }

  #openedFor(text: string): Opened | undefined {
    const needed = neededOf(text);
    for (const face of this.#order(text)) {
      const opened = this.#opened.get(face);
      if (opened && needed.every(opened.has)) return opened;
    }
    return undefined;
  }

  #order(text: string): readonly Face[] {
    return isEmoji(text) ? this.#faces.emojiFirst : this.#faces.textFirst;
  }
}

const neededOf = (text: string): number[] =>
  codePointsOf(text).filter((codePoint) => !INVISIBLE.test(String.fromCodePoint(codePoint)));

const inBoth = ({ regular, bold }: Opened, piece: Omit<Piece, 'font'>): Pieces => ({
  regular: [{ ...piece, font: regular }],
  bold: [{ ...piece, font: bold }],
});
