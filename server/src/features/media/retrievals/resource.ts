import { sql } from '../../../kernel/database/database.ts';
import type { Resource, World } from '../../../kernel/ledger/resource.ts';
import { cameraMedia } from '../cameras/resource.ts';
import { RetrievalDocument } from './schema.ts';
import { readRetrievals } from './store.ts';

/** As it is served, but for the links, which are of the moment. */
const served = ({ vehicleId, mediaType, startTime, endTime, media }: RetrievalDocument, world: World) => ({
  media: media.map(({ input, status, cameraMediaId }) => {
    const recording = cameraMediaId ? world.get(cameraMedia, cameraMediaId) : undefined;
    return {
      vehicleId,
      mediaType,
      startTime: recording?.startTime ?? startTime,
      endTime: recording?.endTime ?? endTime,
      ...(recording?.cameraRole ? { cameraRole: recording.cameraRole } : {}),
      input,
      status,
      ...(recording ? { availableAtTime: recording.availableAtTime } : {}),
    };
  }),
});

export const mediaRetrieval: Resource<RetrievalDocument> = {
  name: 'mediaRetrieval',
  scope: 'Read Media Retrieval',
  id: 'uuid',
  document: RetrievalDocument,
  about: ({ vehicleId }) => [vehicleId],
  read: async (database, orgId, ids) =>
    (await readRetrievals(database, orgId, ids)).map((document) => ({ id: document.id, document })),
  present: (orgId) => sql`select id::text from media_retrieval where org_id = ${orgId}`,
  served,
};
