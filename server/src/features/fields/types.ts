/** The kinds of typed fields, in the public spec's words. Instructions are read, not answered. */
export const FIELD_TYPES = [
  'number',
  'text',
  'multiple_choice',
  'check_boxes',
  'media',
  'datetime',
  'signature',
  'asset',
  'person',
  'geofence',
  'instruction',
  'media_instruction',
  'table',
  'barcode',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The kinds that the older description of form templates knows, a closed list: every other one is told as text. */
export const OLDER_FIELD_TYPES = [
  'number',
  'text',
  'multiple_choice',
  'check_boxes',
  'media',
  'datetime',
  'signature',
  'asset',
  'person',
  'geofence',
  'instruction',
  'media_instruction',
] as const satisfies FieldType[];

/** A kind of field in the words of the older description. */
export const olderFieldType = (type: FieldType): (typeof OLDER_FIELD_TYPES)[number] =>
  OLDER_FIELD_TYPES.find((known) => known === type) ?? 'text';

/** What a table's column may hold. */
export const COLUMN_TYPES = [
  'text',
  'number',
  'datetime',
  'check_boxes',
  'multiple_choice',
  'signature',
  'media',
  'person',
  'barcode',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What a qualification type's field may be; its values go out a little otherwise than a form's. */
export const QUALIFICATION_TYPES = [
  'number',
  'text',
  'multiple_choice',
  'check_boxes',
  'datetime',
  'signature',
  'media',
  'table',
] as const;

/** What an answer can bring about. */
export const ACTION_TYPES = [
  'askFollowupQuestion',
  'showSection',
  'requirePhoto',
  'requireNote',
  'createIssue',
] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** What the fields of one kind of object can be. */
export interface FieldRules {
  /** What has them, in errors: `qualification`. */
  of: string;
  types: readonly FieldType[];
  actions: readonly ActionType[];
  /**
   * Under which name a media field has its value. With `mediaValue` there may be a note and pictures beside any
   * value; where `mediaList` is a value itself, there is no place for them.
   */
  mediaIn: 'mediaValue' | 'mediaList';
}

/** All that fields can be. */
export const ALL_FIELDS: FieldRules = {
  of: 'form',
  types: FIELD_TYPES,
  actions: ACTION_TYPES,
  mediaIn: 'mediaValue',
};

export interface Option {
  id: string;
  label: string;
  optionScoreWeight?: number;
  ignoreQuestionFromScoreIfSelected?: boolean;
}

export interface ConditionalAction {
  condition: {
    type: 'multipleChoiceValueCondition' | 'checkBoxesValueCondition';
    selectedOptionIds: string[];
  };
  actions: { type: ActionType; fieldId?: string; sectionId?: string }[];
}

/** What a field and a table's column have in common. */
export interface Question {
  id: string;
  label: string;
  type: FieldType;
  numDecimalPlaces?: number;
  options?: Option[];
  allowedDateTimeValueType?: 'datetime' | 'date' | 'time';
  /** Ours: the IANA zone in which a date field's calendar day is told. */
  timeZone?: string;
  allowManualEntry?: boolean;
  includeDrivers?: boolean;
  includeUsers?: boolean;
  filterByRoleIds?: string[];
}

/** A field of a template or type, as it is stored and served. */
export interface FieldDefinition extends Question {
  isRequired: boolean;
  questionWeight?: number;
  allowedAssetTypes?: ('vehicle' | 'trailer' | 'equipment' | 'unpoweredAsset')[];
  legalText?: string;
  filterByCurrentDriverTags?: boolean;
  columns?: (Question & { type: ColumnType })[];
  conditionalActions?: ConditionalAction[];
  autofillFromId?: string;
  isAutofillSource?: boolean;
}

/** A stored picture, document or signature, by what was uploaded; `servedText` tells its state and URL instead. */
export interface MediaRecord {
  id: string;
  contentType: string;
  /** In bytes. */
  size: number;
  /** In hex. */
  sha256: string;
}

/** A person whom a value names. */
export interface PersonId {
  id: string;
  type: 'driver' | 'user';
}

/**
 * The value of a field or cell, under the name that its type has on the wire. What stands in it for files, people
 * and assets is a reference while it is read, and what that was found to be afterwards.
 */
export interface Values<Media = MediaRecord, Person = PersonId, Asset = string> {
  numberValue?: { value: number };
  textValue?: { value: string };
  multipleChoiceValue?: { value: string; valueId: string };
  checkBoxesValue?: { value: string[]; valueIds: string[] };
  dateTimeValue?: { type: 'datetime' | 'date' | 'time'; value: string; dateValue?: string };
  mediaValue?: { mediaList: Media[] };
  signatureValue?: { media: Media };
  assetValue?: { asset: { entryType: 'tracked' | 'untracked'; id?: Asset; name?: string } };
  personValue?: {
    person: { entryType: 'tracked' | 'untracked'; polymorphicUserId?: Person; name?: string };
  };
  geofenceValue?: { geofence: { entryType: 'tracked' | 'untracked'; id?: string; name?: string } };
  barcodeValue?: { barcodes: { value: string }[] };
  tableValue?: {
    columns: { id: string; label: string; type: ColumnType }[];
    rows: { id: string; cells: ({ id: string; type: ColumnType } & Values<Media, Person, Asset>)[] }[];
  };
}

/** An answered field, as it is stored and, but for its files, served. */
export interface FieldValue<Media = MediaRecord, Person = PersonId, Asset = string>
  extends Values<Media, Person, Asset> {
  id: string;
  label: string;
  type: FieldType;
  /** Pictures beside the answer or, where the rules say so, the value of a media field. */
  mediaList?: Media[];
  note?: string;
  issue?: { id: string };
}

/** An answered field, whatever stands in it for files, people and assets. */
export type AnyFieldValue = FieldValue<unknown, unknown, unknown>;
