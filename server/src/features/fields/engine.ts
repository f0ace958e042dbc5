import type { Caller } from '../../kernel/auth.ts';
import { badRequest } from '../../kernel/errors.ts';
import type { Services } from '../../kernel/feature.ts';
import { lookUpPeople, lookUpVehicles, rolesOfUsers } from '../directory/index.ts';
import { DOCUMENT_KINDS, type InlineMedia, PICTURE_KINDS, readInlineMedia } from '../media/index.ts';
import { readCheckBoxes, readMultipleChoice } from './choices.ts';
import { consequences, type Section } from './conditions.ts';
import { readDateTime } from './datetime.ts';
import { fieldsIn, type Needs, nameOf, type ReadValue, shown, textIn, wrong } from './given.ts';
import { readMedia, readMediaList, readSignature } from './media.ts';
import { readBarcode, readNumber, readText } from './plain.ts';
import { readAsset, readGeofence, readPerson } from './references.ts';
import { readTable, readTyped } from './table.ts';
import type { Dialect, FieldDefinition, FieldType, FieldValue } from './types.ts';

const LONGEST_NOTE = 10_000;

const READERS: Record<FieldType, ReadValue | undefined> = {
  number: readNumber,
  text: readText,
  multiple_choice: readMultipleChoice,
  check_boxes: readCheckBoxes,
  media: readMedia,
  datetime: readDateTime,
  signature: readSignature,
  asset: readAsset,
  person: readPerson,
  geofence: readGeofence,
  instruction: undefined,
  media_instruction: undefined,
  table: readTable,
  barcode: readBarcode,
};

/** Values to check against definitions. */
export interface FieldsRequest {
  definitions: readonly FieldDefinition[];
  sections?: readonly Section[];
  /** The body's `fields`, as they came. */
  inputs: readonly unknown[];
  dialect: Dialect;
  /** What is stored already: fields that `inputs` does not name stay. An input without a value clears its field. */
  before?: readonly FieldValue[];
  /** Whether each required field that is asked must have a value now. */
  complete: boolean;
  /** True where no media are taken, as when a form is made: 400 for them. */
  withoutMedia?: boolean;
}

/**
 * Checks values, finds the people and assets they name, decodes media. Call it before `write()`; stage `media`
 * before it and keep it inside (`withMedia`, `keepMedia`). Keep `fields` as JSON, as it is: with the state of their
 * media filled in by `servedText` they are what the wire shows.
 * @throws 400 naming the field by label and id; 404 for a person or asset that is not there; 413 for large media.
 */
export async function readFields(
  { database }: Pick<Services, 'database'>,
  caller: Pick<Caller, 'orgId' | 'tagIds'>,
  { definitions, sections = [], inputs, dialect, before = [], complete, withoutMedia }: FieldsRequest,
): Promise<{ fields: FieldValue[]; media: InlineMedia[] }> {
  const needs: Needs = { people: [], assets: [], media: [] };
  const values = new Map(before.map((value) => [value.id, value]));
  for (const input of fieldsIn(inputs)) {
    const definition = definitions.find(({ id }) => id === input.id);
    if (!definition) throw wrong('fields', `${shown(input.id)} is none of the fields.`);
    const value = readField(definition, input, dialect, needs);
    const issue = values.get(input.id)?.issue;
    if (value) values.set(input.id, { ...value, ...(issue ? { issue } : {}) });
    else values.delete(input.id);
  }
  if (withoutMedia && needs.media[0])
    throw wrong(needs.media[0].what, 'no media are taken here; they come when the form is handed in.');
  if (complete) refuseIncomplete(definitions, sections, values);
  await lookUp(database, caller, needs);
  const media = await decode(needs);
  return { fields: definitions.flatMap(({ id }) => values.get(id) ?? []), media };
}

