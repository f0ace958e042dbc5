import { buffer } from 'node:stream/consumers';
import { blobKey } from '../../../kernel/blobs/blobs.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import { thumbnail } from './image.ts';
import { abandonedUploads, beginUploads, endUploads, findFiles, finishFile } from './store.ts';

/** The name of the job that finishes a file. */
export const PROCESS = 'media.process';

/** Makes the thumbnail of a picture, and marks the file as finished. */
export async function processMedia(
  { database, blobs }: Pick<Services, 'database' | 'blobs'>,
  { orgId, id }: { orgId: string; id: string },
): Promise<void> {
  const [file] = await findFiles(database, orgId, [id]);
  if (!file || file.status === 'finished') return;
  if (!file.contentType.startsWith('image/')) return finishFile(database, orgId, id, null);
  const small = await thumbnail(await buffer(await blobs.read(blobKey(orgId, id))));
  const thumbnailId = newId();
  await beginUploads(database, orgId, [thumbnailId]);
  await blobs.put(blobKey(orgId, thumbnailId), [small], 'image/jpeg');
  await database.transaction(async (tx) => {
    await endUploads(tx, orgId, [thumbnailId]);
    await finishFile(tx, orgId, id, thumbnailId);
  });
}

export const processJob: Job = {
  name: PROCESS,
  run: (services) => async (payload) => processMedia(services, payload as { orgId: string; id: string }),
};

/** Takes away the bytes of uploads that were cut off by the end of their process. @returns how many. */
export async function sweepUploads({
  database,
  blobs,
}: Pick<Services, 'database' | 'blobs'>): Promise<number> {
  return database.transaction(async (tx) => {
    const abandoned = await abandonedUploads(tx);
    for (const { orgId, id } of abandoned) {
      await blobs.remove(blobKey(orgId, id));
      await endUploads(tx, orgId, [id]);
    }
    return abandoned.length;
  });
}

export const sweepJob: Job = {
  name: 'media.sweep',
  cron: '41 * * * *',
  run: (services) => async () => {
    while ((await sweepUploads(services)) > 0);
  },
};
