import { probeOf } from '../../../../../test/probe.ts';

const path = '/training-assignments/list';

export const probe = probeOf({
  needs: ['driver', 'tag', 'course', 'category'],
  foreign: {
    'GET /training-assignments/list': (theirs) => [
      { path: `${path}?learnerIds=${theirs.driver}` },
      { path: `${path}?courseIds=${theirs.course}` },
      { path: `${path}?categoryIds=${theirs.category}` },
      { path: `${path}?tagIds=${theirs.tag}` },
    ],
  },
  names: { learnerIds: 'driver' },
});
