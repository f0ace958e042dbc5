import { isUuid } from '../../kernel/ids.ts';
import { readCheckBoxes, readMultipleChoice } from './choices.ts';
import { readDateTime } from './datetime.ts';
import type { Draft } from './drafts.ts';
import { listIn, nameOf, objectIn, type ReadValue, shown, textIn, VALUE_NAMES, wrong } from './given.ts';
import { readMedia, readSignature } from './media.ts';
import { readBarcode, readNumber, readText } from './plain.ts';
import { readPerson } from './references.ts';
import type { ColumnType, FieldDefinition, Question } from './types.ts';

const MOST_ROWS = 200;

const CELLS: Record<ColumnType, ReadValue> = {
  text: readText,
  number: readNumber,
  datetime: readDateTime,
  check_boxes: readCheckBoxes,
  multiple_choice: readMultipleChoice,
  signature: readSignature,
  media: readMedia,
  person: readPerson,
  barcode: readBarcode,
};

/** Rows of cells; a cell's id is that of its column. The columns' labels are kept with the rows. */
export const readTable: ReadValue = (what, question, given) => {
  const { columns = [] } = question as FieldDefinition;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const rowIds = new Set<string>();
  const rows = listIn(what, 'tableValue.rows', given.rows, MOST_ROWS).map((entry, index) => {
    const row = objectIn(what, `row ${index + 1}`, entry);
    const id = uuidIn(what, `the id of row ${index + 1}`, row.id);
    if (rowIds.has(id)) throw wrong(what, `row ${index + 1} has the id ${id} of an earlier one.`);
    rowIds.add(id);
    const seen = new Set<string>();
    const cells = listIn(what, `the cells of row ${index + 1}`, row.cells, columns.length).map((item) => {
      const cell = objectIn(what, `a cell of row ${index + 1}`, item);
      const column = byId.get(String(cell.id).toLowerCase());
      if (!column)
        throw wrong(
          what,
          `row ${index + 1} has a cell ${shown(cell.id)}, which is none of its columns: ${columns.map(({ id: known, label }) => `${known} (${label.slice(0, 30)})`).join(', ')}.`,
        );
      const place = `${what}, row ${index + 1}, ${nameOf('column', column)}`;
      if (seen.has(column.id)) throw wrong(place, 'it has two cells.');
      seen.add(column.id);
      return {
        id: column.id,
        type: column.type,
        ...readTyped(place, column, cell, CELLS[column.type]),
      };
    });
    return { id, cells };
  });
  return { tableValue: { columns: columns.map(({ id, label, type }) => ({ id, label, type })), rows } };
};

/**
 * Reads the value of a field or cell whose input says which type it is. @returns nothing but the value; empty when
 * the input has none.
 * @throws 400 for another type than the question's, or a value of another type.
 */
export function readTyped(
  what: string,
  question: Question,
  input: Record<string, unknown>,
  read: ReadValue,
): Draft {
  if (input.type === undefined) throw wrong(what, `type is missing; it is ${question.type}.`);
  if (input.type !== question.type)
    throw wrong(what, `it is of type ${question.type}, not ${shown(input.type)}.`);
  const own = VALUE_NAMES[question.type] as string;
  const other = Object.values(VALUE_NAMES).find((name) => name && name !== own && input[name] !== undefined);
  if (other) throw wrong(what, `it is of type ${question.type}: send ${own}, not ${other}.`);
  if (input[own] === undefined) return {};
  return read(what, question, objectIn(what, own, input[own]));
}

function uuidIn(what: string, name: string, value: unknown): string {
  const text = textIn(what, name, value, 100);
  if (!isUuid(text)) throw wrong(what, `${name} must be a UUID, not ${shown(text)}.`);
  return text.toLowerCase();
}
