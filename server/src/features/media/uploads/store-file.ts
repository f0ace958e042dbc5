import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { blobKey } from '../../../kernel/blobs/blobs.ts';
import { ApiError, invalid } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import { isPicture } from '../files/image.ts';
import type { FileFacts } from '../files/inline.ts';
import { discardMedia } from '../files/keep.ts';
import { HEAD_BYTES, type Kind, listed, sniff } from '../files/kinds.ts';
import { beginUploads } from '../files/store.ts';

/** The largest picture that is streamed in, in bytes: it is decoded once, in memory. */
export const PICTURE_LIMIT = 32 * 1024 * 1024;
/** The largest video, in bytes. */
export const VIDEO_LIMIT = 1024 * 1024 * 1024;

/**
 * Stores a file as it comes in, a few pieces at a time: at the first of them it is known whether it is one of the
 * `allowed` kinds, and how large it may be. Keep it with `keepMedia`, or take it away with `discardMedia`.
 *
 * @throws 400 naming `file` for other content; 413 for too much of it. Nothing is left then, nor when the source fails.
 */
export async function storeFile(
  services: Pick<Services, 'database' | 'blobs'>,
  orgId: string,
  source: AsyncIterable<Buffer>,
  allowed: readonly Kind[],
): Promise<FileFacts> {
  const id = newId();
  await beginUploads(services.database, orgId, [id]);
  try {
    const pieces = source[Symbol.asyncIterator]();
    const head = await firstPieces(pieces);
    const contentType = await sniff(head, allowed);
    if (!contentType)
      throw invalid('file', `its content is not that of a ${listed(allowed)} file, whatever it is called.`);
    const picture = contentType.startsWith('image/');
    const measured = measure(head, pieces, picture ? PICTURE_LIMIT : VIDEO_LIMIT);
    await services.blobs.put(blobKey(orgId, id), measured.pieces(), contentType);
    if (picture && !(await isPicture(await buffer(await services.blobs.read(blobKey(orgId, id))), 'file')))
      throw invalid('file', 'it begins like a picture but cannot be read as one.');
    return { id, contentType, ...measured.facts() };
  } catch (error) {
    await discardMedia(services, orgId, [{ id }]).catch(() => {});
    throw error;
  }
}

async function firstPieces(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  const head: Buffer[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const { done, value } = await pieces.next();
    if (done) break;
    head.push(value);
    length += value.length;
  }
  return Buffer.concat(head);
}

/** Counts and hashes what passes, and stops what is more than `limit` bytes. */
function measure(head: Buffer, rest: AsyncIterator<Buffer>, limit: number) {
  const hash = createHash('sha256');
  let size = 0;
  const pass = (piece: Buffer): Buffer => {
    size += piece.length;
    if (size > limit) throw new ApiError(413, `file: it is larger than ${limit} bytes.`);
    hash.update(piece);
    return piece;
  };
  return {
    async *pieces(): AsyncGenerator<Buffer> {
      yield pass(head);
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield pass(next.value);
    },
    facts: () => ({ size, sha256: hash.digest('hex') }),
  };
}