/** One field's value as it is stored; nothing when the input has none. */
function readField(
  definition: FieldDefinition,
  input: Record<string, unknown>,
  dialect: Dialect,
  needs: Needs,
): FieldValue | undefined {
  const { id, label, type } = definition;
  const what = nameOf('field', definition);
  const read = READERS[type];
  if (!read) throw wrong(what, 'it is an instruction and takes no value.');
  const { mediaValue, ...value } = readTyped(what, definition, input, read, needs);
  const head = { id, label, type, ...value };
  if (dialect === 'qualification') {
    if (input.mediaList !== undefined || input.note !== undefined)
      throw wrong(what, 'fields of a qualification have no note and no mediaList beside their value.');
    if (mediaValue) return { ...head, mediaList: mediaValue.mediaList };
    return Object.keys(value).length > 0 ? head : undefined;
  }
  const extras = {
    ...(mediaValue ? { mediaValue } : {}),
    ...(input.note === undefined ? {} : { note: textIn(what, 'note', input.note, LONGEST_NOTE) }),
    ...(input.mediaList === undefined
      ? {}
      : { mediaList: readMediaList(what, 'mediaList', input.mediaList, needs) }),
  };
  return Object.keys({ ...value, ...extras }).length > 0 ? { ...head, ...extras } : undefined;
}

/** Finds everyone and everything that the values name, one statement a kind. */
async function lookUp(
  database: Services['database'],
  caller: Pick<Caller, 'orgId' | 'tagIds'>,
  { people, assets }: Needs,
): Promise<void> {
  if (people.length > 0) {
    const found = await lookUpPeople(
      database,
      caller,
      people.map(({ what, text }) => [what, text]),
    );
    const limited = people.filter(({ question }) => question.filterByRoleIds?.length);
    const users = limited.flatMap(({ text }) => found.get(text)?.id ?? []);
    const roles = users.length > 0 ? await rolesOfUsers(database, caller.orgId, users) : new Map();
    for (const need of people) need.found(found.get(need.text) as NonNullable<ReturnType<typeof found.get>>);
    for (const { what, text, question } of limited) {
      const person = found.get(text);
      const held: string[] = roles.get(person?.id) ?? [];
      if (person?.type === 'user' && !question.filterByRoleIds?.some((id) => held.includes(id)))
        throw wrong(
          what,
          `user-${person.id} has none of the roles that it takes: ${question.filterByRoleIds}.`,
        );
    }
  }
  if (assets.length > 0) {
    const found = await lookUpVehicles(
      database,
      caller,
      assets.map(({ what, text }) => [what, text]),
    );
    for (const need of assets) need.found(found.get(need.text) as string);
  }
}

/** Decodes the files one after the other: several at once would only hold more memory. */
async function decode({ media }: Needs): Promise<InlineMedia[]> {
  const decoded: InlineMedia[] = [];
  for (const { what, base64, pictureOnly, record } of media) {
    const file = await readInlineMedia(what, base64, pictureOnly ? PICTURE_KINDS : DOCUMENT_KINDS);
    record.id = file.id;
    decoded.push(file);
  }
  return decoded;
}

/** @throws 400 naming every field that is asked and lacks what it needs. */
function refuseIncomplete(
  definitions: readonly FieldDefinition[],
  sections: readonly Section[],
  values: ReadonlyMap<string, FieldValue>,
): void {
  const { asked, required } = consequences(definitions, sections, values);
  const problems = definitions.flatMap((definition) => {
    const { id } = definition;
    const value = values.get(id);
    const missing: string[] = [];
    if (definition.isRequired && asked.has(id) && isEmpty(value)) missing.push('it is required');
    if (required.requirePhoto.has(id) && !value?.mediaList?.length)
      missing.push('this answer needs a photo in mediaList');
    if (required.requireNote.has(id) && !value?.note?.trim()) missing.push('this answer needs a note');
    return missing.map((problem) => `${nameOf('field', definition)}: ${problem}`);
  });
  if (problems.length === 0) return;
  const more = problems.length > 5 ? `; and ${problems.length - 5} more` : '';
  throw badRequest(`Incomplete: ${problems.slice(0, 5).join('; ')}${more}.`);
}

/** Whether a field is without an answer, or with one that says nothing. */
function isEmpty(value: FieldValue | undefined): boolean {
  if (!value) return true;
  const list =
    value.checkBoxesValue?.valueIds ??
    value.mediaValue?.mediaList ??
    value.barcodeValue?.barcodes ??
    value.tableValue?.rows ??
    (value.type === 'media' ? (value.mediaList ?? []) : undefined);
  if (list) return list.length === 0;
  if (value.textValue) return value.textValue.value.trim() === '';
  return !(
    value.numberValue ??
    value.multipleChoiceValue ??
    value.dateTimeValue ??
    value.signatureValue ??
    value.assetValue ??
    value.personValue ??
    value.geofenceValue
  );
}
