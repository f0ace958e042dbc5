import type { Sight } from '../../kernel/auth.ts';
import type { Services } from '../../kernel/feature.ts';
import type { InlineMedia } from '../media/index.ts';
import { readCheckBoxes, readMultipleChoice } from './choices.ts';
import { refuseIncomplete } from './complete.ts';
import type { Section } from './conditions.ts';
import { readDateTime } from './datetime.ts';
import { built, type Draft, type FieldDraft, referencesIn } from './drafts.ts';
import { fieldsIn, nameOf, type ReadValue, shown, textIn, wrong } from './given.ts';
import { decode, lookUp } from './look-up.ts';
import { readMedia, readMediaList, readSignature } from './media.ts';
import { readBarcode, readNumber, readText } from './plain.ts';
import { readAsset, readGeofence, readPerson } from './references.ts';
import { readTable, readTyped } from './table.ts';
import {
  ALL_FIELDS,
  type AnyFieldValue,
  type FieldDefinition,
  type FieldRules,
  type FieldType,
  type FieldValue,
} from './types.ts';

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
  /** What they can be; all that there is unless given. */
  rules?: FieldRules;
  /** What is stored already: fields that `inputs` does not name stay. An input without a value clears its field. */
  before?: readonly FieldValue[];
  /** Whether each required field that is asked must have a value now. */
  complete: boolean;
  /** True where no media are taken, as when a form is made: 400 for them. */
  withoutMedia?: boolean;
}

/**
 * Checks values, finds the people and assets they name, decodes media. Call it before `write()`; stage `media`
 * before it and keep it inside (`withMedia`, `keepMedia`). Keep `fields` as JSON, as it is: a ledger document
 * has them so, and with the state of their files filled in by `servedText` they are what the wire shows.
 * @throws 400 naming the field by label and id; 404 for a person or asset that is not there; 413 for large media.
 */
export async function readFields(
  { database }: Pick<Services, 'database'>,
  sight: Sight,
  {
    definitions,
    sections = [],
    inputs,
    rules = ALL_FIELDS,
    before = [],
    complete,
    withoutMedia,
  }: FieldsRequest,
): Promise<{ fields: FieldValue[]; media: InlineMedia[] }> {
  const kept = new Map(before.map((value) => [value.id, value]));
  const drafts = new Map<string, FieldDraft>();
  for (const input of fieldsIn(inputs)) {
    const definition = definitions.find(({ id }) => id === input.id);
    if (!definition) throw wrong('fields', `${shown(input.id)} is none of the fields.`);
    const draft = readField(definition, input, rules);
    const issue = kept.get(input.id)?.issue;
    if (draft) drafts.set(input.id, { ...draft, ...(issue ? { issue } : {}) });
    kept.delete(input.id);
  }
  const references = referencesIn(drafts.values());
  if (withoutMedia && references.media[0])
    throw wrong(references.media[0].what, 'no media are taken here; they come when the form is handed in.');
  if (complete) refuseIncomplete(definitions, sections, new Map<string, AnyFieldValue>([...kept, ...drafts]));
  const known = await lookUp(database, sight, references);
  const { files, media } = await decode(references);
  const fields = definitions.flatMap(({ id }) => {
    const draft = drafts.get(id);
    return draft ? built(draft, { ...known, media }) : (kept.get(id) ?? []);
  });
  return { fields, media: files };
}

/** One field's value; nothing when the input has none. */
function readField(
  definition: FieldDefinition,
  input: Record<string, unknown>,
  rules: FieldRules,
): FieldDraft | undefined {
  const { id, label, type } = definition;
  const what = nameOf('field', definition);
  const read = READERS[type];
  if (!read) throw wrong(what, 'it is an instruction and takes no value.');
  const value = readTyped(what, definition, input, read);
  const answer =
    rules.mediaIn === 'mediaList' ? alone(what, value, input, rules) : accompanied(what, value, input);
  return Object.keys(answer).length > 0 ? { id, label, type, ...answer } : undefined;
}

type Answer = Omit<FieldDraft, 'id' | 'label' | 'type'>;

/** A value with nothing beside it, its media in `mediaList`. */
function alone(
  what: string,
  { mediaValue, ...value }: Draft,
  input: Record<string, unknown>,
  { of }: FieldRules,
): Answer {
  if (input.mediaList !== undefined || input.note !== undefined)
    throw wrong(what, `fields of a ${of} have no note and no mediaList beside their value.`);
  return mediaValue ? { ...value, mediaList: mediaValue.mediaList } : value;
}

/** A value with the note and the pictures beside it. */
const accompanied = (what: string, value: Draft, { note, mediaList }: Record<string, unknown>): Answer => ({
  ...value,
  ...(note === undefined ? {} : { note: textIn(what, 'note', note, LONGEST_NOTE) }),
  ...(mediaList === undefined ? {} : { mediaList: readMediaList(what, 'mediaList', mediaList) }),
});
