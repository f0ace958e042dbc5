import { fitting, wordsOf } from './breaks.ts';
import { clustersOf } from './clusters.ts';
import { directionOf, isRightToLeft, visualParts } from './direction.ts';
import type { Font, FontBook, Piece } from './fonts.ts';
import { mend } from './mended.ts';

/** How a text is set. Sizes in points. */
export interface Style {
  size: number;
  bold?: boolean;
  color?: string;
}

/** A part of a line in one font and one direction. */
interface Run extends Piece, Shape {
  size: number;
}

interface Shape {
  width: number;
  features: Features;
}

export interface Line {
  runs: Run[];
  width: number;
}

/** With the one of its methods that lays a text out no more than once: `text` does so twice more to measure it. */
type Document = PDFKit.PDFDocument & {
  _fragment(text: string, x: number, y: number, options: object): void;
  _font: { font: unknown };
};

const LEADING = 1.38;
/** Features of a font beside those of its script, or which of those to leave out: the library takes both. */
type Features = PDFKit.Mixins.OpenTypeFeatures[] | undefined;
/**
 * All features of the script. The library breaks off at marks for which a font has no place on their letter; then
 * they are set after it.
 */
const SHAPINGS = [[], { mark: false, mkmk: false, abvm: false, blwm: false, dist: false }] as Features[];
/** A frame's text and the room around it, in parts of the size. */
const FRAME = { text: 0.62, inside: 0.16, outside: 0.06, below: 0.2, height: 0.98 };
/** What comes again is measured once, as long as it is short and not too much. */
const KEPT = { texts: 20_000, letters: 32, byLibrary: 2 };

/** Sets text of any script: falls back from font to font, breaks lines by Unicode's rules, orders directions. */
export class Typesetter {
  readonly #doc: Document;
  readonly #book: FontBook;
  readonly #known = new Set<string>();
  readonly #shapes = new Map<string, Shape>();
  readonly #widths = new Map<string, number>();

  constructor(doc: PDFKit.PDFDocument, book: FontBook) {
    this.#doc = doc as Document;
    this.#book = book;
  }

