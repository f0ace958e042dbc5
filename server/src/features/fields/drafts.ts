import type { FieldValue, MediaRecord, PersonId, Question, Values } from './types.ts';

// A value that was read names people and assets and holds files in base64. All of them are found and decoded
// together, once every value is read; only then is it built as it is stored.

/** A person as a value names one; `what` is the place, for errors. */
export interface PersonReference {
  what: string;
  text: string;
  question: Question;
}

export interface AssetReference {
  what: string;
  text: string;
}

/** A file as it came. */
export interface MediaReference {
  what: string;
  base64: string;
  pictureOnly: boolean;
}

export type Draft = Values<MediaReference, PersonReference, AssetReference>;
export type FieldDraft = FieldValue<MediaReference, PersonReference, AssetReference>;

/** All that drafts refer to, in their order. */
export interface References {
  people: PersonReference[];
  assets: AssetReference[];
  media: MediaReference[];
}

/** What each reference was found to be. */
export interface Found {
  people: ReadonlyMap<PersonReference, PersonId>;
  assets: ReadonlyMap<AssetReference, string>;
  media: ReadonlyMap<MediaReference, MediaRecord>;
}

export function referencesIn(drafts: Iterable<FieldDraft>): References {
  const references: References = { people: [], assets: [], media: [] };
  const add = ({ personValue, assetValue, mediaValue, signatureValue, tableValue }: Draft): void => {
    if (personValue?.person.polymorphicUserId) references.people.push(personValue.person.polymorphicUserId);
    if (assetValue?.asset.id) references.assets.push(assetValue.asset.id);
    references.media.push(...(mediaValue?.mediaList ?? []));
    if (signatureValue) references.media.push(signatureValue.media);
    for (const { cells } of tableValue?.rows ?? []) cells.forEach(add);
  };
  for (const draft of drafts) {
    add(draft);
    references.media.push(...(draft.mediaList ?? []));
  }
  return references;
}

/** A field as it is stored. */
export function built({ mediaList, ...draft }: FieldDraft, found: Found): FieldValue {
  return { ...filled(draft, found), ...(mediaList ? { mediaList: mediaList.map(fileOf(found)) } : {}) };
}

type Referring = 'personValue' | 'assetValue' | 'mediaValue' | 'signatureValue' | 'tableValue';

/** A field or cell with what it refers to in its place. */
function filled<D extends Draft>(draft: D, found: Found): Omit<D, Referring> & Pick<Values, Referring> {
  const { personValue, assetValue, mediaValue, signatureValue, tableValue, ...plain } = draft;
  const values: Pick<Values, Referring> = {};
  if (personValue) {
    const { polymorphicUserId: reference, ...person } = personValue.person;
    const polymorphicUserId = reference && found.people.get(reference);
    values.personValue = { person: { ...person, ...(polymorphicUserId ? { polymorphicUserId } : {}) } };
  }
  if (assetValue) {
    const { id: reference, ...asset } = assetValue.asset;
    const id = reference && found.assets.get(reference);
    values.assetValue = { asset: { ...asset, ...(id ? { id } : {}) } };
  }
  if (mediaValue) values.mediaValue = { mediaList: mediaValue.mediaList.map(fileOf(found)) };
  if (signatureValue) values.signatureValue = { media: fileOf(found)(signatureValue.media) };
  if (tableValue) {
    const { columns, rows } = tableValue;
    values.tableValue = {
      columns,
      rows: rows.map(({ id, cells }) => ({ id, cells: cells.map((cell) => filled(cell, found)) })),
    };
  }
  return { ...plain, ...values };
}

const fileOf =
  ({ media }: Found) =>
  (reference: MediaReference): MediaRecord =>
    media.get(reference) as MediaRecord;
