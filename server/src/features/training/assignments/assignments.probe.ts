import { makeAssignments } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const DUE = 'dueAtTime=2030-01-01T00:00:00Z';

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
});
