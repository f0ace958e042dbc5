import { buffer } from 'node:stream/consumers';
import { blobKey } from '../../../kernel/blobs/blobs.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import { thumbnail } from './image.ts';
import { beginUploads, endUploads, findFiles, finishFile } from './store.ts';

/**
 * Makes the thumbnail of a picture, and marks the file as finished. How far a file is is no fact of what it belongs
 * to, and so in no document.
 */
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

export const processJob: Job<{ orgId: string; id: string }> = {
  name: 'media.process',
  run: (services) => (file) => processMedia(services, file),
};
