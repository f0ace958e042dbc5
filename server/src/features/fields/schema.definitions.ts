import { OneOf, Shape, Type } from '../../kernel/schema.ts';
import { ACTION_TYPES, COLUMN_TYPES, FIELD_TYPES } from './types.ts';

// Source of every shape here: the public spec's field definitions, 2025-10-23; what is ours says so.

const text = (description: string) => Type.Optional(Type.String({ description }));
const flag = (description: string) => Type.Optional(Type.Boolean({ description }));
const uuid = (description: string) => Type.Optional(Type.String({ format: 'uuid', description }));
const label = Type.String({
  minLength: 1,
  maxLength: 1000,
  description: 'The question or heading, 1 to 1,000 characters.',
});

const numDecimalPlaces = Type.Optional(
  Type.Integer({
    minimum: 0,
    maximum: 15,
    description: 'Digits after the point that a number may have; any if absent.',
  }),
);
const allowedDateTimeValueType = Type.Optional(
  OneOf(['datetime', 'date', 'time'], {
    title: 'DateTimeKind',
    description: 'What a datetime field asks for.',
  }),
);
const allowedAssetTypes = Type.Optional(
  Type.Array(
    OneOf(['vehicle', 'trailer', 'equipment', 'unpoweredAsset'], {
      title: 'FormAssetType',
      description: 'A kind of asset.',
    }),
    {
      minItems: 1,
      maxItems: 4,
      description: 'The kinds of assets that an asset field takes; any if absent.',
    },
  ),
);
const question = {
  numDecimalPlaces,
  allowedDateTimeValueType,
  timeZone: text(
    'Ours: IANA time zone in which a date field tells its calendar day; the offset of each value if absent.',
  ),
  allowManualEntry: flag('Whether a person field takes a name that is not in the directory.'),
  includeDrivers: flag('Whether a person field takes drivers; true if absent.'),
  includeUsers: flag('Whether a person field takes users; true if absent.'),
  filterByRoleIds: Type.Optional(
    Type.Array(Type.String(), {
      maxItems: 100,
      description: 'Ids of the roles, one of which a user of a person field must have.',
    }),
  ),
};
const own = {
  legalText: text('Ours on this path: what someone agrees to by signing; signature fields.'),
  filterByCurrentDriverTags: flag("Ours on this path: offer only people in the current driver's tags."),
  autofillFromId: text('Id of the media field from which this one may be filled in.'),
  isAutofillSource: flag('Whether other fields may be filled in from this media field.'),
};

const optionScore = {
  optionScoreWeight: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Points for selecting it.' }),
  ),
  ignoreQuestionFromScoreIfSelected: flag('Whether selecting it takes the question out of the score.'),
};

const OptionReply = Shape(
  'FormOption',
  {
    id: Type.String({ description: 'Id of the option, a UUID.' }),
    label: Type.String({ description: 'What it says.' }),
    ...optionScore,
  },
  'An option of a multiple choice or check boxes field.',
);
const options = Type.Optional(Type.Array(OptionReply, { description: 'What may be selected.' }));

const ConditionalActionReply = Shape(
  'FormConditionalAction',
  {
    condition: Shape(
      'FormCondition',
      {
        type: OneOf(['multipleChoiceValueCondition', 'checkBoxesValueCondition'], {
          description: 'The kind of question.',
        }),
        selectedOptionIds: Type.Array(Type.String(), {
          description: 'Met when any of these options is selected.',
        }),
      },
      'When the actions are taken.',
    ),
    actions: Type.Array(
      Shape(
        'FormAction',
        {
          type: OneOf([...ACTION_TYPES], { title: 'FormActionType', description: 'What is done.' }),
          fieldId: text('The question that is asked then; askFollowupQuestion.'),
          sectionId: text('The section that is shown then; showSection.'),
        },
        'What an answer brings about.',
      ),
      { description: 'What is done when the condition is met.' },
    ),
  },
  'What certain answers bring about.',
);

