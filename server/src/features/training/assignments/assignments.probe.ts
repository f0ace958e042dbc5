import { makeAssignments } from '../../../../test/builders.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';

const DUE = 'dueAtTime=2030-01-01T00:00:00Z';

const several = (act: Acting): string =>
  [...new Set([act.some('assignment'), ...act.few('assignment')])].join();

export const probe = probeOf({
  makes: { assignment: 'uuid' },
  needs: ['course', 'driver'],
  make: async ({ org, ids }) => {
    const [assignment] = await makeAssignments(org, ids.course, [ids.driver]);
    return { assignment: assignment?.id as string };
  },
  names: {
    startTime: () => '2020-01-01T00:00:00Z',
    id: 'assignment',
    ids: 'assignment',
    learnerIds: ({ driver }) => `driver-${driver}`,
  },
  foreign: {
    'POST /training-assignments': (theirs, mine) => [
      { path: `/training-assignments?courseId=${theirs.course}&learnerIds=driver-${mine.driver}&${DUE}` },
      { path: `/training-assignments?courseId=${mine.course}&learnerIds=driver-${theirs.driver}&${DUE}` },
      {
        path: `/training-assignments?courseId=${mine.course}&learnerIds=${mine.driver},${theirs.driver}&${DUE}`,
      },
    ],
    'PATCH /training-assignments': (theirs, mine) => [
      { path: `/training-assignments?ids=${theirs.assignment}&${DUE}` },
      { path: `/training-assignments?ids=${mine.assignment},${theirs.assignment}&${DUE}` },
    ],
    // The public API answers 204 whatever became of each id.
    'DELETE /training-assignments': (theirs) => [
      { path: `/training-assignments?ids=${theirs.assignment}`, status: 204 },
    ],
    'GET /training-assignments': (theirs) => [{ path: `/training-assignments?ids=${theirs.assignment}` }],
    'GET /training-assignments/stream': ({ driver, course, category }) => {
      const window = 'startTime=2026-01-01T00:00:00Z&endTime=2100-01-01T00:00:00Z';
      return [
        { path: `/training-assignments/stream?${window}&learnerIds=driver-${driver}` },
        { path: `/training-assignments/stream?${window}&courseIds=${course}` },
        { path: `/training-assignments/stream?${window}&categoryIds=${category}` },
      ];
    },
    'PATCH /preview/training-assignments': (theirs) => [
      { path: `/preview/training-assignments?ids=${theirs.assignment}&${DUE}` },
    ],
    'DELETE /preview/training-assignments': (theirs) => [
      { path: `/preview/training-assignments?ids=${theirs.assignment}`, status: 204 },
    ],
    'POST /training-assignments/start': ({ assignment: id }) => [
      { path: '/training-assignments/start', body: { id } },
    ],
    'POST /training-assignments/progress': ({ assignment: id }) => [
      { path: '/training-assignments/progress', body: { id, durationMinutes: 5 } },
    ],
    'POST /training-assignments/complete': ({ assignment: id }) => [
      { path: '/training-assignments/complete', body: { id } },
    ],
    'POST /training-assignments/reopen': ({ assignment: id }) => [
      { path: '/training-assignments/reopen', body: { id } },
    ],
  },
  actions: {
    'assign a course': async (act) => {
      const learners = [act.some('driver'), ...act.few('driver')].map((id) => `driver-${id}`);
      const query = new URLSearchParams({
        courseId: act.some('course'),
        dueAtTime: act.random.time(),
        learnerIds: [...new Set(learners)].join(),
      });
      const reply = await act.send('POST', `/training-assignments?${query}`);
      for (const { id } of reply.body.data ?? []) act.add('assignment', id);
    },
    'change when assignments are due': (act) =>
      act.send(
        'PATCH',
        `${act.random.pick(['', '/preview'])}/training-assignments?ids=${several(act)}&dueAtTime=${act.random.time()}`,
      ),
    'delete assignments': (act) =>
      act.send('DELETE', `${act.random.pick(['', '/preview'])}/training-assignments?ids=${several(act)}`),
    'start an assignment': (act) =>
      act.send('POST', '/training-assignments/start', { id: act.some('assignment') }),
    'progress with an assignment': (act) =>
      act.send('POST', '/training-assignments/progress', {
        id: act.some('assignment'),
        durationMinutes: act.random.below(100),
      }),
    'complete an assignment': (act) =>
      act.send('POST', '/training-assignments/complete', {
        id: act.some('assignment'),
        ...(act.random.chance(0.5) ? { scorePercent: act.random.below(101) } : {}),
      }),
    'reopen an assignment': (act) =>
      act.send('POST', '/training-assignments/reopen', { id: act.some('assignment') }),
  },
  views: [
    { of: 'trainingAssignment', byIds: '/training-assignments?ids=' },
    {
      of: 'trainingAssignment',
      list: '/training-assignments/stream?startTime=2020-01-01T00:00:00Z',
      beside: ({ deletedAtTime }) => deletedAtTime !== undefined,
    },
  ],
});
