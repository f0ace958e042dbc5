import type { StatusName } from '../parts/status.tsx';
import { type Detail, LETTERS, type Row } from './data.ts';

/** A cell with its gap, and a row, in CSS pixels. */
export const CELL = 33;
export const ROW = 32;
const SIZE = 30;

/** Colors of the page as it looks now. */
export interface Palette {
  color(name: string): string;
  /** Changes when the look does. */
  key: string;
}

export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  return { color: (name) => style.getPropertyValue(name).trim(), key: style.colorScheme };
}

const sprites = new Map<string, HTMLCanvasElement>();

/** One cell of a status, drawn once for each look and resolution. */
function sprite(status: StatusName, { color, key }: Palette, ratio: number): HTMLCanvasElement {
  const name = `${status} ${key} ${ratio}`;
  let drawn = sprites.get(name);
  if (drawn) return drawn;
  drawn = document.createElement('canvas');
  drawn.width = drawn.height = Math.ceil(SIZE * ratio);
  const pen = drawn.getContext('2d') as CanvasRenderingContext2D;
  pen.scale(ratio, ratio);
  pen.beginPath();
  if (status === 'notNeeded') {
    pen.fillStyle = color('--notneeded-dot');
    pen.arc(SIZE / 2, SIZE / 2, 1.5, 0, Math.PI * 2);
    pen.fill();
  } else if (status === 'missing' || status === 'waived') {
    const [line, hatch] =
      status === 'missing' ? ['--missing-line', '--missing-hatch'] : ['--line-strong', '--line'];
    pen.roundRect(0.75, 1.75, SIZE - 1.5, SIZE - 5.5, 4);
    pen.fillStyle = color('--surface');
    pen.fill();
    pen.save();
    pen.clip();
    pen.strokeStyle = color(hatch);
    pen.lineWidth = 1.5;
    pen.beginPath();
    for (let x = -SIZE; x < SIZE; x += 5) {
      pen.moveTo(x, SIZE);
      pen.lineTo(x + SIZE, 0);
    }
    pen.stroke();
    pen.restore();
    pen.beginPath();
    pen.roundRect(0.75, 1.75, SIZE - 1.5, SIZE - 5.5, 4);
    pen.strokeStyle = color(line);
    pen.lineWidth = 1.5;
    pen.stroke();
  } else {
    pen.roundRect(0, 1, SIZE, SIZE - 4, 4);
    pen.fillStyle = color(`--${status}-fill`);
    pen.fill();
  }
  sprites.set(name, drawn);
  return drawn;
}

export interface Scene {
  rows: readonly Row[];
  requirements: readonly { id: string }[];
  details: ReadonlyMap<string, Detail>;
  selected: ReadonlySet<string>;
  /** How far it is scrolled. */
  left: number;
  top: number;
  width: number;
  height: number;
  palette: Palette;
  font: string;
  /** The figure of a cell. */
  figure(time: string): string;
}

/** Draws the cells that are in sight. */
export function draw(canvas: HTMLCanvasElement, scene: Scene): void {
  const { rows, requirements, details, left, top, width, height, palette } = scene;
  const ratio = devicePixelRatio;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = `600 11px ${scene.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const firstColumn = Math.max(0, Math.floor(left / CELL));
  const lastColumn = Math.min(requirements.length - 1, Math.floor((left + width) / CELL));
  const lastRow = Math.min(rows.length - 1, Math.floor((top + height) / ROW));
  for (let at = Math.max(0, Math.floor(top / ROW)); at <= lastRow; at += 1) {
    const row = rows[at] as Row;
    const y = at * ROW - top;
    if (scene.selected.has(row.id)) {
      pen.fillStyle = palette.color('--surface-selected');
      pen.fillRect(0, y, width, ROW);
    }
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      const { status } = LETTERS[row.statuses[column] as string] as (typeof LETTERS)[string];
      const x = column * CELL - left;
      pen.drawImage(sprite(status, palette, ratio), x, y, SIZE, SIZE);
      if (status === 'notNeeded' || status === 'waived') continue;
      const detail = details.get(`${row.id} ${requirements[column]?.id}`);
      if (!detail) continue;
      if (detail.time && (status === 'expired' || status === 'expiring')) {
        pen.fillStyle = palette.color(`--${status}-on`);
        pen.fillText(scene.figure(detail.time), x + SIZE / 2, y + SIZE / 2 - 1);
      }
      if (detail.isInHand) {
        pen.fillStyle = palette.color('--surface');
        pen.beginPath();
        pen.arc(x + SIZE - 2, y + 3, 4.5, 0, Math.PI * 2);
        pen.fill();
        pen.fillStyle = palette.color('--accent');
        pen.beginPath();
        pen.arc(x + SIZE - 2, y + 3, 3, 0, Math.PI * 2);
        pen.fill();
      }
    }
  }
}

/** Days as a cell has room for them: `13`, `−13`, `4m`, `2y`. */
export function figureOf(days: number): string {
  const sign = days < 0 ? '−' : '';
  const count = Math.abs(days);
  if (count <= 99) return `${sign}${count}`;
  return count < 365 ? `${sign}${Math.floor(count / 30)}m` : `${sign}${Math.floor(count / 365)}y`;
}
