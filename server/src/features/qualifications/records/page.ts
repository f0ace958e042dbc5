import { asciiText, jsonText } from '../../../kernel/http/http.ts';

/** A reply of stored documents. They are ASCII; external ids are not. */
export const pageText = (externalIds: boolean | undefined, pieces: readonly string[]): never =>
  externalIds ? jsonText(pieces) : asciiText(pieces);
