import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { RecordingDocument } from './schema.ts';
import { readRecordings } from './store.ts';
import { toCameraMedia } from './wire.ts';

export const cameraMedia: Resource<RecordingDocument> = {
  name: 'cameraMedia',
  scope: 'Read Media Retrieval',
  id: 'uuid',
  document: RecordingDocument,
  about: ({ vehicleId }) => [vehicleId],
  read: async (database, orgId, ids) =>
    (await readRecordings(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from camera_media where org_id = ${orgId}`,
  // Without its link, which is of the moment.
  served: toCameraMedia,
};
