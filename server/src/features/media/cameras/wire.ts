import { blobKey } from '../../../kernel/blobs/blobs.ts';
import type { Services } from '../../../kernel/feature.ts';
import { wireTime } from '../../../kernel/time.ts';
import { LINK_SECONDS } from '../files/keep.ts';
import type { CameraMedia } from './schema.ts';
import type { NewRecording, Recording } from './store.ts';
import { listedInput } from './vocabulary.ts';

/** Where a file can be fetched, for eight hours. */
export function urlInfo(
  { signedUrls, clock }: Pick<Services, 'signedUrls' | 'clock'>,
  orgId: string,
  file: { fileId: string; contentType: string },
  base: string,
): { url: string; urlExpiryTime: string } {
  const signed = { key: blobKey(orgId, file.fileId), contentType: file.contentType };
  const { url, expiresAt } = signedUrls.sign(base, signed, clock.now(), LINK_SECONDS);
  return { url, urlExpiryTime: expiresAt };
}

/** A recording as the list serves it, but for its link, which is another at each request. */
export const toCameraMedia = (
  recording: Omit<Recording, 'id' | 'fileId' | 'contentType'>,
): Omit<CameraMedia, 'urlInfo'> => ({
  vehicleId: recording.vehicleId,
  mediaType: recording.mediaType,
  startTime: recording.startTime,
  endTime: recording.endTime,
  ...(recording.cameraRole ? { cameraRole: recording.cameraRole } : {}),
  input: listedInput(recording.input),
  triggerReason: recording.triggerReason,
  availableAtTime: wireTime(recording.availableAt),
});

/** The ledger's entry of a new recording: what it is, not its bytes. */
export const recordingChange = (recording: NewRecording, media: Omit<CameraMedia, 'urlInfo'>) => ({
  resource: 'camera-media',
  id: recording.id,
  operation: 'create' as const,
  document: JSON.stringify(media),
});
