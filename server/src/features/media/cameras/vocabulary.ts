/** Camera inputs as requests and retrievals name them, and as they are stored. Source: the public spec. */
export const INPUTS = [
  'dashcamRoadFacing',
  'dashcamDriverFacing',
  'analog1',
  'analog2',
  'analog3',
  'analog4',
] as const;
export type Input = (typeof INPUTS)[number];

/** The same inputs as the list of uploaded media names them. */
export const LISTED_INPUTS = [
  'dashcamForwardFacing',
  'dashcamInwardFacing',
  'analog1',
  'analog2',
  'analog3',
  'analog4',
] as const;

export const listedInput = (input: Input): (typeof LISTED_INPUTS)[number] =>
  LISTED_INPUTS[INPUTS.indexOf(input)] as (typeof LISTED_INPUTS)[number];

export const MEDIA_TYPES = ['image', 'videoHighRes', 'videoLowRes', 'hyperlapse'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const TRIGGER_REASONS = [
  'api',
  'panicButton',
  'periodicStill',
  'rfidEvent',
  'safetyEvent',
  'tripEndStill',
  'tripStartStill',
  'videoRetrieval',
] as const;
export type TriggerReason = (typeof TRIGGER_REASONS)[number];

/** Those that the older path knows. */
export const PREVIEW_REASONS = [
  'api',
  'panicButton',
  'periodicStill',
  'tripEndStill',
  'tripStartStill',
  'videoRetrieval',
] as const;

export const CAMERA_ROLES = [
  'leftMirrorMount',
  'leftSide',
  'rightMirrorMount',
  'rightSide',
  'rearHigh',
  'rearBumper',
  'inCab',
  'front',
  'hopper',
  'other1',
  'other2',
  'other3',
  'other4',
  'leftBev',
  'rightBev',
  'rearBev',
  'frontBev',
  'otherBev',
  'bevNotUsed',
] as const;
export type CameraRole = (typeof CAMERA_ROLES)[number];

/** What cameras send. */
export const CAMERA_KINDS = ['jpg', 'png', 'mp4', 'mov', 'webm'] as const;
