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

/** Who speaks: a form has media in `mediaValue`, a qualification in `mediaList`. */
export type Dialect = 'form' | 'qualification';

export interface Option {
  id: string;
  label: string;
  optionScoreWeight?: number;
  ignoreQuestionFromScoreIfSelected?: boolean;
}

export type ActionType =
  | 'askFollowupQuestion'
  | 'showSection'
  | 'requirePhoto'
  | 'requireNote'
  | 'createIssue';

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

/** A stored picture, document or signature; `servedText` tells its state and URL when it is served. */
export interface MediaRecord {
  id: string;
  processingStatus: 'unknown';
}

/** The value of a field or cell, under the name that its type has on the wire. */
export interface Values {
  numberValue?: { value: number };
  textValue?: { value: string };
  multipleChoiceValue?: { value: string; valueId: string };
  checkBoxesValue?: { value: string[]; valueIds: string[] };
  dateTimeValue?: { type: 'datetime' | 'date' | 'time'; value: string; dateValue?: string };
  mediaValue?: { mediaList: MediaRecord[] };
  signatureValue?: { media: MediaRecord };
  assetValue?: { asset: { entryType: 'tracked' | 'untracked'; id?: string; name?: string } };
  personValue?: {
    person: {
      entryType: 'tracked' | 'untracked';
      polymorphicUserId?: { id: string; type: 'driver' | 'user' };
      name?: string;
    };
  };
  geofenceValue?: { geofence: { entryType: 'tracked' | 'untracked'; id?: string; name?: string } };
  barcodeValue?: { barcodes: { value: string }[] };
  tableValue?: {
    columns: { id: string; label: string; type: ColumnType }[];
    rows: { id: string; cells: ({ id: string; type: ColumnType } & Values)[] }[];
  };
}

/** An answered field, as it is stored and, but for the state of its media, served. */
export interface FieldValue extends Values {
  id: string;
  label: string;
  type: FieldType;
  /** Form: pictures beside the answer. Qualification: the value of a media field. */
  mediaList?: MediaRecord[];
  note?: string;
  issue?: { id: string };
}
