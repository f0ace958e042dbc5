import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  needs: ['requirement', 'course', 'tag'],
  foreign: {
    'POST /requirements/simulate': (theirs, mine) => [
      { path: '/requirements/simulate', body: { id: theirs.requirement } },
      {
        path: '/requirements/simulate',
        body: { id: mine.requirement, appliesTo: { tag: theirs.tag } },
      },
      {
        path: '/requirements/simulate',
        body: { id: mine.requirement, satisfiedBy: { course: { id: theirs.course } } },
      },
    ],
  },
  names: {
    id: 'requirement',
    appliesTo: () => ({ type: 'driver' }),
    satisfiedBy: (ids) => ({ course: { id: ids.course } }),
  },
});
