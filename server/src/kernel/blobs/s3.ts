import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { ApiError } from '../errors.ts';
import { type Blobs, requireBlobKey } from './blobs.ts';

/** Where an S3 store is. Credentials come from where every AWS tool looks for them. */
export interface S3Place {
  bucket: string;
  /** Before every key, without a slash at its end; may be empty. */
  prefix: string;
  region: string;
  /** Another server than Amazon's. */
  endpoint?: string;
}

/** One part is what an upload holds in memory; S3 takes no smaller ones. */
const PART_BYTES = 5 * 1024 * 1024;

/** Blobs as objects: `<prefix>/<organization>/<id>`. An upload becomes visible when its last part is in. */
export function s3Blobs({ bucket, prefix, region, endpoint }: S3Place): Blobs {
  const client = new S3Client({
    region,
    // Servers other than Amazon's rarely have a host name for each bucket, nor the newest checksums.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const place = (key: string) => {
    const { orgId, id } = requireBlobKey(key);
    return { Bucket: bucket, Key: [prefix, orgId, id].filter(Boolean).join('/') };
  };
  return {
    async put(key, source, contentType) {
      await upload(client, { ...place(key), ContentType: contentType }, source);
    },
    async size(key) {
      return client.send(new HeadObjectCommand(place(key))).then(
        ({ ContentLength }) => ContentLength,
        (error: unknown) => {
          if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
          throw reported(error);
        },
      );
    },
    async read(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new GetObjectCommand({ ...place(key), Range })).catch(orReported);
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key))).catch(orReported);
    },
  };
}

/**
 * Sends what `source` gives in parts of one size, all from one piece of memory: the library's own upload leaves two
 * copies of each part to the garbage collection, which may be late. The parts are given up when one of them fails.
 */
async function upload(
  client: S3Client,
  to: { Bucket: string; Key: string; ContentType: string },
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const { Bucket, Key } = to;
  const part = Buffer.allocUnsafeSlow(PART_BYTES);
  let filled = 0;
  let UploadId: string | undefined;
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  const send = async (): Promise<void> => {
    UploadId ??= (await client.send(new CreateMultipartUploadCommand(to)).catch(orReported)).UploadId;
    const PartNumber = Parts.length + 1;
    const Body = part.subarray(0, filled);
    const { ETag } = await client
      .send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }))
      .catch(orReported);
    Parts.push({ ETag, PartNumber });
    filled = 0;
  };
  try {
    for await (const chunk of source)
      for (let taken = 0; taken < chunk.length; ) {
        if (filled === PART_BYTES) await send();
        const piece = chunk.subarray(taken, taken + PART_BYTES - filled);
        part.set(piece, filled);
        filled += piece.length;
        taken += piece.length;
      }
    if (!UploadId) {
      await client.send(new PutObjectCommand({ ...to, Body: part.subarray(0, filled) })).catch(orReported);
      return;
    }
    await send();
    await client
      .send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }))
      .catch(orReported);
  } catch (error) {
    // This may fail too: what went wrong first is told.
    if (UploadId)
      await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => {});
    throw error;
  }
}

/** A store that does not answer is a 503 to try again; what it refuses is for the operator, in the log. */
function reported(error: unknown): unknown {
  const away =
    error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) >= 500 : isAway(error);
  return away
    ? new ApiError(503, 'The file store is not available. Try again.', { 'retry-after': '1' })
    : error;
}

const orReported = (error: unknown): never => {
  throw reported(error);
};

const isAway = (error: unknown): boolean =>
  /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|EPIPE)/.test((error as NodeJS.ErrnoException).code ?? '') ||
  (error as Error).name === 'TimeoutError';
