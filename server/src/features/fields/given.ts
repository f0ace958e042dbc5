import { type ApiError, invalid, missing } from '../../kernel/errors.ts';
import type { Draft } from './drafts.ts';
import type { FieldType, Question, Values } from './types.ts';

/** Checks the content of a value such as `numberValue`. `what` names the field in words for its errors. */
export type ReadValue = (what: string, question: Question, given: Record<string, unknown>) => Draft;

/** Under which name the wire has the value of each type; instructions have none. */
export const VALUE_NAMES: Record<FieldType, keyof Values | undefined> = {
  number: 'numberValue',
  text: 'textValue',
  multiple_choice: 'multipleChoiceValue',
  check_boxes: 'checkBoxesValue',
  media: 'mediaValue',
  datetime: 'dateTimeValue',
  signature: 'signatureValue',
  asset: 'assetValue',
  person: 'personValue',
  geofence: 'geofenceValue',
  instruction: undefined,
  media_instruction: undefined,
  table: 'tableValue',
  barcode: 'barcodeValue',
};

/** A question as its errors name it. */
export const nameOf = (kind: 'field' | 'column', { label, id }: Pick<Question, 'label' | 'id'>): string =>
  `${kind} "${label.slice(0, 100)}" (${id})`;

/** 400 for the value of one field. */
export const wrong = (what: string, problem: string): ApiError => invalid(what, problem);

/** A value in an error, cut to a length that can be read. */
export const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);

export function objectIn(what: string, name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(what, `${name} must be an object, not ${shown(value)}.`);
  return value as Record<string, unknown>;
}

export function listIn(what: string, name: string, value: unknown, most: number): unknown[] {
  if (!Array.isArray(value)) throw wrong(what, `${name} must be a list, not ${shown(value)}.`);
  if (value.length > most) throw wrong(what, `${name} has more than ${most} values.`);
  return value;
}

export function textIn(what: string, name: string, value: unknown, longest: number): string {
  if (typeof value !== 'string') throw wrong(what, `${name} must be a text, not ${shown(value)}.`);
  if (value.length > longest) throw wrong(what, `${name} is longer than ${longest} characters.`);
  return value;
}

/** No template or type has more. */
const MOST_FIELDS = 1000;

/** The list of a body's fields, each an object with an id and a type, none twice. */
export function fieldsIn(inputs: readonly unknown[]): (Record<string, unknown> & { id: string })[] {
  const seen = new Set<string>();
  return listIn('fields', 'it', inputs, MOST_FIELDS).map((input, index) => {
    const place = `fields.${index}`;
    const field = objectIn(place, 'it', input);
    if (field.id === undefined) throw missing(`${place}.id`);
    const id = textIn(place, 'id', field.id, 100).toLowerCase();
    if (seen.has(id)) throw wrong(place, `the field ${id} is named twice.`);
    seen.add(id);
    return { ...field, id };
  });
}
