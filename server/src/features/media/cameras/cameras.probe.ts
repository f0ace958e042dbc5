import { made } from '../../../../test/builders.ts';
import { dot, multipart } from '../../../../test/pictures.ts';
import { probeOf } from '../../../../test/probe.ts';
import { cameraMedia } from './resource.ts';

const AT = '2026-01-01T00:00:00Z';
const WINDOW = `startTime=${AT}&endTime=2026-01-01T01:00:00Z`;
const uploaded = {
  input: 'analog1',
  mediaType: 'image',
  triggerReason: 'api',
  startTime: AT,
  endTime: AT,
};

export const probe = probeOf({
  makes: { recording: 'uuid' },
  needs: ['vehicle'],
  make: async ({ org, ids }) => {
    const form = multipart({ ...uploaded, vehicleId: ids.vehicle }, dot);
    return { recording: (await made(org, '/cameras/media', form)).id };
  },
  names: { startTime: () => AT, endTime: () => '2026-01-01T01:00:00Z' },
  foreign: {
    'GET /cameras/media': (theirs, mine) => [
      { path: `/cameras/media?vehicleIds=${theirs.vehicle}&startTime=${AT}&endTime=${AT}` },
      { path: `/cameras/media?vehicleIds=${mine.vehicle},${theirs.vehicle}&startTime=${AT}&endTime=${AT}` },
    ],
    'POST /cameras/media': ({ vehicle }) => [
      { path: '/cameras/media', body: multipart({ ...uploaded, vehicleId: String(vehicle) }, dot) },
    ],
    'GET /preview/cameras/media': ({ vehicle, tag }) => [
      { path: `/preview/cameras/media?vehicleIds=${vehicle}&startTime=${AT}&endTime=${AT}` },
      { path: `/preview/cameras/media?tagIds=${tag}&startTime=${AT}&endTime=${AT}`, status: 200 },
      { path: `/preview/cameras/media?parentTagIds=${tag}&startTime=${AT}&endTime=${AT}`, status: 200 },
    ],
  },
  actions: {
    'upload a recording': (act) => {
      const fields = {
        ...uploaded,
        vehicleId: act.some('vehicle'),
        input: act.random.pick(['analog1', 'analog2']),
      };
      return act.send('POST', '/cameras/media', multipart(fields, dot));
    },
  },
  views: [
    {
      of: 'cameraMedia',
      lists: (documents) =>
        [...new Set(documents.map(({ vehicleId }) => vehicleId))].map(
          (id) => `/cameras/media?vehicleIds=${id}&${WINDOW}`,
        ),
      key: ({ availableAtTime }) => availableAtTime,
    },
    {
      of: 'cameraMedia',
      list: `/preview/cameras/media?${WINDOW}`,
      // Its older vocabulary has no other word for analog inputs.
      served: (document, world) => ({
        ...(cameraMedia.served?.(document as never, world) as object),
        input: 'dashcamRearFacing',
      }),
      key: ({ availableAtTime }) => availableAtTime,
    },
  ],
});
