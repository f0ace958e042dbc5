import type { Caller } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { parseTime } from '../../../kernel/time.ts';
import { findVehicles } from '../../directory/index.ts';
import type { FileFacts } from '../files/inline.ts';
import { keepMedia } from '../files/keep.ts';
import { cameraMedia } from './resource.ts';
import type { RecordingDocument, UploadCameraMedia } from './schema.ts';
import { insertRecording, type NewRecording } from './store.ts';
import type { MediaType } from './vocabulary.ts';

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

/** Adds a recording and keeps its file. */
export async function addRecording(
  tx: Tx,
  recording: NewRecording,
  file: FileFacts,
): Promise<RecordingDocument> {
  await keepMedia(tx, [file]);
  const document = await insertRecording(tx, recording);
  tx.changed(cameraMedia, 'create', [{ id: document.id, document }]);
  return document;
}
