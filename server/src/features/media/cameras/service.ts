import type { Caller } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Stamp } from '../../../kernel/ledger/write.ts';
import { parseTime } from '../../../kernel/time.ts';
import { findVehicles } from '../../directory/index.ts';
import type { FileFacts } from '../files/inline.ts';
import { keepMedia } from '../files/keep.ts';
import type { CameraMedia, UploadCameraMedia } from './schema.ts';
import { insertRecordings, type NewRecording } from './store.ts';
import type { MediaType } from './vocabulary.ts';
import { recordingChange, toCameraMedia } from './wire.ts';

/** @throws 400 when a still came as a video, or the other way round. */
export function requireFits(mediaType: MediaType, file: FileFacts): void {
  const picture = file.contentType.startsWith('image/');
  if (picture !== (mediaType === 'image'))
    throw invalid('file', `it is ${picture ? 'a picture' : 'a video'}, but the mediaType is ${mediaType}.`);
}

/** Checks what is told of an upload. @throws 400 naming the field; 404 for an unknown vehicle. */
export async function toRecording(
  database: Queryable,
  caller: Caller,
  fields: UploadCameraMedia,
  file: FileFacts,
): Promise<NewRecording> {
  const startAt = parseTime('startTime', fields.startTime);
  const endAt = parseTime('endTime', fields.endTime);
  if (fields.mediaType === 'image' ? endAt !== startAt : endAt <= startAt)
    throw invalid(
      'endTime',
      fields.mediaType === 'image' ? 'of a still it is the startTime.' : 'of a video it is after startTime.',
    );
  requireFits(fields.mediaType, file);
  const [vehicleId] = await findVehicles(database, caller, 'vehicleId', [fields.vehicleId]);
  const { input, mediaType, triggerReason, cameraRole = null } = fields;
  return {
    id: newId(),
    vehicleId: vehicleId as string,
    input,
    mediaType,
    triggerReason,
    cameraRole,
    startAt,
    endAt,
    fileId: file.id,
  };
}

/** Adds a recording and keeps its file, inside a write. Answers it as the list serves it, without a link. */
export async function addRecording(
  tx: Queryable,
  orgId: string,
  stamp: Stamp,
  recording: NewRecording,
  file: FileFacts,
): Promise<Omit<CameraMedia, 'urlInfo'>> {
  await keepMedia(tx, orgId, [file], stamp);
  const availableAt = await insertRecordings(tx, orgId, [recording], stamp.at);
  const media = toCameraMedia({
    ...recording,
    cameraRole: recording.cameraRole ?? undefined,
    startTime: shortTime(recording.startAt),
    endTime: shortTime(recording.endAt),
    availableAt,
  });
  stamp.record(recordingChange(recording, media));
  return media;
}

/** A time read by `parseTime` in wire form: milliseconds only where they are not zero. */
export const shortTime = (iso: string): string => iso.replace('.000Z', 'Z');
