import type { MediaReference } from './drafts.ts';
import { listIn, objectIn, type ReadValue, textIn, wrong } from './given.ts';

const MOST_ITEMS = 20;

/** Pictures and documents, base64 in the body. */
export const readMedia: ReadValue = (what, _question, { mediaList }) => ({
  mediaValue: { mediaList: readMediaList(what, 'mediaValue.mediaList', mediaList) },
});

/** A list of media items, beside an answer or as one. */
export const readMediaList = (what: string, name: string, list: unknown): MediaReference[] =>
  listIn(what, name, list, MOST_ITEMS).map((item, index) => readItem(what, `${name}.${index}`, item, false));

export const readSignature: ReadValue = (what, _question, { media }) => ({
  signatureValue: { media: readItem(what, 'signatureValue.media', media, true) },
});

function readItem(what: string, name: string, item: unknown, pictureOnly: boolean): MediaReference {
  const { base64Payload: base64, mediaType } = objectIn(what, name, item);
  textIn(what, `${name}.mediaType`, mediaType, 255);
  if (typeof base64 !== 'string') throw wrong(what, `${name}.base64Payload must be a text in base64.`);
  return { what: `${what}, ${name}.base64Payload`, base64, pictureOnly };
}
