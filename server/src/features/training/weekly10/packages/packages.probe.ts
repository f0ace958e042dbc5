import { probeOf } from '../../../../../test/probe.ts';

export const probe = probeOf({
  names: { api_id: ({ course }) => course },
  foreign: {
    'GET /training/package/{api_id}/': ({ course: id }) => [{ path: `/training/package/${id}/` }],
    'PUT /training/package/{api_id}/': ({ course: id }) => [
      { path: `/training/package/${id}/`, body: { name: 'X' } },
    ],
    'PATCH /training/package/{api_id}/': ({ course: id }) => [
      { path: `/training/package/${id}/`, body: { name: 'X' } },
    ],
    'DELETE /training/package/{api_id}/': ({ course: id }) => [{ path: `/training/package/${id}/` }],
    'POST /training/package/': 'its api_id is one that does not exist yet',
  },
});
