import { createHash } from 'node:crypto';
import { ApiError, invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { isPicture } from './image.ts';
import { type Kind, listed, sniff } from './kinds.ts';

/** The largest file inside a JSON body, in bytes once decoded. */
export const INLINE_LIMIT = 10 * 1024 * 1024;
/** The `bodyLimit` of a route whose JSON may hold files, in bytes: base64 is a third longer than what it holds. */
export const MEDIA_BODY_LIMIT = 32 * 1024 * 1024;
/** What a media field of a form or of a qualification takes. Source: the vendor's documentation. */
export const DOCUMENT_KINDS = ['jpg', 'png', 'pdf', 'docx'] as const;
/** What a signature may be. */
export const PICTURE_KINDS = ['jpg', 'png'] as const;

/** What is kept of any file. */
export interface FileFacts {
  /** A UUIDv7. */
  id: string;
  contentType: string;
  /** In bytes. */
  size: number;
  /** In hex. */
  sha256: string;
}

/** A file that came inside a JSON body. */
export interface InlineMedia extends FileFacts {
  bytes: Buffer;
}

/**
 * Reads a file from base64: it must be one of the `allowed` kinds by its content, and a picture must be a whole
 * one. The media type that was sent with it is not needed.
 *
 * @throws 400 naming `what` for text that is not base64 and for other content; 413 for more than 10 MiB.
 */
export async function readInlineMedia(
  what: string,
  base64: string,
  allowed: readonly Kind[] = DOCUMENT_KINDS,
): Promise<InlineMedia> {
  const text = base64.replace(/\s+/g, '');
  if (text.length > Math.ceil(INLINE_LIMIT / 3) * 4)
    throw new ApiError(413, `${what}: the file is larger than ${INLINE_LIMIT} bytes.`);
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
    throw invalid(
      what,
      'it is not base64. Send the file’s bytes in base64 with its padding, without a prefix.',
    );
  const bytes = Buffer.from(text, 'base64');
  const contentType = await sniff(bytes, allowed);
  if (!contentType)
    throw invalid(what, `its content is not that of a ${listed(allowed)} file, whatever it is called.`);
  if (contentType.startsWith('image/') && !(await isPicture(bytes, what)))
    throw invalid(what, `it begins like a picture but cannot be read as one.`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id: newId(), contentType, bytes, size: bytes.length, sha256 };
}
