import {
  After,
  Data,
  List,
  OneOf,
  Pagination,
  Repeated,
  Shape,
  type Static,
  Time,
  TimeInput,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { Form } from '../uploads/form.ts';
import {
  CAMERA_ROLES,
  INPUTS,
  LISTED_INPUTS,
  MEDIA_TYPES,
  PREVIEW_REASONS,
  TRIGGER_REASONS,
} from './vocabulary.ts';

export const UrlInfo = Shape('MediaUrl', {
  url: Type.String({ description: 'Opens the file for whoever has it, without a token.' }),
  urlExpiryTime: Time('Until when it works: eight hours from the request.'),
});

/** What every piece of camera media says of itself, by whichever operation it is served. */
export const about = {
  vehicleId: Type.String({ description: 'Id of the vehicle that the camera is in.' }),
  mediaType: OneOf([...MEDIA_TYPES], {
    title: 'CameraMediaType',
    description: 'Still, video, or video sped up.',
  }),
  startTime: Time('When the recording begins; of a still, when it was taken.'),
  endTime: Time('When it ends; of a still, its startTime.'),
  cameraRole: Type.Optional(
    OneOf([...CAMERA_ROLES], {
      title: 'CameraRole',
      description: 'Where on the vehicle the camera is mounted.',
    }),
  ),
  urlInfo: Type.Optional({ ...UrlInfo, description: 'Where the file is.' }),
};

/** Source: the public spec's uploaded media, 2025-10-23. */
export const CameraMedia = Shape('CameraMedia', {
  ...about,
  input: OneOf([...LISTED_INPUTS], {
    description: 'Camera input; requests call the dashcam’s by other names.',
  }),
  triggerReason: OneOf([...TRIGGER_REASONS], { description: 'Why it was recorded.' }),
  availableAtTime: Time('When it arrived here; no two uploads of an organization have the same.'),
});
export type CameraMedia = Static<typeof CameraMedia>;

/** What is known of a recording; its link is of the moment. */
export const RecordingDocument = Shape('CameraMediaDocument', {
  id: UuidId('Id of the recording.'),
  vehicleId: about.vehicleId,
  mediaType: about.mediaType,
  startTime: about.startTime,
  endTime: about.endTime,
  cameraRole: about.cameraRole,
  input: OneOf([...INPUTS], { title: 'CameraInput', description: 'Camera input, as requests name it.' }),
  triggerReason: CameraMedia.properties.triggerReason,
  availableAtTime: CameraMedia.properties.availableAtTime,
  file: Shape(
    'CameraMediaFile',
    {
      id: UuidId('Id of the file.'),
      contentType: Type.String({ description: 'As found in its bytes.' }),
      size: Type.Integer({ description: 'In bytes.' }),
      sha256: Type.String({ description: 'SHA-256 of its bytes, in hex.' }),
    },
    'Its bytes.',
  ),
});
export type RecordingDocument = Static<typeof RecordingDocument>;

/** `{data: {media: […]}, pagination}`. */
const MediaPage = <T extends ReturnType<typeof Shape>>(item: T) =>
  Type.Object({
    data: Type.Object(
      { media: Type.Array(item, { description: 'Camera media, in order of arrival.' }) },
      { description: 'One page.' },
    ),
    pagination: { ...Pagination, description: 'Where the next page is.' },
  });
export const CameraMediaPage = MediaPage(CameraMedia);

const filter = <const V extends string[]>(values: readonly [...V], what: string, description: string) =>
  Type.Optional(
    Repeated(OneOf(values, { description: what }), {
      maxItems: values.length,
      description: `${description} Repeat the parameter for each value, without commas.`,
    }),
  );

const window = {
  startTime: TimeInput('Only what was recorded at this time or later.'),
  availableAfterTime: Type.Optional(
    TimeInput('Only what arrived after this time: send the last availableAtTime you saw.'),
  ),
  after: After,
};
export const CameraMediaQuery = Type.Object({
  vehicleIds: List(Type.String(), {
    maxItems: 20,
    description: 'Only of these vehicles, at most 20, by id or by external id `key:value`, split by commas.',
  }),
  ...window,
  endTime: TimeInput('Only what was recorded before this time, at most 24 hours after startTime.'),
  inputs: filter(INPUTS, 'A camera input.', 'Only from these camera inputs.'),
  mediaTypes: filter(['image', 'videoHighRes'], 'A media type.', 'Only of these types.'),
  triggerReasons: filter(TRIGGER_REASONS, 'A reason.', 'Only what was recorded for one of these reasons.'),
});
export type CameraMediaQuery = Static<typeof CameraMediaQuery>;

/** As the older path serves it: stills only. Source: the public SDK's preview resources. */
export const PreviewCameraMedia = Shape('PreviewCameraMedia', {
  vehicleId: about.vehicleId,
  mediaType: OneOf(['image'], { description: 'Stills only.' }),
  startTime: about.startTime,
  endTime: about.endTime,
  input: OneOf(['dashcamForwardFacing', 'dashcamInwardFacing', 'dashcamRearFacing'], {
    description: 'Camera input; every analog one is called dashcamRearFacing.',
  }),
  triggerReason: OneOf([...PREVIEW_REASONS], { description: 'Why it was recorded.' }),
  availableAtTime: CameraMedia.properties.availableAtTime,
  urlInfo: about.urlInfo,
});
export const PreviewCameraMediaPage = MediaPage(PreviewCameraMedia);

const tags = (which: string) =>
  Type.Optional(List(Type.String(), { maxItems: 2000, description: `Also of vehicles in ${which}.` }));

export const PreviewCameraMediaQuery = Type.Object({
  vehicleIds: Type.Optional(
    List(Type.String(), {
      maxItems: 2000,
      description: 'Only of these vehicles, by id or by external id `key:value`, split by commas.',
    }),
  ),
  tagIds: tags('one of these tags'),
  parentTagIds: tags('one of these tags or in a tag below one of them'),
  ...window,
  endTime: TimeInput('Only what was recorded before this time.'),
  inputs: filter(
    ['dashcamRoadFacing', 'dashcamDriverFacing', 'analog'],
    'A camera input.',
    'Only from these camera inputs; analog is every analog one.',
  ),
  mediaTypes: filter(['image'], 'A media type.', 'Stills are all there is here.'),
  triggerReasons: filter(PREVIEW_REASONS, 'A reason.', 'Only what was recorded for one of these reasons.'),
});

export const UploadCameraMedia = Form(
  'UploadCameraMedia',
  {
    vehicleId: Type.String({
      description: 'The vehicle that the camera is in, by id or external id `key:value`.',
    }),
    input: OneOf([...INPUTS], { title: 'CameraInput', description: 'Camera input.' }),
    mediaType: OneOf([...MEDIA_TYPES], {
      title: 'CameraMediaType',
      description: 'Still, video, or video sped up.',
    }),
    triggerReason: OneOf([...TRIGGER_REASONS], { description: 'Why it was recorded.' }),
    startTime: TimeInput('When the recording begins; of a still, when it was taken.'),
    endTime: TimeInput('When it ends; of a still, its startTime.'),
    cameraRole: about.cameraRole,
  },
  'The recording: .jpg or .png of at most 32 MiB for a still; .mp4, .mov or .webm of at most 1 GiB for a video.',
);
export type UploadCameraMedia = Static<typeof UploadCameraMedia.fields>;
export const CameraMediaReply = Data(CameraMedia);
