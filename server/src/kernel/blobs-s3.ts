import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { type Blobs, requireBlobKey } from './blobs.ts';
import { ApiError } from './errors.ts';

/** Where an S3 store is. Credentials come from where every AWS tool looks for them. */
export interface S3Place {
  bucket: string;
  /** Before every key, without a slash at its end; may be empty. */
  prefix: string;
  region: string;
  /** Another server than Amazon's. */
  endpoint?: string;
}

/** Two parts at once is what an upload holds in memory; S3 takes no smaller ones. */
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
      let failure: unknown;
      const body = Readable.from(source, { objectMode: false }).once('error', (error) => {
        failure = error;
      });
      const params = { ...place(key), Body: body, ContentType: contentType };
      const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: 1 });
      await upload.done().catch((error: unknown) => {
        body.destroy();
        // The parts that are there are given up then, and that may fail too: what went wrong first is told.
        throw failure ?? reported(error);
      });
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
      const { Body } = await client
        .send(new GetObjectCommand({ ...place(key), Range }))
        .catch((error: unknown) => {
          throw reported(error);
        });
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(place(key))).catch((error: unknown) => {
        throw reported(error);
      });
    },
  };
}

/** A store that does not answer is a 503 to try again; what it refuses is for the operator, in the log. */
function reported(error: unknown): unknown {
  if (error instanceof ApiError) return error;
  const away =
    error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) >= 500 : isAway(error);
  return away
    ? new ApiError(503, 'The file store is not available. Try again.', { 'retry-after': '1' })
    : error;
}

const isAway = (error: unknown): boolean =>
  /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|EPIPE)/.test((error as NodeJS.ErrnoException).code ?? '') ||
  (error as Error).name === 'TimeoutError';
