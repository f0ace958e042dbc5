import { made } from '../../../../test/builders.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';
import { PEOPLE } from '../../../../test/reports.ts';

const content = ({ random }: Acting) => ({
  ...PEOPLE,
  name: random.text(),
  ...(random.chance(0.5) ? { sort: [{ fieldName: 'personName', direction: 'desc' }] } : {}),
});

export const probe = probeOf({
  makes: { reportConfig: 'uuid' },
  make: async ({ org }) => ({
    reportConfig: (await made(org, '/reports/configs', { name: 'People', ...PEOPLE })).id,
  }),
  names: { id: 'reportConfig', ids: 'reportConfig', datasetId: () => PEOPLE.datasetId },
  foreign: {
    'GET /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?ids=${id}` }],
    'POST /reports/configs': ({ reportConfig: id }) => [
      { path: '/reports/configs', body: { name: 'X', ...PEOPLE, datasetId: id } },
    ],
    'PATCH /reports/configs': ({ reportConfig: id }) => [
      { path: '/reports/configs', body: { id, name: 'X' } },
    ],
    'DELETE /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?id=${id}` }],
  },
  actions: {
    'create a report config': async (act) => {
      const body = { ...content(act), name: act.random.text() };
      act.add('reportConfig', (await act.send('POST', '/reports/configs', body)).body.data?.id);
    },
    'change a report config': (act) =>
      act.send('PATCH', '/reports/configs', {
        ...act.random.some(content(act)),
        id: act.some('reportConfig'),
      }),
    'delete a report config': (act) => act.send('DELETE', `/reports/configs?id=${act.some('reportConfig')}`),
  },
  views: [{ of: 'reportConfig', list: '/reports/configs' }],
});
