import { made } from '../../../../../test/builders.ts';
import { probeOf } from '../../../../../test/probe.ts';

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const body = (subjectId: string | undefined, requirementId?: string) => ({
  subjectId,
  ...(requirementId ? { requirementId } : {}),
  until: tomorrow(),
  reason: 'The test is on Monday',
});

export const probe = probeOf({
  makes: { eligibilityOverride: 'uuid' },
  needs: ['requirement', 'driver'],
  make: async ({ org, ids }) => ({
    eligibilityOverride: (await made(org, '/eligibility/overrides', body(ids.driver, ids.requirement))).id,
  }),
  foreign: {
    'GET /eligibility/overrides': ({ driver, requirement }) => [
      { path: `/eligibility/overrides?subjectIds=${driver}` },
      { path: `/eligibility/overrides?requirementIds=${requirement}`, status: 200 },
    ],
    'POST /eligibility/overrides': (theirs, mine) => [
      { path: '/eligibility/overrides', body: body(theirs.driver) },
      { path: '/eligibility/overrides', body: body(mine.driver, theirs.requirement) },
    ],
    'DELETE /eligibility/overrides': ({ eligibilityOverride: id }) => [
      { path: `/eligibility/overrides?id=${id}` },
    ],
  },
  names: { id: 'eligibilityOverride', subjectId: 'driver', subjectIds: 'driver', until: tomorrow },
  actions: {
    'override a block': async (act) => {
      const who = act.some(act.random.pick(['driver', 'user', 'vehicle']));
      const which = act.random.chance(0.5) ? act.some('requirement') : undefined;
      const reply = await act.send('POST', '/eligibility/overrides', {
        ...body(who, which),
        reason: act.random.text(),
      });
      act.add('eligibilityOverride', reply.body?.data?.id);
    },
    'delete an override': (act) =>
      act.send('DELETE', `/eligibility/overrides?id=${act.some('eligibilityOverride')}`),
  },
  views: [{ of: 'eligibilityOverride', list: '/eligibility/overrides' }],
});
