import type { Probes } from './probe.ts';

const record = (person: string, course: string) => ({
  person_api_id: `driver-${person}`,
  package_api_id: course,
});

export const probes: Probes = {
  'POST /directory/user/': ({ driver: id }) => [
    {
      path: '/directory/user/',
      body: { email: 'x@example.com', first_name: 'X', manager_api_id: `driver-${id}` },
      status: 400,
    },
  ],
  'GET /directory/user/{api_id}/': ({ user }) => [{ path: `/directory/user/user-${user}/` }],
  'PUT /directory/user/{api_id}/': (theirs, mine) => [
    { path: `/directory/user/driver-${theirs.driver}/`, body: { first_name: 'X' } },
    {
      path: `/directory/user/driver-${mine.driver}/`,
      body: { first_name: 'X', manager_api_id: `user-${theirs.user}` },
      status: 400,
    },
  ],
  'PATCH /directory/user/{api_id}/': (theirs, mine) => [
    { path: `/directory/user/driver-${theirs.driver}/`, body: { first_name: 'X' } },
    {
      path: `/directory/user/driver-${mine.driver}/`,
      body: { manager_api_id: `user-${theirs.user}` },
      status: 400,
    },
  ],
  'DELETE /directory/user/{api_id}/': ({ user }) => [{ path: `/directory/user/user-${user}/` }],
  'GET /training/package/{api_id}/': ({ course: id }) => [{ path: `/training/package/${id}/` }],
  'PUT /training/package/{api_id}/': ({ course: id }) => [
    { path: `/training/package/${id}/`, body: { name: 'X' } },
  ],
  'PATCH /training/package/{api_id}/': ({ course: id }) => [
    { path: `/training/package/${id}/`, body: { name: 'X' } },
  ],
  'DELETE /training/package/{api_id}/': ({ course: id }) => [{ path: `/training/package/${id}/` }],
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
};
