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
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { ExternalIds, ExternalIdsInput } from '../../directory/index.ts';
import { FormFieldReply, PrefilledFields, SubmittedFields } from '../../fields/index.ts';
import { PersonRef } from '../templates/schema.ts';
import { STATUSES } from './moves.ts';

// Source: the public spec's form submission, 2025-10-23; starting and submitting are ours.

export const Submission = Shape(
  'FormSubmission',
  {
    id: UuidId('Id of the submission.'),
    formTemplate: Shape(
      'FormTemplateRef',
      { id: UuidId('Id of the template.'), revisionId: UuidId('The revision that it is made with.') },
      'What is filled in.',
    ),
    status: OneOf([...STATUSES], { description: 'How far it is.' }),
    title: Type.Optional(Type.String({ description: 'Its title, if it has one.' })),
    isRequired: Type.Boolean({ description: 'Whether whoever it is assigned to has to complete it.' }),
    createdAtTime: Time('When it was made.'),
    updatedAtTime: Time('When it was last changed.'),
    submittedAtTime: Time('When it was handed in; before that, when it was made.'),
    submittedBy: PersonRef,
    assignedTo: Type.Optional(PersonRef),
    assignedAtTime: Type.Optional(Time('When it was assigned.')),
    dueAtTime: Type.Optional(Time('When it is due.')),
    routeStopId: Type.Optional(
      Type.String({ description: 'The route stop that it belongs to, as it was sent.' }),
    ),
    location: Type.Optional(
      Shape(
        'FormLocation',
        {
          latitude: Type.Number({ description: 'Degrees north.' }),
          longitude: Type.Number({ description: 'Degrees east.' }),
        },
        'Where it was handed in.',
      ),
    ),
    score: Type.Optional(
      Shape(
        'FormScore',
        {
          scorePoints: Type.Number({ description: 'Points that the answers brought.' }),
          maxPoints: Type.Number({ description: 'Points that they could have brought.' }),
          scorePercent: Type.Number({ description: 'Points of the possible points, 0 to 100.' }),
        },
        'The score; present once handed in, if questions are scored.',
      ),
    ),
    approvalDetails: Type.Optional(
      Shape(
        'FormApprovalDetails',
        { comment: Type.String({ description: 'What the approver said.' }) },
        'The last decision.',
      ),
    ),
    externalIds: Type.Optional(ExternalIds),
    fields: Type.Array(FormFieldReply, { description: 'The answered fields, in the order of the template.' }),
  },
  'A form that somebody is to fill in, or has filled in.',
);
export const SubmissionReply = Data(Submission);
export const SubmissionsReply = Data(
  Type.Array(Submission, { description: 'The submissions, in the order of the ids.' }),
);
export const SubmissionsPage = Page(Submission, 'Submissions by the time of their last change.');

const include = Type.Optional(
  List(OneOf(['externalIds'], { description: 'What to add.' }), {
    maxItems: 10,
    description: 'externalIds adds the ids in other systems.',
  }),
);

export const ByIdsQuery = Type.Object({
  ids: List(Type.String(), {
    minItems: 1,
    maxItems: 100,
    description: 'Ids of the submissions or external ids key:value, at most 100.',
  }),
  include,
});

const Ids = (what: string) =>
  Type.Optional(List(Type.String(), { maxItems: 50, description: `Only submissions ${what}, at most 50.` }));

export const StreamQuery = Type.Object({
  after: After,
  startTime: TimeInput('Only submissions changed at or after this time.'),
  endTime: Type.Optional(
    TimeInput('Only submissions changed before this time; without it the stream never ends.'),
  ),
  formTemplateIds: Ids('of these templates'),
  userIds: Ids('assigned to or handed in by these users or, with driverIds, those drivers'),
  driverIds: Ids('assigned to or handed in by these drivers or, with userIds, those users'),
  assignedToRouteStopIds: Ids('of these route stops'),
  include,
});

const title = Type.String({ maxLength: 255, description: 'Its title, at most 255 characters.' });
const dueAtTime = TimeInput('When it is due.');
const routeStopId = Type.String({
  minLength: 1,
  maxLength: 255,
  description: 'The route stop that it belongs to, kept as it is sent.',
});
const isRequired = Type.Boolean({
  description: 'Whether whoever it is assigned to has to complete it; true if absent and assigned.',
});
const assignedTo = Type.Object(
  {
    id: Type.String({ description: 'Id of the person, or an external id key:value.' }),
    type: OneOf(['driver', 'user'], { description: 'Kind of person.' }),
  },
  { description: 'Who is to fill it in.' },
);

export const CreateSubmission = Shape('CreateFormSubmission', {
  formTemplate: Type.Object(
    {
      id: Type.String({ description: 'Id of the template.' }),
      revisionId: Type.Optional(Type.String({ description: 'A revision of it; the present one if absent.' })),
    },
    { description: 'What is to be filled in.' },
  ),
  status: OneOf(['notStarted'], { description: 'Submissions begin as notStarted.' }),
  title: Type.Optional(title),
  fields: Type.Optional(PrefilledFields),
  dueAtTime: Type.Optional(dueAtTime),
  routeStopId: Type.Optional(routeStopId),
  isRequired: Type.Optional(isRequired),
  assignedTo: Type.Optional(assignedTo),
  externalIds: Type.Optional(ExternalIdsInput),
});
export type CreateSubmission = Static<typeof CreateSubmission>;

export const PatchSubmission = Shape('PatchFormSubmission', {
  id: Type.String({ description: 'Id of the submission, or an external id key:value.' }),
  status: Type.Optional(
    OneOf(['notStarted', 'archived', 'inProgress', 'changesRequested', 'approved'], {
      description:
        'Where to move it; a move that its present status does not allow is a 400 that names those it does.',
    }),
  ),
  title: Type.Optional(title),
  dueAtTime: Type.Optional(dueAtTime),
  routeStopId: Type.Optional(routeStopId),
  isRequired: Type.Optional(isRequired),
  assignedTo: Type.Optional(assignedTo),
  approvalDetails: Type.Optional(
    Type.Object(
      {
        comment: Type.Optional(
          Type.String({
            maxLength: 10_000,
            description: 'Why; needed when changes are requested. At most 10,000 characters.',
          }),
        ),
      },
      { description: 'Only with the status approved or changesRequested.' },
    ),
  ),
  externalIds: Type.Optional(ExternalIdsInput),
});
export type PatchSubmission = Static<typeof PatchSubmission>;

export const StartSubmission = Body('StartFormSubmission', {
  id: Type.String({ description: 'Id of the submission, or an external id key:value.' }),
});

export const SubmitSubmission = Body('SubmitFormSubmission', {
  id: Type.String({ description: 'Id of the submission, or an external id key:value.' }),
  fields: SubmittedFields,
  location: Type.Optional(
    Type.Object(
      {
        latitude: Type.Number({ minimum: -90, maximum: 90, description: 'Degrees north.' }),
        longitude: Type.Number({ minimum: -180, maximum: 180, description: 'Degrees east.' }),
      },
      { additionalProperties: false, description: 'Where it is handed in.' },
    ),
  ),
});
export type SubmitSubmission = Static<typeof SubmitSubmission>;
