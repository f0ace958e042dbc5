import type { Readable } from 'node:stream';
import { blobKey } from '../../../kernel/blobs/blobs.ts';
import type { Database, Queryable } from '../../../kernel/database/database.ts';
import { ApiError, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import type { FileFacts, InlineMedia } from './inline.ts';
import { processJob } from './process.ts';
import { beginUploads, endUploads, findFiles, insertFiles } from './store.ts';

/** Where files are stored. */
type Store = Pick<Services, 'database' | 'blobs'>;

/**
 * Stores bytes before the write that keeps them. Call `discardMedia` once that write is over, however it ended;
 * `withMedia` does both.
 */
export async function stageMedia(
  { database, blobs }: Store,
  orgId: string,
  media: readonly InlineMedia[],
): Promise<void> {
  if (media.length === 0) return;
  await beginUploads(
    database,
    orgId,
    media.map(({ id }) => id),
  );
  for (const { id, bytes, contentType } of media) await blobs.put(blobKey(orgId, id), [bytes], contentType);
}

/** Keeps staged files, inside the write: their rows, and the job that finishes each. */
export async function keepMedia(tx: Tx, files: readonly FileFacts[]): Promise<void> {
  if (files.length === 0) return;
  const { orgId } = tx;
  const ids = files.map(({ id }) => id);
  if ((await endUploads(tx, orgId, ids)).length < ids.length)
    throw new ApiError(408, 'The upload took more than a day. Send it again.');
  await insertFiles(tx, orgId, files, tx.at);
  for (const id of ids) await tx.enqueue(processJob, { orgId, id }, { queue: `media ${orgId}` });
}

/**
 * Takes away the bytes of those files that no write has kept. A write whose outcome is unknown has either ended
 * the upload, and its bytes stay, or not.
 */
export async function discardMedia(
  { database, blobs }: Store,
  orgId: string,
  files: readonly Pick<FileFacts, 'id'>[],
): Promise<void> {
  if (files.length === 0) return;
  const ids = files.map(({ id }) => id);
  await database.transaction(async (tx) => {
    for (const id of await endUploads(tx, orgId, ids)) await blobs.remove(blobKey(orgId, id));
  });
}

/** Stages files, runs the write that keeps them with `keepMedia`, and leaves nothing behind when it does not. */
export async function withMedia<T>(
  services: Store,
  orgId: string,
  media: readonly InlineMedia[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    await stageMedia(services, orgId, media);
    return await work();
  } finally {
    // The job that looks for abandoned uploads does it when the database is away now.
    await discardMedia(services, orgId, media).catch(() => {});
  }
}

/** How long the links to files work, in seconds: as long as those to camera media. */
export const LINK_SECONDS = 8 * 3600;

/** A file as forms and qualifications serve it. Source: the public spec's media record. */
export interface DescribedMedia {
  id: string;
  processingStatus: 'processing' | 'finished';
  url?: string;
  urlExpiresAt?: string;
  thumbnailUrl?: string;
}

/**
 * Describes files by their ids, with links below `base` (see `baseUrl`) to those that are finished. An id that
 * the organization does not have is not in the answer.
 */
export async function describeMedia(
  { signedUrls, clock }: Pick<Services, 'signedUrls' | 'clock'>,
  database: Queryable | Database,
  orgId: string,
  ids: readonly string[],
  base: string,
): Promise<Map<string, DescribedMedia>> {
  if (ids.length === 0) return new Map();
  const link = (id: string, contentType: string) =>
    signedUrls.sign(base, { key: blobKey(orgId, id), contentType }, clock.now(), LINK_SECONDS);
  const described = (await findFiles(database, orgId, ids)).map((file): DescribedMedia => {
    if (file.status === 'processing') return { id: file.id, processingStatus: 'processing' };
    const { url, expiresAt } = link(file.id, file.contentType);
    const small = file.thumbnailId && { thumbnailUrl: link(file.thumbnailId, 'image/jpeg').url };
    return { id: file.id, processingStatus: 'finished', url, urlExpiresAt: expiresAt, ...(small || {}) };
  });
  return new Map(described.map((media) => [media.id, media]));
}

/** The bytes of a file, with their content type. @throws 404 for one that the organization does not have. */
export async function openMedia(
  { database, blobs }: Store,
  orgId: string,
  id: string,
): Promise<{ contentType: string; stream: Readable }> {
  const [file] = await findFiles(database, orgId, [id]);
  if (!file) throw notFound(`No media ${id}.`);
  return { contentType: file.contentType, stream: await blobs.read(blobKey(orgId, id)) };
}
