import { type Acting, probeOf } from '../../../../../test/probe.ts';
import { weekly10Package } from '../../index.ts';

const fields = ({ random }: Acting) => ({
  api_id: random.code(),
  name: random.text(),
  description: random.chance(0.2) ? null : random.text(),
  is_active: random.chance(0.9),
});

const someone = (act: Acting): string =>
  encodeURIComponent(act.random.chance(0.5) ? act.some('course') : act.some('package'));

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
  actions: {
    'create a package': async (act) => {
      const body = { ...act.random.some(fields(act)), name: act.random.text() };
      act.add('package', (await act.send('POST', '/training/package/', body)).body?.api_id);
    },
    'change a package': async (act) => {
      const path = `/training/package/${someone(act)}/`;
      act.add('package', (await act.send('PATCH', path, act.random.some(fields(act)))).body?.api_id);
    },
    'replace a package': (act) =>
      act.send('PUT', `/training/package/${someone(act)}/`, {
        ...act.random.some(fields(act)),
        name: act.random.text(),
      }),
    'delete a package': (act) =>
      act.send('DELETE', `/training/package/${someone(act)}/${act.random.pick(['', '?cascade=true'])}`),
  },
  views: [
    {
      of: 'trainingCourse',
      list: '/training/package/?limit=100',
      served: weekly10Package as never,
      key: ({ api_id }) => api_id,
    },
  ],
});
