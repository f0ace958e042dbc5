import { CheckedLater, OneOf, Shape, TimeInput, Type } from '../../kernel/schema.ts';
import { QUALIFICATION_TYPES } from './types.ts';

// Source of every shape here: the public spec's field inputs in requests, 2025-10-23; what is ours says so.

const MediaItem = Shape(
  'FormMediaItemInput',
  {
    base64Payload: Type.String({
      description: 'The bytes in base64: jpg, png, pdf or docx; told by what they are.',
    }),
    mediaType: Type.String({ description: 'Their MIME type.' }),
  },
  'A picture or document to store.',
);
const mediaList = (description: string) => Type.Array(MediaItem, { maxItems: 20, description });
const name = (what: string) =>
  Type.Optional(
    Type.String({
      description: `Ours: the name of ${what} that the directory does not have, instead of an id.`,
    }),
  );

const mediaValues = {
  mediaValue: Type.Optional(
    Shape(
      'FormMediaValueInput',
      { mediaList: mediaList('The pictures and documents, at most 20.') },
      'For media fields.',
    ),
  ),
  signatureValue: Type.Optional(
    Shape('FormSignatureValueInput', { media: MediaItem }, 'For signature fields: jpg or png.'),
  ),
};

const plainValues = {
  numberValue: Type.Optional(
    Shape(
      'FormNumberValueInput',
      { value: Type.Number({ description: 'The number.' }) },
      'For number fields.',
    ),
  ),
  textValue: Type.Optional(
    Shape(
      'FormTextValueInput',
      { value: Type.String({ description: 'The text, at most 10,000 characters.' }) },
      'For text fields.',
    ),
  ),
  multipleChoiceValue: Type.Optional(
    Shape(
      'FormMultipleChoiceValueInput',
      { valueId: Type.String({ description: 'Id of the option.' }) },
      'For multiple choice fields.',
    ),
  ),
  checkBoxesValue: Type.Optional(
    Shape(
      'FormCheckBoxesValueInput',
      { valueIds: Type.Array(Type.String(), { description: 'Ids of the options.' }) },
      'For check boxes fields.',
    ),
  ),
  dateTimeValue: Type.Optional(
    Shape('FormDateTimeValueInput', { value: TimeInput('The moment.') }, 'For datetime fields.'),
  ),
};

const cellValues = {
  ...plainValues,
  personValue: Type.Optional(
    Shape(
      'FormPersonValueInput',
      {
        person: Shape(
          'FormPersonInput',
          {
            polymorphicUserId: Type.Optional(
              Type.String({ description: 'driver-281474, user-4392 or an external id key:value.' }),
            ),
            name: name('a person'),
          },
          'The person.',
        ),
      },
      'For person fields.',
    ),
  ),
  barcodeValue: Type.Optional(
    Shape(
      'FormBarcodeValueInput',
      {
        barcodes: Type.Array(
          Shape('FormBarcodeInput', { value: Type.String({ description: 'What it says.' }) }, 'A barcode.'),
          {
            description: 'The barcodes, at most 100.',
          },
        ),
      },
      'For barcode fields.',
    ),
  ),
};

const tableOf = (title: string, more: typeof mediaValues | Record<never, never>) =>
  Type.Optional(
    Shape(
      `${title}TableValueInput`,
      {
        rows: Type.Array(
          Shape(
            `${title}TableRowInput`,
            {
              id: Type.String({ format: 'uuid', description: 'Id of the row, of your choice.' }),
              cells: Type.Array(
                Shape(
                  `${title}TableCellInput`,
                  {
                    id: Type.String({ format: 'uuid', description: 'Id of the column that the cell is in.' }),
                    type: Type.String({ description: 'Type of the column.' }),
                    ...cellValues,
                    ...more,
                  },
                  'A cell.',
                ),
                { description: 'The cells that are filled in.' },
              ),
            },
            'A row.',
          ),
          { description: 'The rows, at most 200.' },
        ),
      },
      'For table fields.',
    ),
  );

const formValues = {
  ...cellValues,
  assetValue: Type.Optional(
    Shape(
      'FormAssetValueInput',
      {
        asset: Shape(
          'FormAssetInput',
          {
            id: Type.Optional(Type.String({ description: 'Id of a vehicle, or an external id key:value.' })),
            name: name('an asset'),
          },
          'The asset.',
        ),
      },
      'For asset fields.',
    ),
  ),
  geofenceValue: Type.Optional(
    Shape(
      'FormGeofenceValueInput',
      {
        geofence: Shape(
          'FormGeofenceInput',
          {
            id: Type.Optional(Type.String({ description: 'Id of a geofence, kept as it is sent.' })),
            name: name('a geofence'),
          },
          'The geofence.',
        ),
      },
      'For geofence fields.',
    ),
  ),
};

const id = Type.String({ format: 'uuid', description: 'Id of the field.' });
const PREFILLED = [
  'number',
  'text',
  'multiple_choice',
  'check_boxes',
  'datetime',
  'asset',
  'person',
  'table',
  'geofence',
  'barcode',
];

/** The fields with which a submission begins: no media, as in the public API. */
export const PrefilledFields = CheckedLater(
  Type.Array(
    Shape(
      'PrefilledFormField',
      {
        id,
        type: OneOf(PREFILLED, { description: 'Type of the field.' }),
        ...formValues,
        tableValue: tableOf('Prefilled', {}),
      },
      'The answer to a field.',
    ),
    { description: 'Answers to fields of the template.' },
  ),
);

/** The fields of a submission that is handed in. */
export const SubmittedFields = CheckedLater(
  Type.Array(
    Shape(
      'SubmittedFormField',
      {
        id,
        type: OneOf([...PREFILLED, 'media', 'signature'], { description: 'Type of the field.' }),
        ...formValues,
        ...mediaValues,
        tableValue: tableOf('Submitted', mediaValues),
        note: Type.Optional(
          Type.String({ description: 'A note beside the answer, at most 10,000 characters.' }),
        ),
        mediaList: Type.Optional(mediaList('Pictures beside the answer, at most 20.')),
      },
      'The answer to a field; without a value it clears the field.',
    ),
    { description: 'Answers to fields of the template; fields that are not named stay as they are.' },
  ),
);

/** The fields of a qualification record in a body. */
export const QualificationFields = CheckedLater(
  Type.Array(
    Shape(
      'QualificationFieldInput',
      {
        id,
        type: OneOf([...QUALIFICATION_TYPES], { description: 'Type of the field.' }),
        ...plainValues,
        ...mediaValues,
        tableValue: tableOf('Qualification', {}),
      },
      'The value of a field; without a value it clears the field.',
    ),
    { description: 'Values of fields of the type; fields that are not named stay as they are.' },
  ),
);
