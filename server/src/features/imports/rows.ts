import { markIn } from '../../kernel/spreadsheet.ts';
import { composed } from '../../kernel/text.ts';
import { CellProblem } from './cell-problem.ts';
import { type CellContext, readCell } from './columns.ts';
import type { Place } from './header.ts';
import type { Fields, Kind } from './kinds.ts';
import type { Names } from './names.ts';
import type { RowProblem } from './problems.ts';
import type { TableRow } from './table.ts';

/** A row as its cells tell it. */
export interface ReadRow {
  line: number;
  /** Every cell is well; else the row is not to be written. */
  sound: boolean;
  /** As its `Kind` names it: `driver`. */
  rowKind: string;
  fields: Fields;
  /** The text of each cell, by column. */
  texts: Map<string, string>;
  /** Tags that it names and that are to be made. */
  newTags: string[];
  /** Cells that look like what a spreadsheet has made of a code; they are wrong unless they change nothing. */
  suspects: RowProblem[];
}

/** Reads the cells of a row and notes every one that is wrong. */
export function readRow(
  kind: Kind,
  places: readonly Place[],
  { line, cells }: TableRow,
  names: Names,
  bad: RowProblem[],
): ReadRow {
  const before = bad.length;
  const context: CellContext = { names, newTags: [] };
  const fields: Fields = {};
  const externalIds = new Map<string, string>();
  const texts = new Map<string, string>();
  const suspects: RowProblem[] = [];
  for (const [at, cell] of cells.entries()) {
    const place = places[at];
    const value = composed(cell);
    if (value === '') continue;
    if (!place) {
      bad.push({
        line,
        value,
        problem: `the cell in column ${at + 1} has no column name. Is there a delimiter too many in the row?`,
      });
      continue;
    }
    if (place.passedOver) continue;
    texts.set(place.name, value);
    const mark = place.code && markIn(value);
    if (mark) suspects.push({ line, column: place.name, value, problem: mark });
    try {
      const read = readCell(place, value, context);
      if (place.key) externalIds.set(place.key, value);
      else fields[place.field] = read;
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      bad.push({ line, column: place.name, value, problem: error.message });
    }
  }
  if (externalIds.size > 0) fields.externalIds = Object.fromEntries(externalIds);
  const rowKind = kind.rowKind(fields);
  if (!Object.hasOwn(kind.write, rowKind))
    bad.push({
      line,
      column: 'type',
      value: rowKind,
      problem: 'give driver or user, or leave it empty for driver.',
    });
  else refuseForeign(rowKind, places, texts, line, bad);
  return { line, sound: bad.length === before, rowKind, fields, texts, newTags: context.newTags, suspects };
}

/** Notes cells that rows of this kind do not have. */
function refuseForeign(
  rowKind: string,
  places: readonly Place[],
  texts: ReadonlyMap<string, string>,
  line: number,
  bad: RowProblem[],
): void {
  for (const place of places) {
    const value = place && texts.get(place.name);
    if (!place?.only || place.only === rowKind || value === undefined) continue;
    const other = place.name === 'tags' ? 'A user is in the tags of its roles: Role@Tag.' : 'Empty the cell.';
    const fix = texts.has('type') ? other : `Empty the cell, or give ${place.only} as type.`;
    bad.push({ line, column: place.name, value, problem: `only ${place.only}s have it. ${fix}` });
  }
}

/** The fields as the features take them. */
export function toWrite({ fields: { type: _, ...fields } }: ReadRow): Fields {
  return fields;
}
