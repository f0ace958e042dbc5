import type { components } from '@crewready/client';
import type { Definition, PaperRecord } from './data.ts';

type Schemas = components['schemas'];
type FieldInput = Schemas['QualificationFieldInput'];
type Value = PaperRecord['fields'][number];
type Cell = Schemas['FormTableRow']['cells'][number];
export type Question = Definition | NonNullable<Definition['columns']>[number];

/** A file as it is sent. */
export interface Sent {
  name: string;
  base64Payload: string;
  mediaType: string;
}

/** What was typed or chosen for a field or a cell, as inputs have it. */
export interface Draft {
  text?: string;
  chosen?: string[];
  files?: Sent[];
  rows?: { id: string; cells: Record<string, Draft> }[];
}

/** What was typed of each field, by its id. */
export type Drafts = Readonly<Record<string, Draft>>;

const two = (part: number): string => String(part).padStart(2, '0');

/** A moment as the date of an input, in the viewer's zone. */
export const dayIn = (time: string): string => new Date(time).toLocaleDateString('sv');

const minuteIn = (time: string): string => {
  const at = new Date(time);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
};

/** The start of a day of the viewer's with its offset, by which terms are counted. */
export function startOfDay(day: string): string {
  const minutes = -new Date(`${day}T00:00:00`).getTimezoneOffset();
  const [sign, size] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  return `${day}T00:00:00${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The last second of a day of the viewer's: what expires on a day is valid on it. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

/** What a field of a record says, as its inputs have it; files stay where they are. */
export function draftOf(value: Value | Cell): Draft {
  switch (value.type) {
    case 'number':
      return { text: value.numberValue ? String(value.numberValue.value) : '' };
    case 'text':
      return { text: value.textValue?.value ?? '' };
    case 'multiple_choice':
      return { chosen: value.multipleChoiceValue ? [value.multipleChoiceValue.valueId] : [] };
    case 'check_boxes':
      return { chosen: value.checkBoxesValue?.valueIds ?? [] };
    case 'datetime': {
      if (!value.dateTimeValue) return {};
      const { type, value: time, dateValue } = value.dateTimeValue;
      if (type === 'date') return { text: dateValue ?? time.slice(0, 10) };
      return { text: type === 'time' ? minuteIn(time) : `${dayIn(time)}T${minuteIn(time)}` };
    }
    case 'barcode':
      return { text: value.barcodeValue?.barcodes.map((each) => each.value).join(', ') ?? '' };
    case 'person': {
      const of = value.personValue?.person.polymorphicUserId;
      return of ? { chosen: [`${of.type}-${of.id}`] } : {};
    }
    case 'table':
      return {
        rows: (value.tableValue?.rows ?? []).map(({ id, cells }) => ({
          id,
          cells: Object.fromEntries(cells.map((cell) => [cell.id, draftOf(cell)])),
        })),
      };
    default:
      return {};
  }
}

export const draftsOf = (record: PaperRecord): Drafts =>
  Object.fromEntries(record.fields.map((value) => [value.id, draftOf(value)]));

/** The moment that a date, a time of day or both stand for. */
function momentOf(text: string, { allowedDateTimeValueType: kind, timeZone }: Question): string {
  // The middle of the day is the same day in the zone that the field tells it in.
  if (kind === 'date') return `${text}T${timeZone ? '10' : '00'}:00:00Z`;
  return new Date(kind === 'time' ? `1970-01-01T${text}:00` : text).toISOString();
}

/** The value of a field or cell for the server; empty for one that says nothing. */
function saidOf(question: Question, draft: Draft): Omit<FieldInput, 'id' | 'type'> {
  const text = draft.text?.trim() ?? '';
  const [first] = draft.chosen ?? [];
  switch (question.type) {
    case 'number':
      return text ? { numberValue: { value: Number(text) } } : {};
    case 'text':
      return text ? { textValue: { value: text } } : {};
    case 'multiple_choice':
      return first ? { multipleChoiceValue: { valueId: first } } : {};
    case 'check_boxes':
      return draft.chosen?.length ? { checkBoxesValue: { valueIds: draft.chosen } } : {};
    case 'datetime':
      return text ? { dateTimeValue: { value: momentOf(text, question) } } : {};
    case 'signature': {
      const [file] = draft.files ?? [];
      return file ? { signatureValue: { media: sentOf(file) } } : {};
    }
    case 'media':
      return draft.files?.length ? { mediaValue: { mediaList: draft.files.map(sentOf) } } : {};
    case 'table':
      return draft.rows?.length ? { tableValue: { rows: rowsOf(question as Definition, draft) } } : {};
    default:
      return {};
  }
}

const sentOf = ({ base64Payload, mediaType }: Sent) => ({ base64Payload, mediaType });

const rowsOf = (table: Definition, { rows = [] }: Draft) =>
  rows.map(({ id, cells }) => ({
    id,
    cells: (table.columns ?? []).flatMap((column) => {
      const draft = cells[column.id] ?? {};
      const [person] = draft.chosen ?? [];
      const text = draft.text?.trim();
      const value =
        column.type === 'person'
          ? person && { personValue: { person: { polymorphicUserId: person } } }
          : column.type === 'barcode'
            ? text && { barcodeValue: { barcodes: text.split(/\s*,\s*/).map((each) => ({ value: each })) } }
            : saidOf(column, draft);
      return value && Object.keys(value).length > 0 ? [{ id: column.id, type: column.type, ...value }] : [];
    }),
  }));

/** The fields that are asked: a follow-up only once the answer that asks for it is chosen. */
export function askedOf(fields: readonly Definition[], drafts: Drafts): Definition[] {
  const actions = fields.flatMap(({ id, conditionalActions = [] }) =>
    conditionalActions.flatMap(({ condition, actions: taken }) =>
      taken.flatMap(({ fieldId }) =>
        fieldId
          ? {
              fieldId,
              isMet: condition.selectedOptionIds.some((each) => drafts[id]?.chosen?.includes(each)),
            }
          : [],
      ),
    ),
  );
  const followUps = new Set(actions.map(({ fieldId }) => fieldId));
  const met = new Set(actions.flatMap(({ fieldId, isMet }) => (isMet ? fieldId : [])));
  return fields.filter(({ id }) => !followUps.has(id) || met.has(id));
}

/** Fields for the server: those that say something, or with `before` those that say something else than it. */
export function fieldsOf(asked: readonly Definition[], drafts: Drafts, before?: Drafts): FieldInput[] {
  return asked.flatMap((field) => {
    const draft = drafts[field.id] ?? {};
    const value = saidOf(field, draft);
    const isFile = field.type === 'media' || field.type === 'signature';
    const isSaid = Object.keys(value).length > 0;
    const isOther = before && JSON.stringify(value) !== JSON.stringify(saidOf(field, before[field.id] ?? {}));
    if (before && !isFile ? !isOther : !isSaid) return [];
    return [{ id: field.id, type: field.type as FieldInput['type'], ...value }];
  });
}

/** A UUID; `crypto.randomUUID` is not there over plain http. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 15) | 64;
  bytes[8] = ((bytes[8] as number) & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
