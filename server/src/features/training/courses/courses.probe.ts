import { makeCourse } from '../../../../test/builders.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';

const course = { title: 'C', category: { name: 'Safety' }, estimatedTimeToCompleteMinutes: 5 };

const fields = (act: Acting) => {
  const { random } = act;
  return {
    title: random.text(),
    description: random.text(),
    category: random.chance(0.5) ? { id: act.some('category') } : { name: random.pick(['Safety', 'Health']) },
    estimatedTimeToCompleteMinutes: 1 + random.below(90),
    labels: random.chance(0.5)
      ? []
      : [{ name: 'safety', type: random.pick(['accel', 'braking', 'speeding']) }],
  };
};

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
  actions: {
    'create a course': async (act) => {
      const status = act.random.pick(['draft', 'published', 'published']);
      const body = { ...fields(act), status };
      act.add('course', (await act.send('POST', '/training-courses', body)).body.data?.id);
    },
    'change a course': (act) =>
      act.send('PATCH', '/training-courses', { ...act.random.some(fields(act)), id: act.some('course') }),
    'publish a course': (act) => act.send('POST', '/training-courses/publish', { id: act.some('course') }),
    'archive a course': (act) => act.send('POST', '/training-courses/archive', { id: act.some('course') }),
    'delete a course': (act) => act.send('POST', '/training-courses/delete', { id: act.some('course') }),
    'create a category': async (act) => {
      const reply = await act.send('POST', '/training-course-categories', { name: act.random.text() });
      act.add('category', reply.body.data?.id);
    },
  },
  views: [
    {
      of: 'trainingCourse',
      list: '/training-courses?includeDrafts=true',
      beside: ({ status }) => status === 'deleted',
    },
    { of: 'trainingCourseCategory', list: '/training-course-categories' },
  ],
});
