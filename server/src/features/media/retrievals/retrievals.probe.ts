import { made } from '../../../../test/builders.ts';
import { dot, multipart } from '../../../../test/pictures.ts';
import { probeOf } from '../../../../test/probe.ts';

const AT = '2026-01-01T00:00:00Z';
const still = { inputs: ['analog1'], mediaType: 'image', startTime: AT, endTime: AT };

export const probe = probeOf({
  makes: { retrieval: 'uuid' },
  needs: ['vehicle'],
  make: async ({ org, ids }) => ({
    retrieval: (await made(org, '/cameras/media/retrieval', { ...still, vehicleId: ids.vehicle }))
      .retrievalId,
  }),
  foreign: {
    'GET /cameras/media/retrieval': ({ retrieval }) => [
      { path: `/cameras/media/retrieval?retrievalId=${retrieval}` },
    ],
    'POST /cameras/media/retrieval': ({ vehicle }) => [
      { path: '/cameras/media/retrieval', body: { ...still, vehicleId: vehicle } },
    ],
    'POST /cameras/media/retrieval/fulfil': ({ retrieval }) => [
      { path: '/cameras/media/retrieval/fulfil', body: multipart({ retrievalId: String(retrieval) }, dot) },
    ],
    'POST /cameras/media/retrieval/fail': ({ retrieval }) => [
      { path: '/cameras/media/retrieval/fail', body: { retrievalId: retrieval } },
    ],
  },
});
