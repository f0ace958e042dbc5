import bidiFactory from 'bidi-js';
import LineBreaker from 'linebreak';
import type { Font, FontBook } from './fonts.ts';

/** How a text is set. Sizes in points. */
export interface Style {
  size: number;
  bold?: boolean;
  color?: string;
}

/** A part of a line in one font and one direction. */
interface Run {
  text: string;
  font: Font;
  width: number;
  features: Features;
}

export interface Line {
  runs: Run[];
  width: number;
}

type Document = PDFKit.PDFDocument;

const LEADING = 1.38;
/** Marks, joiners and spaces stay in the font of what they follow. */
const JOINS = /^(?:\p{M}|\p{Join_Control}|\s)$/u;
const bidi = bidiFactory();
/** Features of a font beside those of its script, or which of those to leave out: the library takes both. */
type Features = PDFKit.Mixins.OpenTypeFeatures[];
/**
 * All features of the script. The library breaks off at marks for which a font has no place on their letter; then
 * they are set after it.
 */
const SHAPINGS = [[], { mark: false, mkmk: false, abvm: false, blwm: false, dist: false }] as Features[];
/** Laid out as a whole; without features the library goes word by word, left to right. */
const whole = (features: Features) => ({ features, lineBreak: false });

/** Sets text of any script: falls back from font to font, breaks lines by Unicode's rules, orders directions. */
export class Typesetter {
  readonly #doc: Document;
  readonly #book: FontBook;
  readonly #known = new Set<string>();

  constructor(doc: Document, book: FontBook) {
    this.#doc = doc;
    this.#book = book;
  }

  /** Breaks a text into lines that are at most `width` wide. */
  lines(text: string, width: number, style: Style): Line[] {
    return text
      .replace(/\r\n?/g, '\n')
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
    for (const [index, line] of lines.entries()) {
      const free = align ? align.width - line.width : 0;
      let x = left + (align?.to === 'center' ? free / 2 : free);
      // Every font stands on one line, whatever its own measures are.
      const baseline = top + index * style.size * LEADING + style.size * 1.06;
      for (const { text, font, width, features } of line.runs) {
        this.#use(font, style.size);
        const color = style.color ?? '#1d2530';
        this.#doc
          .fillColor(color)
          .strokeColor(color)
          .lineWidth(style.size * font.outline)
          .lineJoin('round');
        this.#doc.text(text, x, baseline, {
          ...whole(features),
          baseline: 'alphabetic',
          fill: true,
          stroke: font.outline > 0,
        });
        x += width;
      }
    }
  }

  #breakParagraph(paragraph: string, width: number, style: Style): Line[] {
    const lines: Line[] = [];
    const direction = directionOf(paragraph);
    let begin = 0;
    let end = 0;
    const fits = (to: number): boolean => this.#width(paragraph.slice(begin, to).trimEnd(), style) <= width;
    const close = (to: number): void => {
      lines.push(this.#line(paragraph.slice(begin, to).trimEnd(), direction, style));
      begin = to;
    };
    const breaker = new LineBreaker(paragraph);
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
      if (!fits(next.position) && end > begin) close(end);
      // A word that is wider than a line is broken wherever it must be.
      while (!fits(next.position)) {
        let at = begin;
        for (const character of paragraph.slice(begin)) {
          if (at > begin && !fits(at + character.length)) break;
          at += character.length;
        }
        close(at);
      }
      end = next.position;
    }
    if (begin < paragraph.length || lines.length === 0) close(paragraph.length);
    return lines;
  }

  /** A line's runs from left to right, as they are seen. */
  #line(text: string, direction: 'ltr' | 'rtl', style: Style): Line {
    const runs = visualParts(text, direction).flatMap(({ text: part, rightToLeft }) => {
      const fonts = this.#split(part, style);
      // The font's own layout turns letters round; signs among them that come from another font are turned here.
      return rightToLeft
        ? fonts.reverse().map((run) => (RIGHT_TO_LEFT.test(run.text) ? run : reversed(run)))
        : fonts;
    });
    return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
  }

  #width(text: string, style: Style): number {
    return this.#split(text, style).reduce((sum, run) => sum + run.width, 0);
  }

  /** Cuts a text where its font changes. Marks stay with what they stand on; what no font has becomes a question mark. */
  #split(text: string, { size, bold = false }: Style): Run[] {
    const parts: { text: string; font: Font }[] = [];
    for (const character of text) {
      const own = this.#book.fontOf(character, bold);
      const last = parts.at(-1);
      const joins = last && (JOINS.test(character) || own?.name === last.font.name);
      if (joins) last.text += character;
      else {
        const font = own ?? (this.#book.fontOf('?', bold) as Font);
        const shown = own ? character : '?';
        if (last && last.font === font) last.text += shown;
        else parts.push({ text: shown, font });
      }
    }
    return parts.map(({ text, font }) => this.#shape(text, font, size));
  }

  #shape(text: string, font: Font, size: number): Run {
    this.#use(font, size);
    for (const features of SHAPINGS) {
      try {
        return { text, font, width: this.#doc.widthOfString(text, whole(features)), features };
      } catch {}
    }
    throw new Error(`the font ${font.name} cannot show "${text}"`);
  }

  #use(font: Font, size: number): void {
    if (!this.#known.has(font.name)) this.#doc.registerFont(font.name, font.bytes as never);
    this.#known.add(font.name);
    this.#doc.font(font.name, size);
  }
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

const reversed = (run: Run): Run => ({ ...run, text: [...run.text].reverse().join('') });

/** The direction of a paragraph, by its first letter that has one. */
const directionOf = (text: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(text) && bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level === 1
    ? 'rtl'
    : 'ltr';

/** The parts of a line that each have one direction, from left to right; the words of each in the order of reading. */
function visualParts(text: string, direction: 'ltr' | 'rtl'): { text: string; rightToLeft: boolean }[] {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, rightToLeft: false }];
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
