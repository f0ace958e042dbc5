import {
  After,
  Body,
  Data,
  List,
  OneOf,
  Page,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { FieldDefinitionInput, FieldDefinitionReply, OLDER_FIELD_TYPES } from '../../fields/index.ts';

// Source: the public spec's form template, 2025-10-23; making templates is ours.

export const PersonRef = Shape(
  'FormPersonRef',
  {
    id: Type.String({ description: 'Id of the person.' }),
    type: OneOf(['driver', 'user'], { description: 'Kind of person.' }),
  },
  'A driver or user.',
);

const CATEGORIES = ['general', 'routing', 'fuel', 'safety', 'assetInspection'] as const;
const formCategory = OneOf([...CATEGORIES], { description: 'What the form is about.' });

const ApprovalConfig = Shape(
  'FormApprovalConfig',
  {
    type: OneOf(['singleApproval'], { description: 'One approver decides.' }),
    singleApprovalConfig: Type.Optional(
      Shape(
        'FormSingleApprovalConfig',
        {
          allowManualApproverSelection: Type.Boolean({
            description: 'Whether the approver may be chosen by hand.',
          }),
          requirements: Shape(
            'FormApprovalRequirements',
            {
              roleIds: Type.Array(Type.String(), {
                description: 'The roles, one of which an approver must have; none: anyone.',
              }),
            },
            'Who may approve.',
          ),
        },
        'How one approver decides.',
      ),
    ),
  },
  'How submissions are approved; absent when they are not.',
);

const head = {
  id: UuidId('Id of the template.'),
  revisionId: UuidId('Its present revision; a change of what it says makes a new one.'),
  title: Type.String({ description: 'Title of the form.' }),
  createdAtTime: Time('When it was made.'),
  createdBy: PersonRef,
  updatedAtTime: Time('When it was last changed.'),
  updatedBy: PersonRef,
  approvalConfig: Type.Optional(ApprovalConfig),
};
const section = {
  label: Type.String({ description: 'Heading of the section.' }),
  fieldIndexFirstInclusive: Type.Integer({ description: 'Index of its first field in `fields`, from 0.' }),
  fieldIndexLastInclusive: Type.Integer({ description: 'Index of its last field in `fields`.' }),
};

export const Template = Shape('FormTemplate', {
  ...head,
  description: Type.Optional(Type.String({ description: 'What it is for.' })),
  formCategory: Type.Optional(formCategory),
  sections: Type.Array(
    Shape(
      'FormTemplateSection',
      { id: UuidId('Id of the section.'), ...section },
      'A run of fields under a heading.',
    ),
    { description: 'The sections, in order.' },
  ),
  fields: Type.Array(FieldDefinitionReply, { description: 'All fields, in order.' }),
});
export type Template = Static<typeof Template>;

/** As the older path serves it. */
export const PreviewTemplate = Shape('PreviewFormTemplate', {
  ...head,
  description: Type.String({ description: 'What it is for; empty if nobody said.' }),
  sections: Type.Array(Shape('PreviewFormTemplateSection', section, 'A run of fields under a heading.'), {
    description: 'The sections, in order.',
  }),
  fields: Type.Array(
    Shape(
      'PreviewFormFieldDefinition',
      {
        id: FieldDefinitionReply.properties.id,
        label: FieldDefinitionReply.properties.label,
        isRequired: FieldDefinitionReply.properties.isRequired,
        type: OneOf([...OLDER_FIELD_TYPES], {
          description: 'What kind of answer it takes; a table or a barcode is told as text.',
        }),
        options: FieldDefinitionReply.properties.options,
        questionWeight: FieldDefinitionReply.properties.questionWeight,
        numDecimalPlaces: FieldDefinitionReply.properties.numDecimalPlaces,
        allowedDateTimeValueType: FieldDefinitionReply.properties.allowedDateTimeValueType,
        allowedAssetTypes: Type.Optional(
          Type.Array(
            OneOf(['Vehicle', 'Trailer', 'Equipment', 'UnpoweredAsset'], { description: 'A kind of asset.' }),
            {
              description: 'The kinds of assets that an asset field takes.',
            },
          ),
        ),
        legalText: FieldDefinitionReply.properties.legalText,
        allowManualEntry: FieldDefinitionReply.properties.allowManualEntry,
        filterByCurrentDriverTags: FieldDefinitionReply.properties.filterByCurrentDriverTags,
        filterByRoleIds: FieldDefinitionReply.properties.filterByRoleIds,
        includeDrivers: FieldDefinitionReply.properties.includeDrivers,
        includeUsers: FieldDefinitionReply.properties.includeUsers,
      },
      'A field.',
    ),
    { description: 'All fields, in order.' },
  ),
});
export type PreviewTemplate = Static<typeof PreviewTemplate>;

export const TemplatesQuery = Type.Object({
  ids: Type.Optional(
    List(Type.String(), { maxItems: 100, description: 'Only these templates, at most 100; all without it.' }),
  ),
  after: After,
});
export const TemplatesPage = Page(Template, 'Form templates, oldest first.');
export const PreviewTemplatesPage = Page(PreviewTemplate, 'Form templates, oldest first.');
export const TemplateReply = Data(Template);

const title = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'Title of the form, 1 to 255 characters.',
});
const description = Type.String({
  maxLength: 10_000,
  description: 'What it is for, at most 10,000 characters.',
});
const sections = Type.Array(
  Type.Object(
    {
      id: Type.Optional(
        Type.String({
          format: 'uuid',
          description: 'A UUID of your choice, so that conditional actions can name it; made up if absent.',
        }),
      ),
      label: Type.String({
        maxLength: 1000,
        description: 'Heading of the section, at most 1,000 characters.',
      }),
      fields: Type.Array(FieldDefinitionInput, {
        minItems: 1,
        maxItems: 300,
        description: 'Its fields, in order, 1 to 300.',
      }),
    },
    { title: 'FormSectionInput', additionalProperties: false },
  ),
  {
    minItems: 1,
    maxItems: 100,
    description: 'The sections with their fields, 1 to 100; they replace all there were.',
  },
);
const approvalConfig = Type.Object(
  {
    type: OneOf(['singleApproval'], { description: 'One approver decides.' }),
    singleApprovalConfig: Type.Optional(
      Type.Object(
        {
          allowManualApproverSelection: Type.Optional(
            Type.Boolean({ description: 'Whether the approver may be chosen by hand; true if absent.' }),
          ),
          requirements: Type.Optional(
            Type.Object(
              {
                roleIds: Type.Array(Type.String(), {
                  maxItems: 100,
                  description: 'Ids of the roles, one of which an approver must have; none: anyone.',
                }),
              },
              {
                title: 'FormApprovalRequirementsInput',
                additionalProperties: false,
                description: 'Who may approve.',
              },
            ),
          ),
        },
        {
          title: 'FormSingleApprovalConfigInput',
          additionalProperties: false,
          description: 'How one approver decides.',
        },
      ),
    ),
  },
  {
    title: 'FormApprovalConfigInput',
    additionalProperties: false,
    description: 'Makes submissions wait for an approver.',
  },
);

export const CreateTemplate = Body('CreateFormTemplate', {
  title,
  description: Type.Optional(description),
  formCategory: Type.Optional(formCategory),
  approvalConfig: Type.Optional(approvalConfig),
  sections,
});
export type CreateTemplate = Static<typeof CreateTemplate>;

export const UpdateTemplate = Body('UpdateFormTemplate', {
  id: Type.String({ description: 'Id of the template to change.' }),
  title: Type.Optional(title),
  description: Type.Optional(
    Type.Union([description, Type.Null()], { description: 'What it is for; null clears it.' }),
  ),
  formCategory: Type.Optional(formCategory),
  approvalConfig: Type.Optional(
    Type.Union([approvalConfig, Type.Null()], {
      description: 'How submissions are approved; null: not at all.',
    }),
  ),
  sections: Type.Optional(sections),
});
export type UpdateTemplate = Static<typeof UpdateTemplate>;
