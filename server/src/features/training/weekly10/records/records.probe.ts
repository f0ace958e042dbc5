import { type Acting, probeOf } from '../../../../../test/probe.ts';
import type { World } from '../../../../kernel/ledger/resource.ts';
import { driver, type Person, user, weekly10Person } from '../../../directory/index.ts';
import { weekly10Record } from '../../index.ts';

const record = (person: string | undefined, course: string | undefined) => ({
  person_api_id: `driver-${person}`,
  package_api_id: course,
});

const fields = (act: Acting) => {
  const { random } = act;
  const started = random.chance(0.5);
  return {
    api_id: random.code(),
    person_api_id: `driver-${act.some('driver')}`,
    package_api_id: random.chance(0.5) ? act.some('course') : act.some('package'),
    date_started: started ? '2026-01-01T08:00:00Z' : null,
    date_completed: started && random.chance(0.5) ? '2026-01-01T09:00:00Z' : null,
  };
};

const someone = (act: Acting): string =>
  encodeURIComponent(act.random.chance(0.5) ? act.some('assignment') : act.some('record'));

/** What this dialect calls somebody. */
const personApiId =
  (world: World) =>
  ({ type, id }: Person): string => {
    const person = world.get(type === 'driver' ? driver : user, id);
    // Whoever was deleted has lost the name that was chosen for them.
    return person ? weekly10Person(person, world).api_id : `${type}-${id}`;
  };

export const probe = probeOf({
  names: {
    api_id: ({ assignment }) => assignment,
    person_api_id: ({ driver }) => `driver-${driver}`,
    package_api_id: ({ course }) => course,
  },
  foreign: {
    'POST /training/record/': (theirs, mine) => [
      { path: '/training/record/', body: record(theirs.driver, mine.course), status: 400 },
      { path: '/training/record/', body: record(mine.driver, theirs.course), status: 400 },
    ],
    'GET /training/record/{api_id}/': ({ assignment: id }) => [{ path: `/training/record/${id}/` }],
    'PUT /training/record/{api_id}/': (theirs, mine) => [
      { path: `/training/record/${theirs.assignment}/`, body: record(mine.driver, mine.course) },
      {
        path: `/training/record/${mine.assignment}/`,
        body: record(theirs.driver, mine.course),
        status: 400,
      },
      {
        path: `/training/record/${mine.assignment}/`,
        body: record(mine.driver, theirs.course),
        status: 400,
      },
    ],
    'PATCH /training/record/{api_id}/': (theirs, mine) => [
      { path: `/training/record/${theirs.assignment}/`, body: { date_started: null } },
      {
        path: `/training/record/${mine.assignment}/`,
        body: { person_api_id: `user-${theirs.user}` },
        status: 400,
      },
      { path: `/training/record/${mine.assignment}/`, body: { package_api_id: theirs.course }, status: 400 },
    ],
    'DELETE /training/record/{api_id}/': ({ assignment: id }) => [{ path: `/training/record/${id}/` }],
  },
  actions: {
    'create a record': async (act) => {
      const reply = await act.send('POST', '/training/record/', fields(act));
      act.add('record', reply.body?.api_id);
    },
    'change a record': async (act) => {
      const path = `/training/record/${someone(act)}/`;
      act.add('record', (await act.send('PATCH', path, act.random.some(fields(act)))).body?.api_id);
    },
    'replace a record': (act) => act.send('PUT', `/training/record/${someone(act)}/`, fields(act)),
    'delete a record': (act) => act.send('DELETE', `/training/record/${someone(act)}/`),
  },
  views: [
    {
      of: 'trainingAssignment',
      list: '/training/record/?limit=100',
      served: (document, world) => weekly10Record(document as never, world, personApiId(world)),
      key: ({ api_id }) => api_id,
    },
  ],
});
