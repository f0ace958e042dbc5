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
  actions: {
    'ask for a recording': async (act) => {
      const body = {
        ...still,
        vehicleId: act.some('vehicle'),
        inputs: act.random.pick([['analog1'], ['analog1', 'analog2']]),
      };
      act.add('retrieval', (await act.send('POST', '/cameras/media/retrieval', body)).body.data?.retrievalId);
    },
    'fulfil a retrieval': (act) => {
      const fields = { retrievalId: act.some('retrieval'), input: act.random.pick(['analog1', 'analog2']) };
      return act.send('POST', '/cameras/media/retrieval/fulfil', multipart(fields, dot));
    },
    'fail a retrieval': (act) =>
      act.send('POST', '/cameras/media/retrieval/fail', {
        retrievalId: act.some('retrieval'),
        status: act.random.pick(['failed', 'unavailable']),
      }),
  },
  views: [{ of: 'mediaRetrieval', each: ({ id }) => `/cameras/media/retrieval?retrievalId=${id}` }],
});