  /** Breaks a text into lines that are at most `width` wide. */
  lines(text: string, width: number, style: Style): Line[] {
    return text
      .normalize('NFC')
      .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
      .replaceAll('\t', '    ')
      .split('\n')
      .flatMap((paragraph) => this.#breakParagraph(paragraph, width, style));
  }

  height(lines: readonly Line[], { size }: Style): number {
    return lines.length * size * LEADING;
  }

  /** Draws lines from `top` down. */
  draw(
    lines: readonly Line[],
    left: number,
    top: number,
    style: Style,
    align?: { width: number; to: 'center' | 'right' },
  ): void {
    const color = style.color ?? '#1d2530';
    this.#doc.fillColor(color).strokeColor(color).lineJoin('round');
    for (const [index, line] of lines.entries()) {
      const free = align ? align.width - line.width : 0;
      let x = left + (align?.to === 'center' ? free / 2 : free);
      // Every font stands on one line, whatever its own measures are.
      const baseline = top + index * style.size * LEADING + style.size * 1.06;
      for (const run of line.runs) {
        this.#drawRun(run, x, baseline, style.size);
        x += run.width;
      }
    }
  }

  #drawRun(run: Run, x: number, baseline: number, size: number): void {
    const { text, font, features, framed, meant } = run;
    if (framed) {
      const [left, width] = [x + FRAME.outside * size, run.width - 2 * FRAME.outside * size];
      const [top, height] = [baseline + (FRAME.below - FRAME.height) * size, FRAME.height * size];
      this.#doc
        .lineWidth(0.05 * size)
        .rect(left, top, width, height)
        .stroke();
    }
    this.#use(font, run.size);
    if (meant) this.#doc.markContent('Span', { actual: meant });
    if (font.outline > 0) this.#doc.lineWidth(size * font.outline);
    this.#doc._fragment(text, x + (framed ? (FRAME.outside + FRAME.inside) * size : 0), baseline, {
      features,
      baseline: 'alphabetic',
      fill: true,
      stroke: font.outline > 0,
      textWidth: run.width,
    });
    if (meant) this.#doc.endMarkedContent();
  }

  #breakParagraph(paragraph: string, width: number, style: Style): Line[] {
    const lines: Line[] = [];
    const direction = directionOf(paragraph);
    const widthOf = (text: string): number => this.#width(text, style);
    let line = '';
    let used = 0;
    const close = (): void => {
      lines.push(this.#line(line.trimEnd(), direction, style));
      line = '';
      used = 0;
    };
    for (const word of wordsOf(paragraph)) {
      const letters = word.trimEnd();
      const pieces = fitting(letters, width, widthOf);
      for (const piece of pieces) {
        if (line && (pieces.length > 1 || used + widthOf(piece) > width)) close();
        line += piece;
      }
      const spaces = word.slice(letters.length);
      line += spaces;
      used += widthOf(`${pieces.at(-1)}${spaces}`);
    }
    if (line || lines.length === 0) close();
    return lines;
  }

  /** A line's runs from left to right, as they are seen. */
  #line(text: string, direction: 'ltr' | 'rtl', style: Style): Line {
    const runs = visualParts(text, direction).flatMap(({ text: part, rightToLeft }) => {
      const runs = this.#split(part, style);
      // The font's own layout turns letters round; signs among them that come from another font are turned here.
      return rightToLeft
        ? runs.reverse().map((run) => (run.framed || isRightToLeft(run.text) ? run : reversed(run)))
        : runs;
    });
    return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
  }

  #width(text: string, style: Style): number {
    return remembered(this.#widths, text, `${style.size} ${style.bold} ${text}`, () =>
      this.#split(text, style).reduce((sum, run) => sum + run.width, 0),
    );
  }

  /** Cuts a text where its font changes; spaces stay in the font of the letters that they follow. */
  #split(text: string, { size, bold = false }: Style): Run[] {
    const parts: Piece[] = [];
    let afterLetter = false;
    for (const cluster of clustersOf(text)) {
      const last = parts.at(-1);
      const isSpace = SPACE.test(cluster);
      if (isSpace && afterLetter && last && isOpen(last) && this.#book.has(last.font, cluster))
        last.text += cluster;
      else for (const piece of this.#book.piecesOf(cluster, bold)) add(parts, piece);
      afterLetter = isSpace ? afterLetter : LETTER.test(cluster);
    }
    return parts.map((part) => this.#shape(part, size));
  }

  #shape(piece: Piece, around: number): Run {
    const { text, font, framed } = piece;
    const size = framed ? around * FRAME.text : around;
    const shape = remembered(this.#shapes, text, `${font.name} ${size} ${text}`, () =>
      this.#lay(text, font, size),
    );
    const room = framed ? 2 * (FRAME.inside + FRAME.outside) * around : 0;
    return { ...piece, ...shape, size, width: shape.width + room };
  }

  #lay(text: string, font: Font, size: number): Shape {
    this.#use(font, size);
    // Laid out as a whole; without features the library goes word by word, left to right, and keeps each.
    const byLibrary: Features[] = text.length <= KEPT.byLibrary ? [undefined] : [];
    for (const features of [...byLibrary, ...SHAPINGS]) {
      try {
        return { width: this.#doc.widthOfString(text, { features }), features };
      } catch {}
    }
    throw new Error(`the font ${font.name} cannot show "${text}"`);
  }

  #use(font: Font, size: number): void {
    const isNew = !this.#known.has(font.name);
    if (isNew) this.#doc.registerFont(font.name, font.bytes as never);
    this.#known.add(font.name);
    this.#doc.font(font.name, size);
    if (isNew) mend(this.#doc._font.font);
  }
}

function remembered<T>(known: Map<string, T>, text: string, key: string, find: () => T): T {
  if (text.length > KEPT.letters) return find();
  const found = known.get(key) ?? find();
  if (known.size >= KEPT.texts) known.clear();
  known.set(key, found);
  return found;
}

const SPACE = /^\p{White_Space}$/u;
const LETTER = /^\p{L}/u;
/** Whether more may be set in the same run. */
const isOpen = ({ framed, meant }: Piece): boolean => !framed && meant === undefined;

function add(parts: Piece[], piece: Piece): void {
  const last = parts.at(-1);
  if (last && isOpen(last) && isOpen(piece) && last.font === piece.font) last.text += piece.text;
  else parts.push({ ...piece });
}

const reversed = (run: Run): Run => ({ ...run, text: clustersOf(run.text).reverse().join('') });
