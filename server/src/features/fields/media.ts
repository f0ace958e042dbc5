import { listIn, type Needs, objectIn, type ReadValue, textIn, wrong } from './given.ts';
import type { MediaRecord } from './types.ts';

const MOST_ITEMS = 20;

/** Pictures and documents, base64 in the body. */
export const readMedia: ReadValue = (what, _question, { mediaList }, needs) => ({
  mediaValue: { mediaList: readMediaList(what, 'mediaValue.mediaList', mediaList, needs) },
});

/** A list of media items, beside an answer or as one. */
export const readMediaList = (what: string, name: string, list: unknown, needs: Needs): MediaRecord[] =>
  listIn(what, name, list, MOST_ITEMS).map((item, index) =>
    readItem(what, `${name}.${index}`, item, false, needs),
  );

export const readSignature: ReadValue = (what, _question, { media }, needs) => ({
  signatureValue: { media: readItem(what, 'signatureValue.media', media, true, needs) },
});

/** The record gets its id once the bytes are decoded. */
function readItem(
  what: string,
  name: string,
  item: unknown,
  pictureOnly: boolean,
  needs: Needs,
): MediaRecord {
  const { base64Payload, mediaType } = objectIn(what, name, item);
  textIn(what, `${name}.mediaType`, mediaType, 255);
  if (typeof base64Payload !== 'string') throw wrong(what, `${name}.base64Payload must be a text in base64.`);
  const record: MediaRecord = { id: '', processingStatus: 'unknown' };
  needs.media.push({ what: `${what}, ${name}.base64Payload`, base64: base64Payload, pictureOnly, record });
  return record;
}
