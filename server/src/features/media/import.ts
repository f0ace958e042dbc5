import type { Writer } from '../../kernel/auth.ts';
import type { Services } from '../../kernel/feature.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/ledger/write.ts';
import { addRecording } from './cameras/service.ts';
import type { NewRecording } from './cameras/store.ts';
import { CAMERA_KINDS } from './cameras/vocabulary.ts';
import type { FileFacts } from './files/inline.ts';
import { discardMedia } from './files/keep.ts';
import { addRetrieval, failRetrieval, fulfilRetrieval } from './retrievals/service.ts';
import type { NewRetrieval } from './retrievals/store.ts';
import { storeFile } from './uploads/store-file.ts';

type Store = Pick<Services, 'database' | 'blobs'>;

async function withFile<T>(
  services: Store,
  orgId: string,
  bytes: Buffer,
  use: (file: FileFacts) => Promise<T>,
) {
  const source = (async function* () {
    yield bytes;
  })();
  const file = await storeFile(services, orgId, source, CAMERA_KINDS);
  try {
    return await use(file);
  } finally {
    await discardMedia(services, orgId, [file]);
  }
}

/** Adds a recording that is not uploaded over HTTP. */
export const importRecording = (
  services: Store,
  writer: Writer,
  recording: Omit<NewRecording, 'id' | 'fileId' | 'cameraRole'>,
  bytes: Buffer,
): Promise<unknown> =>
  withFile(services, writer.orgId, bytes, (file) =>
    write(services.database, writer, (tx) =>
      addRecording(tx, { ...recording, id: newId(), fileId: file.id, cameraRole: null }, file),
    ),
  );

/** Adds a retrieval and what became of it: its recording, or a state. */
export async function importRetrieval(
  services: Store,
  writer: Writer,
  retrieval: Omit<NewRetrieval, 'id' | 'quotaSeconds'>,
  outcome: Buffer | 'unavailable' | 'pending',
): Promise<void> {
  const retrievalId = newId();
  await addRetrieval(services.database, writer, { ...retrieval, id: retrievalId, quotaSeconds: 0.1 });
  if (outcome === 'pending') return;
  if (outcome === 'unavailable')
    await failRetrieval(services.database, writer, { retrievalId, status: outcome });
  else
    await withFile(services, writer.orgId, outcome, (file) =>
      fulfilRetrieval(services.database, writer, { retrievalId }, file),
    );
}
