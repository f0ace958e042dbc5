import { buildApp, findFeatures } from '../src/app.ts';
import { folderBlobs } from '../src/kernel/blobs/folder.ts';
import { openDatabase } from '../src/kernel/database/database.ts';
import { systemClock } from '../src/kernel/time.ts';

/** The committed document. */
export const CONTRACT = new URL('../../contract/openapi.json', import.meta.url);

/** The OpenAPI document of all features, as it is committed. */
export async function buildDocument(): Promise<string> {
  // A pool opens its first connection with its first statement, and there is none.
  const database = openDatabase({ host: '/nonexistent' });
  const app = await buildApp(
    {
      database,
      blobs: folderBlobs('/nonexistent'),
      clock: systemClock,
      secret: Buffer.alloc(32),
      config: { logLevel: 'silent' },
    },
    await findFeatures(),
  );
  await app.ready();
  const document = JSON.stringify(app.swagger(), null, 2);
  await app.close();
  await database.close();
  return `${document}\n`;
}
