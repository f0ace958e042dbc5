import { runFollowers } from '../../../../test/jobs.ts';
import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  makes: { requirementStatus: 'uuid' },
  needs: ['requirement', 'driver', 'tag'],
  async make({ server, org }) {
    await runFollowers(server);
    const { body } = await org.get('/requirement-statuses');
    return { requirementStatus: body.data[0].id };
  },
  foreign: {
    'GET /requirement-statuses': (theirs) => [
      { path: `/requirement-statuses?subjectIds=${theirs.driver}` },
      { path: `/requirement-statuses?tagIds=${theirs.tag}` },
      { path: `/requirement-statuses?requirementIds=${theirs.requirement}`, status: 200 },
    ],
    'GET /requirement-statuses/explain': (theirs, mine) => [
      { path: `/requirement-statuses/explain?subjectId=${theirs.driver}&requirementId=${mine.requirement}` },
      { path: `/requirement-statuses/explain?subjectId=${mine.driver}&requirementId=${theirs.requirement}` },
    ],
    'GET /requirement-statuses/matrix': (theirs) => [
      { path: `/requirement-statuses/matrix?tagIds=${theirs.tag}` },
      { path: `/requirement-statuses/matrix?requirementIds=${theirs.requirement}` },
    ],
    'GET /requirement-statuses/stream': (theirs) => [
      {
        path: `/requirement-statuses/stream?startTime=2020-01-01T00:00:00Z&requirementIds=${theirs.requirement}`,
        status: 200,
      },
    ],
  },
  names: {
    startTime: () => '2020-01-01T00:00:00Z',
    subjectId: 'driver',
    subjectIds: 'driver',
    requirementId: 'requirement',
    requirementIds: 'requirement',
  },
  actions: {
    'bring statuses up to now': ({ server }) => runFollowers(server),
  },
  views: [
    {
      of: 'requirementStatus',
      list: '/requirement-statuses?statuses=notNeeded,waived,missing,current,expiring,expired',
    },
  ],
});
