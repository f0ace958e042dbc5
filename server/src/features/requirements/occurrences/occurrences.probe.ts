import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const AT = '2026-01-15T08:30:00Z';
const body = (subjectId: string | undefined) => ({ subjectId, type: 'collision', at: AT });

export const probe = probeOf({
  makes: { occurrence: 'uuid' },
  needs: ['driver'],
  make: async ({ org, ids }) => ({
    occurrence: (await made(org, '/occurrences', { ...body(ids.driver), externalId: 'claim-1' })).id,
  }),
  foreign: {
    'GET /occurrences': ({ driver }) => [{ path: `/occurrences?subjectIds=${driver}` }],
    'POST /occurrences': ({ driver }) => [{ path: '/occurrences', body: body(driver) }],
  },
  names: { subjectId: 'driver', subjectIds: 'driver', at: () => AT },
  actions: {
    'tell of an occurrence': async (act) => {
      const reply = await act.send('POST', '/occurrences', {
        subjectId: act.some(act.random.pick(['driver', 'user', 'vehicle'])),
        type: act.random.pick(['collision', 'near miss']),
        at: act.random.pick([AT, '2026-02-01T23:59:59.999+09:00']),
        ...(act.random.chance(0.5) ? { externalId: act.random.pick(['a', 'b', 'c']) } : {}),
        ...(act.random.chance(0.5) ? { details: { place: act.random.text(), speed: 12.5 } } : {}),
      });
      act.add('occurrence', reply.body?.data?.id);
    },
  },
  views: [{ of: 'occurrence', list: '/occurrences' }],
});
