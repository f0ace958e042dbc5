import { blobKey } from '../../../kernel/blobs/blobs.ts';
import type { SignedUrls } from '../../../kernel/http/signed-urls.ts';
import { LINK_SECONDS } from '../files/keep.ts';
import type { CameraMedia, RecordingDocument } from './schema.ts';
import { listedInput } from './vocabulary.ts';

/** Makes links to an organization's files that work for eight hours. */
export const linksTo =
  (signedUrls: SignedUrls, orgId: string, base: string, now: Date) =>
  (file: { id: string; contentType: string }): { url: string; urlExpiryTime: string } => {
    const signed = { key: blobKey(orgId, file.id), contentType: file.contentType };
    const { url, expiresAt } = signedUrls.sign(base, signed, now, LINK_SECONDS);
    return { url, urlExpiryTime: expiresAt };
  };

/** A recording as the list serves it, but for its link, which is another at each request. */
export const toCameraMedia = (recording: RecordingDocument): Omit<CameraMedia, 'urlInfo'> => ({
  vehicleId: recording.vehicleId,
  mediaType: recording.mediaType,
  startTime: recording.startTime,
  endTime: recording.endTime,
  ...(recording.cameraRole ? { cameraRole: recording.cameraRole } : {}),
  input: listedInput(recording.input),
  triggerReason: recording.triggerReason,
  availableAtTime: recording.availableAtTime,
});
