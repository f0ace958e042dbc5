import { makeCourse } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const course = { title: 'C', category: { name: 'Safety' }, estimatedTimeToCompleteMinutes: 5 };

export const probe = probeOf({
  makes: { course: 'uuid', category: 'uuid' },
  make: async ({ org }) => {
    const { id, category } = await makeCourse(org);
    return { course: id, category: category.id };
  },
  names: { id: 'course' },
  foreign: {
    'GET /training-courses': ({ course, category }) => [
      { path: `/training-courses?courseIds=${course}` },
      { path: `/training-courses?categoryIds=${category}` },
    ],
    'GET /preview/training-courses': ({ course, category }) => [
      { path: `/preview/training-courses?courseIds=${course}` },
      { path: `/preview/training-courses?categoryIds=${category}` },
    ],
    'POST /training-courses': ({ category }) => [
      { path: '/training-courses', body: { ...course, category: { id: category } } },
    ],
    'PATCH /training-courses': (theirs, mine) => [
      { path: '/training-courses', body: { id: theirs.course, title: 'X' } },
      { path: '/training-courses', body: { id: mine.course, category: { id: theirs.category } } },
    ],
    'POST /training-courses/publish': ({ course: id }) => [
      { path: '/training-courses/publish', body: { id } },
    ],
    'POST /training-courses/archive': ({ course: id }) => [
      { path: '/training-courses/archive', body: { id } },
    ],
    'POST /training-courses/delete': ({ course: id }) => [{ path: '/training-courses/delete', body: { id } }],
  },
});
