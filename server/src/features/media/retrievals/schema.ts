import {
  Body,
  Data,
  OneOf,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { about } from '../cameras/schema.ts';
import { CAMERA_ROLES, INPUTS, MEDIA_TYPES } from '../cameras/vocabulary.ts';
import { Form } from '../uploads/form.ts';

const retrievalId = UuidId('Id of the retrieval.');
export const STATUSES = ['available', 'invalid', 'pending', 'failed', 'unavailable'] as const;
export type Status = (typeof STATUSES)[number];

/** Source: the public spec's media retrieval, 2025-10-23. */
export const RetrievedMedia = Shape('RetrievedMedia', {
  ...about,
  input: OneOf([...INPUTS], { title: 'CameraInput', description: 'Camera input.' }),
  status: OneOf([...STATUSES], {
    description:
      'pending until the camera has sent it; failed, unavailable (nothing was recorded) or invalid (there is no such camera) when it never will.',
  }),
  availableAtTime: Type.Optional(Time('When it arrived here; only what is available has it.')),
});
export type RetrievedMedia = Static<typeof RetrievedMedia>;

const Retrieval = Shape('MediaRetrieval', {
  media: Type.Array(RetrievedMedia, { description: 'What was asked for, one for each camera input.' }),
});
export const RetrievalReply = Data(Retrieval);

/** What is known of a retrieval: what was asked for, and what became of it. */
export const RetrievalDocument = Shape('MediaRetrievalDocument', {
  id: retrievalId,
  vehicleId: about.vehicleId,
  mediaType: about.mediaType,
  startTime: Time('When what was asked for begins.'),
  endTime: Time('When it ends.'),
  quotaSeconds: Type.Number({ description: 'What it takes from the month’s quota.' }),
  createdAtTime: Time('When it was asked for.'),
  createdBy: Shape('MediaRetrievalAuthor', {
    id: Type.String({ description: 'Id of the person.' }),
    type: OneOf(['driver', 'user'], { description: 'Kind of person.' }),
  }),
  media: Type.Array(
    Shape('MediaRetrievalItem', {
      input: RetrievedMedia.properties.input,
      status: RetrievedMedia.properties.status,
      cameraMediaId: Type.Optional(UuidId('The recording that has come.')),
    }),
    { description: 'One for each camera input, in the order asked.' },
  ),
});
export type RetrievalDocument = Static<typeof RetrievalDocument>;

export const RetrievalQuery = Type.Object({
  retrievalId: Type.String({ description: 'Id that the retrieval was given when it was made.' }),
});

const vehicleId = Type.String({ description: 'The vehicle, by id or by external id `key:value`.' });

export const CreateRetrieval = Type.Object(
  {
    vehicleId,
    inputs: Type.Array(OneOf([...INPUTS], { title: 'CameraInput', description: 'A camera input.' }), {
      minItems: 1,
      maxItems: 100,
      description: 'The camera inputs to record from; each counts once.',
    }),
    mediaType: OneOf([...MEDIA_TYPES], {
      title: 'CameraMediaType',
      description: 'Still, video, or video sped up.',
    }),
    startTime: TimeInput('When the recording begins; of a still, when it is taken.'),
    endTime: TimeInput(
      'When it ends. Of a still, its startTime; of a video, a second after it or more, and at most 1 minute for videoHighRes, 10 minutes for videoLowRes, 40 minutes for hyperlapse.',
    ),
  },
  { title: 'CreateMediaRetrieval' },
);
export type CreateRetrieval = Static<typeof CreateRetrieval>;

export const NewRetrieval = Data(
  Shape('NewMediaRetrieval', {
    retrievalId: Type.String({ format: 'uuid', description: 'Id to ask for the media with.' }),
    quotaStatus: Type.String({
      description: 'How much of the month’s quota is used, in words: seconds of high-resolution video.',
    }),
  }),
);

const input = Type.Optional(
  OneOf([...INPUTS], {
    title: 'CameraInput',
    description: 'Which of its camera inputs; needed when more than one is pending.',
  }),
);

export const FulfilRetrieval = Form(
  'FulfilMediaRetrieval',
  {
    retrievalId,
    input,
    startTime: Type.Optional(TimeInput('When the recording really begins, if not when it was asked to.')),
    endTime: Type.Optional(TimeInput('When it really ends.')),
    cameraRole: Type.Optional(
      OneOf([...CAMERA_ROLES], {
        title: 'CameraRole',
        description: 'Where on the vehicle the camera is mounted.',
      }),
    ),
  },
  'The recording, as for an upload.',
);
export type FulfilRetrieval = Static<typeof FulfilRetrieval.fields>;

export const FailRetrieval = Body('FailMediaRetrieval', {
  retrievalId,
  input: Type.Optional(
    OneOf([...INPUTS], {
      title: 'CameraInput',
      description: 'Which of its camera inputs; all that are pending unless given.',
    }),
  ),
  status: Type.Optional(
    OneOf(['failed', 'invalid', 'unavailable'], {
      description: 'unavailable: nothing was recorded then; invalid: there is no such camera; else failed.',
      default: 'failed',
    }),
  ),
});
export type FailRetrieval = Static<typeof FailRetrieval>;
