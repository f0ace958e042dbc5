import PDFDocument from 'pdfkit';
import type { FontBook } from './fonts.ts';
import { type Style, Typesetter } from './text.ts';

const MARGIN = 48;
const FOOTER = 26;

export const MUTED = '#5b6675';
const RULE = '#d5dbe3';
const BAND = '#eef2f7';

/** A picture to place: its bytes, a JPEG, and its size in pixels. */
export interface Picture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** A cell of a table: texts one below the other, then pictures. */
export interface Cell {
  text?: string;
  pictures?: Picture[];
}

/** Letter pages that are filled from top to bottom; a new one begins where the old one is full. */
export class Pages {
  readonly doc: PDFKit.PDFDocument;
  readonly #set: Typesetter;
  #y = MARGIN;
  readonly left = MARGIN;
  readonly width: number;
  readonly #bottom: number;

  constructor(book: FontBook, info: { Title: string; CreationDate: Date }) {
    this.doc = new PDFDocument({
      size: 'LETTER',
      margin: 0,
      bufferPages: true,
      info,
      lang: 'und',
      compress: true,
    });
    this.#set = new Typesetter(this.doc, book);
    this.width = this.doc.page.width - 2 * MARGIN;
    this.#bottom = this.doc.page.height - MARGIN - FOOTER;
  }

  /** Begins a new page unless `height` is left on this one. */
  need(height: number): void {
    if (this.#y + height > this.#bottom && this.#y > MARGIN) {
      this.#pack();
      this.doc.addPage();
      this.#y = MARGIN;
    }
  }

  /** A full page waits for the number of the last one: as one piece, its thousands of commands take little memory. */
  #pack(): void {
    const { content } = this.doc.page as unknown as { content: { buffer: Uint8Array[] } };
    content.buffer = [Buffer.concat(content.buffer)];
  }

  gap(height: number): void {
    this.#y += height;
  }

  /** A text over the width of the page, or a part of it; goes on over as many pages as it needs. */
  text(text: string, style: Style, indent = 0): void {
    for (const line of this.#set.lines(text, this.width - indent, style)) {
      const height = this.#set.height([line], style);
      this.need(height);
      this.#set.draw([line], this.left + indent, this.#y, style);
      this.#y += height;
    }
  }

  /** A heading on a band of color, never alone at the foot of a page. */
  band(text: string): void {
    const style = { size: 11.5, bold: true };
    const lines = this.#set.lines(text, this.width - 16, style);
    const height = this.#set.height(lines, style) + 10;
    this.gap(10);
    this.need(height + 50);
    this.doc.rect(this.left, this.#y, this.width, height).fill(BAND);
    this.#set.draw(lines, this.left + 8, this.#y + 5, style);
    this.#y += height + 4;
  }

  rule(): void {
    this.doc
      .moveTo(this.left, this.#y)
      .lineTo(this.left + this.width, this.#y)
      .lineWidth(0.5)
      .stroke(RULE);
  }

  /** A label at the left and a text beside it; long texts go on over the next pages. */
  pair(label: string, text: string, styles: { label: Style; text: Style }, share = 0.36): void {
    const column = this.width * share - 12;
    const labels = this.#set.lines(label, column, styles.label);
    const lines = this.#set.lines(text, this.width * (1 - share), styles.text);
    const rows = Math.max(labels.length, lines.length);
    const step = Math.max(
      this.#set.height([{ runs: [], width: 0 }], styles.label),
      this.#set.height([{ runs: [], width: 0 }], styles.text),
    );
    this.need(Math.min(rows, 3) * step + 6);
    this.gap(3);
    for (let row = 0; row < rows; row += 1) {
      this.need(step);
      const [a, b] = [labels[row], lines[row]];
      if (a) this.#set.draw([a], this.left, this.#y, styles.label);
      if (b) this.#set.draw([b], this.left + this.width * share, this.#y, styles.text);
      this.#y += step;
    }
    this.gap(3);
  }

  /** Pictures beside each other, as many as fit, each at most `height` high. */
  pictures(pictures: readonly Picture[], height: number, indent: number): void {
    let x = indent;
    let row = 0;
    for (const picture of pictures) {
      const [wide, high] = fit(picture, this.width - indent, height);
      if (x > indent && x + wide > this.width) {
        this.#y += row + 6;
        [x, row] = [indent, 0];
      }
      if (x === indent) this.need(high + 6);
      this.#frame(picture, this.left + x, this.#y, wide, high);
      x += wide + 6;
      row = Math.max(row, high);
    }
    this.#y += row + 6;
  }

  /** A table with a head that comes again on each page. */
  table(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
    const size = head.length > 7 ? 7 : head.length > 5 ? 8 : 9;
    const [pad, column] = [4, this.width / head.length];
    const styles = { head: { size, bold: true, color: MUTED }, cell: { size } };
    const drawRow = (cells: readonly Cell[], style: Style): number => {
      const parts = cells.map(({ text = '', pictures = [] }) => {
        const lines = text === '' ? [] : this.#set.lines(text, column - 2 * pad, style);
        const fitted = pictures.map((picture) => ({ picture, size: fit(picture, column - 2 * pad, 54) }));
        const tall = fitted.reduce((sum, { size: [, high] }) => sum + high + 3, 0);
        return { lines, fitted, height: this.#set.height(lines, style) + tall };
      });
      const height = Math.max(...parts.map((part) => part.height), size) + 2 * pad;
      if (this.#y + height > this.#bottom && style === styles.cell && this.#y > MARGIN) {
        this.need(height);
        drawRow(
          head.map((text) => ({ text })),
          styles.head,
        );
      }
      for (const [index, { lines, fitted }] of parts.entries()) {
        const x = this.left + index * column;
        if (style === styles.head) this.doc.rect(x, this.#y, column, height).fill(BAND);
        this.#set.draw(lines, x + pad, this.#y + pad, style);
        let y = this.#y + pad + this.#set.height(lines, style);
        for (const {
          picture,
          size: [wide, high],
        } of fitted) {
          this.#frame(picture, x + pad, y, wide, high);
          y += high + 3;
        }
        this.doc.rect(x, this.#y, column, height).lineWidth(0.5).stroke(RULE);
      }
      this.#y += height;
      return height;
    };
    this.gap(2);
    this.need(60);
    drawRow(
      head.map((text) => ({ text })),
      styles.head,
    );
    for (const cells of rows) drawRow(cells, styles.cell);
    this.gap(6);
  }

  /** Numbers the pages and ends the document. */
  end(footer: string): void {
    const { start, count } = this.doc.bufferedPageRange();
    const style = { size: 7.5, color: MUTED };
    for (let index = start; index < start + count; index += 1) {
      this.doc.switchToPage(index);
      const y = this.doc.page.height - MARGIN - 6;
      this.#set.draw(this.#set.lines(footer, this.width - 80, style).slice(0, 1), this.left, y, style);
      this.#set.draw(this.#set.lines(`${index + 1} / ${count}`, 80, style), this.left, y, style, {
        width: this.width,
        to: 'right',
      });
    }
    this.doc.end();
  }

  #frame(picture: Picture, x: number, y: number, width: number, height: number): void {
    // Its types know Buffers only.
    this.doc.image(picture.bytes as Buffer, x, y, { width, height });
    this.doc.rect(x, y, width, height).lineWidth(0.5).stroke(RULE);
  }
}

/** A picture's size on the page: inside a box, never larger than its pixels at 96 to the inch. */
function fit({ width, height }: Picture, most: number, highest: number): [width: number, height: number] {
  const scale = Math.min(most / width, highest / height, 0.75);
  return [width * scale, height * scale];
}
