import type { Job, Services } from '../../../kernel/feature.ts';
import { discardMedia } from './keep.ts';
import { abandonedUploads } from './store.ts';

/**
 * Takes away the bytes of uploads that were cut off by the end of their process, each in a transaction of its own:
 * one that comes to its end just then is no longer there to be discarded. @returns how many.
 */
export async function sweepUploads(services: Pick<Services, 'database' | 'blobs'>): Promise<number> {
  const abandoned = await abandonedUploads(services.database);
  for (const { orgId, id } of abandoned) await discardMedia(services, orgId, [{ id }]);
  return abandoned.length;
}

export const sweepJob: Job<unknown> = {
  name: 'media.sweep',
  cron: '41 * * * *',
  run: (services) => async () => {
    while ((await sweepUploads(services)) > 0);
  },
};