/** A field of a template or of a qualification type in a reply. */
export const FieldDefinitionReply = Shape(
  'FormFieldDefinition',
  {
    id: Type.String({ format: 'uuid', description: 'Id of the field.' }),
    label: Type.String({ description: 'The question or heading.' }),
    type: OneOf([...FIELD_TYPES], { title: 'FormFieldType', description: 'What kind of answer it takes.' }),
    isRequired: Type.Boolean({ description: 'Whether it must be answered.' }),
    ...question,
    ...own,
    allowedAssetTypes,
    options,
    questionWeight: Type.Optional(
      Type.Integer({
        description: 'The most points it can bring: its best option, or the sum of its check boxes.',
      }),
    ),
    columns: Type.Optional(
      Type.Array(
        Shape(
          'FormTableColumnDefinition',
          {
            id: Type.String({ description: 'Id of the column, a UUID; its cells have it too.' }),
            label: Type.String({ description: 'Heading of the column.' }),
            type: OneOf([...COLUMN_TYPES], { title: 'FormColumnType', description: 'What its cells hold.' }),
            ...question,
            options,
          },
          'A column of a table field.',
        ),
        { description: 'The columns of a table field.' },
      ),
    ),
    conditionalActions: Type.Optional(
      Type.Array(ConditionalActionReply, { description: 'What certain answers bring about.' }),
    ),
  },
  'A field: a question with the kind of its answer, or an instruction.',
);

const optionsInput = Type.Optional(
  Type.Array(
    Type.Object(
      {
        id: uuid('A UUID of your choice, so that conditional actions can name it; made up if absent.'),
        label,
        ...optionScore,
      },
      { title: 'FormOptionInput', additionalProperties: false },
    ),
    { minItems: 1, maxItems: 500, description: 'What may be selected; multiple_choice and check_boxes.' },
  ),
);

/** A field of a template or of a qualification type in a body; give it to `parseDefinitions`. */
export const FieldDefinitionInput = Type.Object(
  {
    id: uuid('A UUID of your choice, or that of the field to keep; made up if absent.'),
    label,
    type: OneOf([...FIELD_TYPES], { title: 'FormFieldType', description: 'What kind of answer it takes.' }),
    isRequired: flag('Whether it must be answered; false if absent.'),
    ...question,
    ...own,
    allowedAssetTypes,
    options: optionsInput,
    columns: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: uuid('A UUID of your choice, or that of the column to keep; made up if absent.'),
            label,
            type: OneOf([...COLUMN_TYPES], { title: 'FormColumnType', description: 'What its cells hold.' }),
            ...question,
            options: optionsInput,
          },
          { title: 'FormColumnInput', additionalProperties: false },
        ),
        { minItems: 1, maxItems: 30, description: 'The columns of a table field, 1 to 30.' },
      ),
    ),
    conditionalActions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            condition: Type.Object(
              {
                selectedOptionIds: Type.Array(Type.String(), {
                  minItems: 1,
                  maxItems: 500,
                  description: 'Met when any of these options is selected.',
                }),
              },
              {
                title: 'FormConditionInput',
                additionalProperties: false,
                description: 'When the actions are taken.',
              },
            ),
            actions: Type.Array(
              Type.Object(
                {
                  type: OneOf([...ACTION_TYPES], { title: 'FormActionType', description: 'What is done.' }),
                  fieldId: text('The question to ask then; askFollowupQuestion.'),
                  sectionId: text('The section to show then; showSection.'),
                },
                { title: 'FormActionInput', additionalProperties: false },
              ),
              { minItems: 1, maxItems: 50, description: 'What is done when the condition is met.' },
            ),
          },
          { title: 'FormConditionalActionInput', additionalProperties: false },
        ),
        { maxItems: 100, description: 'What certain answers bring about; multiple_choice and check_boxes.' },
      ),
    ),
  },
  { title: 'FormFieldInput', additionalProperties: false },
);
