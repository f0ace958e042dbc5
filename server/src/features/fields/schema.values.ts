import { ByType, OneOf, Shape, Time, Type } from '../../kernel/schema.ts';
import { MediaRecord } from '../media/index.ts';
import { COLUMN_TYPES, QUALIFICATION_TYPES } from './types.ts';

// Source of every shape here: the public spec's field inputs in replies, 2025-10-23.

/** Which field has the answer, by the type of what is answered. */
const CELL_VALUES = {
  number: 'numberValue',
  text: 'textValue',
  multiple_choice: 'multipleChoiceValue',
  check_boxes: 'checkBoxesValue',
  datetime: 'dateTimeValue',
  signature: 'signatureValue',
  media: 'mediaValue',
  person: 'personValue',
  barcode: 'barcodeValue',
};
const FIELD_VALUES = {
  ...CELL_VALUES,
  asset: 'assetValue',
  geofence: 'geofenceValue',
  table: 'tableValue',
};

const ENTRY = OneOf(['tracked', 'untracked'], {
  title: 'FormEntryType',
  description: 'tracked: known to the directory; untracked: entered by name.',
});

const mediaList = (description: string) => Type.Array(MediaRecord, { description });

const cellValues = {
  numberValue: Type.Optional(
    Shape(
      'FormNumberValue',
      { value: Type.Number({ description: 'The number.' }) },
      'Answer of a number field.',
    ),
  ),
  textValue: Type.Optional(
    Shape('FormTextValue', { value: Type.String({ description: 'The text.' }) }, 'Answer of a text field.'),
  ),
  multipleChoiceValue: Type.Optional(
    Shape(
      'FormMultipleChoiceValue',
      {
        value: Type.String({ description: 'Label of the selected option.' }),
        valueId: Type.String({ description: 'Id of the selected option.' }),
      },
      'Answer of a multiple choice field.',
    ),
  ),
  checkBoxesValue: Type.Optional(
    Shape(
      'FormCheckBoxesValue',
      {
        value: Type.Array(Type.String(), { description: 'Labels of the selected options.' }),
        valueIds: Type.Array(Type.String(), { description: 'Ids of the selected options.' }),
      },
      'Answer of a check boxes field.',
    ),
  ),
  dateTimeValue: Type.Optional(
    Shape(
      'FormDateTimeValue',
      {
        type: OneOf(['datetime', 'date', 'time'], {
          title: 'DateTimeKind',
          description: 'What was asked for.',
        }),
        value: Time('The moment.'),
        dateValue: Type.Optional(
          Type.String({
            format: 'date',
            description: "The calendar day in the field's time zone; present for dates.",
          }),
        ),
      },
      'Answer of a datetime field.',
    ),
  ),
  signatureValue: Type.Optional(
    Shape(
      'FormSignatureValue',
      { media: { ...MediaRecord, description: 'The picture of the signature.' } },
      'Answer of a signature field.',
    ),
  ),
};

const formCellValues = {
  ...cellValues,
  mediaValue: Type.Optional(
    Shape(
      'FormMediaValue',
      { mediaList: mediaList('The pictures and documents.') },
      'Answer of a media field.',
    ),
  ),
  personValue: Type.Optional(
    Shape(
      'FormPersonValue',
      {
        person: Shape(
          'FormPerson',
          {
            entryType: ENTRY,
            polymorphicUserId: Type.Optional(
              Shape(
                'FormPersonId',
                {
                  id: Type.String({ description: 'Id of the person.' }),
                  type: OneOf(['driver', 'user'], { description: 'Kind of person.' }),
                },
                'Who it is; present when tracked.',
              ),
            ),
            name: Type.Optional(
              Type.String({ description: 'Name as it was entered; present when untracked.' }),
            ),
          },
          'A person.',
        ),
      },
      'Answer of a person field.',
    ),
  ),
  barcodeValue: Type.Optional(
    Shape(
      'FormBarcodeValue',
      {
        barcodes: Type.Array(
          Shape('FormBarcode', { value: Type.String({ description: 'What it says.' }) }, 'A barcode.'),
          { description: 'The barcodes that were read.' },
        ),
      },
      'Answer of a barcode field.',
    ),
  ),
};

