import { probeOf } from '../../../../../test/probe.ts';

const record = (person: string | undefined, course: string | undefined) => ({
  person_api_id: `driver-${person}`,
  package_api_id: course,
});

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
});
