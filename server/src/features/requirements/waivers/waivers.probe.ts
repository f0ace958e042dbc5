import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const body = (requirementId: string | undefined, subjectId: string | undefined) => ({
  requirementId,
  subjectId,
  reason: 'On leave',
});

export const probe = probeOf({
  makes: { waiver: 'uuid' },
  needs: ['requirement', 'driver'],
  make: async ({ org, ids }) => ({
    waiver: (await made(org, '/waivers', body(ids.requirement, ids.driver))).id,
  }),
  foreign: {
    'GET /waivers': ({ driver, requirement }) => [
      { path: `/waivers?subjectIds=${driver}` },
      { path: `/waivers?requirementIds=${requirement}`, status: 200 },
    ],
    'POST /waivers': (theirs, mine) => [
      { path: '/waivers', body: body(theirs.requirement, mine.driver) },
      { path: '/waivers', body: body(mine.requirement, theirs.driver) },
    ],
    'DELETE /waivers': ({ waiver: id }) => [{ path: `/waivers?id=${id}` }],
  },
  names: { id: 'waiver', subjectId: 'driver', subjectIds: 'driver' },
  actions: {
    'waive a requirement': async (act) => {
      const until = act.random.chance(0.5) ? { until: '2099-01-01T00:00:00+02:00' } : {};
      const who = act.some(act.random.pick(['driver', 'user', 'vehicle']));
      const reply = await act.send('POST', '/waivers', {
        ...body(act.some('requirement'), who),
        ...until,
        reason: act.random.text(),
      });
      act.add('waiver', reply.body?.data?.id);
    },
    'delete a waiver': (act) => act.send('DELETE', `/waivers?id=${act.some('waiver')}`),
  },
  views: [{ of: 'waiver', list: '/waivers' }],
});