const tableValue = Type.Optional(
  Shape(
    'FormTableValue',
    {
      columns: Type.Array(
        Shape(
          'FormTableColumn',
          {
            id: Type.String({ format: 'uuid', description: 'Id of the column.' }),
            label: Type.String({ description: 'Heading of the column.' }),
            type: OneOf([...COLUMN_TYPES], { title: 'FormColumnType', description: 'What its cells hold.' }),
          },
          'A column.',
        ),
        { description: 'The columns, in order.' },
      ),
      rows: Type.Array(
        Shape(
          'FormTableRow',
          {
            id: Type.String({ format: 'uuid', description: 'Id of the row.' }),
            cells: Type.Array(
              ByType(
                Shape(
                  'FormTableCell',
                  {
                    id: Type.String({ format: 'uuid', description: 'Id of its column.' }),
                    type: OneOf([...COLUMN_TYPES], {
                      title: 'FormColumnType',
                      description: 'What it holds.',
                    }),
                    ...formCellValues,
                  },
                  'A cell.',
                ),
                CELL_VALUES,
              ),
              { description: 'The cells that are filled in.' },
            ),
          },
          'A row.',
        ),
        { description: 'The rows, in order.' },
      ),
    },
    'Answer of a table field.',
  ),
);

const head = {
  id: Type.String({ format: 'uuid', description: 'Id of the field.' }),
  label: Type.Optional(Type.String({ description: 'Its label in the revision that was answered.' })),
};

/** An answered field of a form submission in a reply. */
export const FormFieldReply = ByType(
  Shape(
    'FormField',
    {
      ...head,
      type: OneOf(
        [
          'number',
          'text',
          'multiple_choice',
          'check_boxes',
          'datetime',
          'signature',
          'media',
          'asset',
          'table',
          'person',
          'geofence',
          'barcode',
        ],
        { description: 'Type of the field.' },
      ),
      ...formCellValues,
      tableValue,
      assetValue: Type.Optional(
        Shape(
          'FormAssetValue',
          {
            asset: Shape(
              'FormAsset',
              {
                entryType: ENTRY,
                id: Type.Optional(Type.String({ description: 'Id of the vehicle; present when tracked.' })),
                name: Type.Optional(
                  Type.String({ description: 'Name as it was entered; present when untracked.' }),
                ),
              },
              'An asset.',
            ),
          },
          'Answer of an asset field.',
        ),
      ),
      geofenceValue: Type.Optional(
        Shape(
          'FormGeofenceValue',
          {
            geofence: Shape(
              'FormGeofence',
              {
                entryType: ENTRY,
                id: Type.Optional(Type.String({ description: 'Id as it was sent; present when tracked.' })),
                name: Type.Optional(
                  Type.String({ description: 'Name as it was entered; present when untracked.' }),
                ),
              },
              'A geofence.',
            ),
          },
          'Answer of a geofence field.',
        ),
      ),
      mediaList: Type.Optional(mediaList('Pictures beside the answer.')),
      note: Type.Optional(Type.String({ description: 'A note beside the answer.' })),
      issue: Type.Optional(
        Shape(
          'FormIssue',
          { id: Type.String({ description: 'Id of the issue.' }) },
          'The issue that the answer opened.',
        ),
      ),
    },
    'An answered field.',
  ),
  FIELD_VALUES,
);

/** An answered field of a qualification record in a reply. */
export const QualificationFieldReply = ByType(
  Shape(
    'QualificationField',
    {
      ...head,
      type: OneOf([...QUALIFICATION_TYPES], { description: 'Type of the field.' }),
      ...cellValues,
      tableValue,
      mediaList: Type.Optional(mediaList('Answer of a media field.')),
    },
    'An answered field.',
  ),
  FIELD_VALUES,
);
