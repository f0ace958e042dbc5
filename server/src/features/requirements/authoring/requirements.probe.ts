import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

const body = (courseId: string | undefined) => ({
  name: 'Defensive driving',
  appliesTo: { type: 'driver' },
  satisfiedBy: { course: { id: courseId } },
  validity: { months: 12 },
  warnDays: [30],
});

export const probe = probeOf({
  makes: { requirement: 'uuid' },
  needs: ['course', 'tag', 'attribute', 'formTemplate', 'qualificationType', 'category'],
  async make({ org, ids }) {
    const { id } = await made(org, '/requirements', body(ids.course));
    await made(org, '/requirements/publish', { id });
    return { requirement: id };
  },
  foreign: {
    'GET /requirements': (theirs) => [{ path: `/requirements?ids=${theirs.requirement}`, status: 200 }],
    'POST /requirements': (theirs, mine) => [
      ...[
        { tag: theirs.tag },
        { attribute: { id: theirs.attribute, in: ['x'] } },
        { holds: { typeId: theirs.qualificationType } },
      ].map((appliesTo) => ({ path: '/requirements', body: { ...body(mine.course), appliesTo } })),
      ...[
        { course: { id: theirs.course } },
        { form: { templateId: theirs.formTemplate } },
        { qualification: { typeId: theirs.qualificationType } },
        { hours: { hours: 1, withinMonths: 1, categoryIds: [theirs.category] } },
      ].map((satisfiedBy) => ({ path: '/requirements', body: { ...body(mine.course), satisfiedBy } })),
      { path: '/requirements', body: { ...body(mine.course), assign: { courseId: theirs.course } } },
    ],
    'PATCH /requirements': (theirs) => [
      { path: '/requirements', body: { id: theirs.requirement, name: 'X' } },
    ],
    'POST /requirements/publish': (theirs) => [
      { path: '/requirements/publish', body: { id: theirs.requirement } },
    ],
    'POST /requirements/archive': (theirs) => [
      { path: '/requirements/archive', body: { id: theirs.requirement } },
    ],
  },
  names: {
    id: 'requirement',
    ids: 'requirement',
    appliesTo: () => ({ type: 'driver' }),
    satisfiedBy: (ids) => ({ course: { id: ids.course } }),
  },
  actions: {
    'draft a requirement': async (act) => {
      const reply = await act.send('POST', '/requirements', {
        ...body(act.some('course')),
        name: act.random.text(),
        graceDays: act.random.pick([0, 3]),
      });
      act.add('requirement', reply.body?.data?.id);
    },
    'change a requirement': (act) =>
      act.send('PATCH', '/requirements', {
        id: act.some('requirement'),
        name: act.random.text(),
        citation: act.random.pick([null, '49 CFR 391.51']),
      }),
    'publish a requirement': (act) =>
      act.send('POST', '/requirements/publish', { id: act.some('requirement') }),
    'archive a requirement': (act) =>
      act.send('POST', '/requirements/archive', { id: act.some('requirement') }),
  },
  views: [{ of: 'requirement', list: '/requirements?states=draft,published,archived' }],
});
