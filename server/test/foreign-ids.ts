import {
  makeAssignments,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from './builders.ts';
import { makeSubmission, makeTemplate } from './forms.ts';
import { dot, multipart } from './pictures.ts';
import type { TestApp, TestOrg } from './start-app.ts';

/** The id of one object of each kind. */
export interface Ids {
  driver: string;
  user: string;
  vehicle: string;
  tag: string;
  attribute: string;
  attributeValue: string;
  course: string;
  category: string;
  assignment: string;
  formTemplate: string;
  formField: string;
  formSubmission: string;
  formPdf: string;
  reportConfig: string;
  reportRun: string;
  reportSchedule: string;
  qualificationType: string;
  qualificationRecord: string;
  retrieval: string;
}

/** Ids that no organization has. */
export const nobodys: Ids = {
  driver: '281474976000001',
  user: '281474976000002',
  vehicle: '281474976000003',
  tag: '281474976000004',
  attribute: '0191d1b8-0000-7000-8000-000000000005',
  attributeValue: '0191d1b8-0000-7000-8000-000000000006',
  course: '0191d1b8-0000-7000-8000-000000000007',
  category: '0191d1b8-0000-7000-8000-000000000008',
  assignment: '0191d1b8-0000-7000-8000-000000000009',
  formTemplate: '0191d1b8-0000-7000-8000-000000000020',
  formField: '0191d1b8-0000-7000-8000-000000000021',
  formSubmission: '0191d1b8-0000-7000-8000-000000000022',
  formPdf: '0191d1b8-0000-7000-8000-000000000023',
  reportConfig: '0191d1b8-0000-7000-8000-000000000010',
  reportRun: '0191d1b8-0000-7000-8000-000000000011',
  reportSchedule: '0191d1b8-0000-7000-8000-0000000000a1',
  qualificationType: '0191d1b8-0000-7000-8000-00000000000a',
  qualificationRecord: '0191d1b8-0000-7000-8000-00000000000b',
  retrieval: '0191d1b8-0000-7000-8000-000000000030',
};

const AT = '2026-01-01T00:00:00Z';
const still = { inputs: ['analog1'], mediaType: 'image', startTime: AT, endTime: AT };
const uploaded = {
  input: 'analog1',
  mediaType: 'image',
  triggerReason: 'api',
  startTime: AT,
  endTime: AT,
};

const PEOPLE = { datasetId: 'People', columns: [{ fieldName: 'personName' }] };

/** Makes one object of each kind. */
export async function makeIds(server: TestApp, org: TestOrg): Promise<Ids> {
  const add = async (path: string, body: object) => {
    const reply = await org.send('POST', path, body);
    if (reply.status >= 300) throw new Error(`${path}: ${reply.text}`);
    return reply.body.data;
  };
  const [driver] = (await makePeople(server, org, 1)) as [string];
  const [user] = (await makePeople(server, org, 1, 'user')) as [string];
  const attribute = await add('/attributes', {
    name: 'Depot',
    entityType: 'driver',
    stringValues: ['North'],
  });
  const course = await makeCourse(org);
  const [assignment] = await makeAssignments(org, course.id, [driver]);
  const fields = [{ label: 'Who', type: 'person' }];
  const template = await makeTemplate(org, fields);
  const submission = await makeSubmission(org, template.id);
  const reportConfig = await add('/reports/configs', { name: 'People', ...PEOPLE });
  const reportSchedule = await add('/reports/schedules', {
    reportConfigId: reportConfig.id,
    cron: '0 6 * * 1',
  });
  const reportRun = await add('/reports/runs', { reportConfig: { id: reportConfig.id } });
  const type = await makeQualificationType(org, { fields: [] });
  const vehicle = (await add('/fleet/vehicles', { name: 'Truck' })).id;
  const retrieval = await add('/cameras/media/retrieval', { ...still, vehicleId: vehicle });
  return {
    driver,
    user,
    vehicle,
    tag: (await add('/tags', { name: 'Depot' })).id,
    attribute: attribute.id,
    attributeValue: attribute.values[0].id,
    course: course.id,
    category: course.category.id,
    assignment: assignment?.id as string,
    formTemplate: template.id,
    formField: template.fields[0].id,
    formSubmission: submission.id,
    formPdf: (await add(`/form-submissions/pdf-exports?id=${submission.id}`, {})).pdfId,
    reportConfig: reportConfig.id,
    reportRun: reportRun.id,
    reportSchedule: reportSchedule.id,
    qualificationType: type.id,
    qualificationRecord: (await makeQualificationRecord(org, type, driver)).id,
    retrieval: retrieval.retrievalId,
  };
}

/** A request that names an object which the caller's organization does not have. */
export interface Probe {
  path: string;
  body?: unknown;
  /** 404 unless given. */
  status?: number;
}

/** A role that every organization has. */
const ROLE = { roleId: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0003' };
const DUE = 'dueAtTime=2030-01-01T00:00:00Z';
const driver = { name: 'D', username: 'foreign-ids', password: 'longer than this' };
const record = (person: string, course: string) => ({
  person_api_id: `driver-${person}`,
  package_api_id: course,
});
const qualification = (type: string, owner: string) => ({
  qualificationType: { id: type },
  owner: { entityType: 'worker', id: owner },
  issueDate: '2026-01-01T00:00:00Z',
});
const course = { title: 'C', category: { name: 'Safety' }, estimatedTimeToCompleteMinutes: 5 };

const efficiencyWindow = 'startTime=2026-01-01T00:00:00Z&endTime=2026-02-01T00:00:00Z';
const hour = {
  hour: '2026-01-01T00:00:00Z',
  driveTimeDurationMs: 1,
  engineOnDurationMs: 1,
  idlingDurationMs: 0,
  totalBrakeDurationMs: 0,
};
const efficiency =
  (prefix: string, group: 'driver' | 'vehicle') =>
  (theirs: Ids): Probe[] =>
    [`${group}Ids=${theirs[group]}`, `tagIds=${theirs.tag}`, `parentTagIds=${theirs.tag}`].map((filter) => ({
      path: `${prefix}/driver-efficiency/${group}s?${efficiencyWindow}&${filter}`,
    }));

/**
 * How to send each operation an id of another organization in each place where it takes one; `mine` are the
 * caller's own. The answer is 404, unless a directory list is filtered by it: that one is empty.
 */
export const PROBES: Record<string, (theirs: Ids, mine: Ids) => Probe[]> = {
  'POST /users': ({ tag }) => [
    {
      path: '/users',
      body: { name: 'X', email: 'x@example.com', authType: 'default', roles: [{ ...ROLE, tagId: tag }] },
    },
  ],
  'GET /users/{id}': ({ user }) => [{ path: `/users/${user}` }],
  'PATCH /users/{id}': (theirs, mine) => [
    { path: `/users/${theirs.user}`, body: { name: 'X' } },
    { path: `/users/${mine.user}`, body: { roles: [{ ...ROLE, tagId: theirs.tag }] } },
  ],
  'DELETE /users/{id}': ({ user }) => [{ path: `/users/${user}` }],
  'GET /attributes/{id}': ({ attribute }) => [{ path: `/attributes/${attribute}?entityType=driver` }],
  'PATCH /attributes/{id}': (theirs, mine) => [
    { path: `/attributes/${theirs.attribute}`, body: { entityType: 'driver', name: 'X' } },
    {
      path: `/attributes/${mine.attribute}`,
      body: {
        entityType: 'driver',
        entities: [{ entityId: theirs.driver, stringValues: ['North'] }],
      },
    },
  ],
  'DELETE /attributes/{id}': ({ attribute }) => [{ path: `/attributes/${attribute}?entityType=driver` }],
  'POST /attributes': (theirs) => [
    {
      path: '/attributes',
      body: {
        name: 'X',
        entityType: 'driver',
        stringValues: ['a'],
        entities: [{ entityId: theirs.driver, stringValues: ['a'] }],
      },
    },
  ],
  'GET /fleet/drivers': ({ tag, attributeValue }) => [
    { path: `/fleet/drivers?tagIds=${tag}`, status: 200 },
    { path: `/fleet/drivers?parentTagIds=${tag}`, status: 200 },
    { path: `/fleet/drivers?attributeValueIds=${attributeValue}`, status: 200 },
  ],
  'POST /fleet/drivers': ({ tag, vehicle }) => [
    { path: '/fleet/drivers', body: { ...driver, tagIds: [tag] } },
    { path: '/fleet/drivers', body: { ...driver, peerGroupTagId: tag } },
    { path: '/fleet/drivers', body: { ...driver, vehicleGroupTagId: tag } },
    { path: '/fleet/drivers', body: { ...driver, trailerGroupTagId: tag } },
    { path: '/fleet/drivers', body: { ...driver, staticAssignedVehicleId: vehicle } },
  ],
  'GET /fleet/drivers/{id}': (theirs) => [{ path: `/fleet/drivers/${theirs.driver}` }],
  'PATCH /fleet/drivers/{id}': (theirs, mine) => [
    { path: `/fleet/drivers/${theirs.driver}`, body: { name: 'X' } },
    { path: `/fleet/drivers/${mine.driver}`, body: { tagIds: [theirs.tag] } },
    { path: `/fleet/drivers/${mine.driver}`, body: { staticAssignedVehicleId: theirs.vehicle } },
  ],
  'POST /tags': ({ tag, driver, vehicle }) => [
    { path: '/tags', body: { name: 'X', parentTagId: tag } },
    { path: '/tags', body: { name: 'X', drivers: [driver] } },
    { path: '/tags', body: { name: 'X', vehicles: [vehicle] } },
  ],
  'GET /tags/{id}': ({ tag }) => [{ path: `/tags/${tag}` }],
  'PATCH /tags/{id}': (theirs, mine) => [
    { path: `/tags/${theirs.tag}`, body: { name: 'X' } },
    { path: `/tags/${mine.tag}`, body: { parentTagId: theirs.tag } },
    { path: `/tags/${mine.tag}`, body: { drivers: [theirs.driver] } },
  ],
  'PUT /tags/{id}': (theirs, mine) => [
    { path: `/tags/${theirs.tag}`, body: { name: 'X' } },
    { path: `/tags/${mine.tag}`, body: { name: 'X', vehicles: [theirs.vehicle] } },
  ],
  'DELETE /tags/{id}': ({ tag }) => [{ path: `/tags/${tag}` }],
  'GET /fleet/vehicles': ({ tag, attributeValue }) => [
    { path: `/fleet/vehicles?tagIds=${tag}`, status: 200 },
    { path: `/fleet/vehicles?parentTagIds=${tag}`, status: 200 },
    { path: `/fleet/vehicles?attributeValueIds=${attributeValue}`, status: 200 },
  ],
  'POST /fleet/vehicles': (theirs) => [
    { path: '/fleet/vehicles', body: { name: 'X', tagIds: [theirs.tag] } },
    { path: '/fleet/vehicles', body: { name: 'X', staticAssignedDriverId: theirs.driver } },
  ],
  'GET /fleet/vehicles/{id}': ({ vehicle }) => [{ path: `/fleet/vehicles/${vehicle}` }],
  'PATCH /fleet/vehicles/{id}': (theirs, mine) => [
    { path: `/fleet/vehicles/${theirs.vehicle}`, body: { name: 'X' } },
    { path: `/fleet/vehicles/${mine.vehicle}`, body: { tagIds: [theirs.tag] } },
    { path: `/fleet/vehicles/${mine.vehicle}`, body: { staticAssignedDriverId: theirs.driver } },
  ],
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
  'POST /training-courses/publish': ({ course: id }) => [{ path: '/training-courses/publish', body: { id } }],
  'POST /training-courses/archive': ({ course: id }) => [{ path: '/training-courses/archive', body: { id } }],
  'POST /training-courses/delete': ({ course: id }) => [{ path: '/training-courses/delete', body: { id } }],
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
  'GET /driver-efficiency/drivers': efficiency('', 'driver'),
  'GET /driver-efficiency/vehicles': efficiency('', 'vehicle'),
  'GET /preview/driver-efficiency/drivers': efficiency('/preview', 'driver'),
  'GET /preview/driver-efficiency/vehicles': efficiency('/preview', 'vehicle'),
  'POST /driver-efficiency/hours': (theirs, mine) =>
    [
      { driverId: theirs.driver, vehicleId: mine.vehicle },
      { driverId: mine.driver, vehicleId: theirs.vehicle },
    ].map((ids) => ({ path: '/driver-efficiency/hours', body: { data: [{ ...hour, ...ids }] } })),
  'DELETE /training/record/{api_id}/': ({ assignment: id }) => [{ path: `/training/record/${id}/` }],
  'GET /reports/datasets': ({ reportConfig: id }) => [{ path: `/reports/datasets?ids=${id}` }],
  'GET /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?ids=${id}` }],
  'POST /reports/configs': ({ reportConfig: id }) => [
    { path: '/reports/configs', body: { name: 'X', ...PEOPLE, datasetId: id } },
  ],
  'PATCH /reports/configs': ({ reportConfig: id }) => [{ path: '/reports/configs', body: { id, name: 'X' } }],
  'DELETE /reports/configs': ({ reportConfig: id }) => [{ path: `/reports/configs?id=${id}` }],
  'GET /reports/runs': (theirs, mine) => [
    { path: `/reports/runs?ids=${theirs.reportRun}` },
    { path: `/reports/runs?ids=${mine.reportRun},${theirs.reportRun}` },
    { path: `/reports/runs?reportConfigIds=${theirs.reportConfig}` },
  ],
  'POST /reports/runs': ({ reportConfig: id }) => [
    { path: '/reports/runs', body: { reportConfig: { id } } },
    { path: '/reports/runs', body: { reportConfig: { ...PEOPLE, datasetId: id } } },
  ],
  'GET /reports/runs/data': ({ reportRun: id }) => [{ path: `/reports/runs/data?id=${id}` }],
  'POST /reports/runs/cancel': ({ reportRun: id }) => [{ path: '/reports/runs/cancel', body: { id } }],
  'POST /reports/schedules': ({ reportConfig }) => [
    { path: '/reports/schedules', body: { reportConfigId: reportConfig, cron: '0 6 * * 1' } },
  ],
  'PATCH /reports/schedules': ({ reportSchedule: id }) => [
    { path: '/reports/schedules', body: { id, cron: '0 6 * * 1' } },
  ],
  'DELETE /reports/schedules': ({ reportSchedule: id }) => [{ path: `/reports/schedules?id=${id}` }],
  'GET /reports/runs/export': ({ reportRun: id }) => [{ path: `/reports/runs/export?id=${id}&format=csv` }],
  'GET /preview/custom-reports/runs': (theirs) => [
    { path: `/preview/custom-reports/runs?ids=${theirs.reportRun}` },
    { path: `/preview/custom-reports/runs?customReportIds=${theirs.reportConfig}` },
  ],
  'POST /preview/custom-reports/runs': (theirs, mine) => {
    const range = { startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-02T00:00:00Z' };
    const path = '/preview/custom-reports/runs';
    const ours = { customReportId: mine.reportConfig, ...range };
    return [
      { path, body: { ...ours, customReportId: theirs.reportConfig } },
      { path, body: { ...ours, tagIds: [Number(theirs.tag)] } },
      { path, body: { ...ours, attributeValueIds: [theirs.attributeValue] } },
    ];
  },
  'GET /preview/custom-reports/runs/data': ({ reportRun: id }) => [
    { path: `/preview/custom-reports/runs/data?id=${id}` },
  ],
  'GET /qualification-types': ({ qualificationType: id }) => [
    { path: `/qualification-types?entityType=worker&ids=${id}` },
  ],
  'PATCH /qualification-types': ({ qualificationType: id }) => [
    { path: '/qualification-types', body: { id, name: 'X' } },
  ],
  'POST /qualification-types/archive': ({ qualificationType: id }) => [
    { path: '/qualification-types/archive', body: { id } },
  ],
  'GET /qualification-records': ({ qualificationRecord: id }) => [
    { path: `/qualification-records?ids=${id}` },
  ],
  'POST /qualification-records': (theirs, mine) => [
    { path: '/qualification-records', body: qualification(theirs.qualificationType, mine.driver) },
    { path: '/qualification-records', body: qualification(mine.qualificationType, theirs.driver) },
  ],
  'PATCH /qualification-records': (theirs, mine) => [
    { path: '/qualification-records', body: { id: theirs.qualificationRecord } },
    {
      path: '/qualification-records',
      body: { id: mine.qualificationRecord, owner: { entityType: 'worker', id: theirs.driver } },
    },
  ],
  'DELETE /qualification-records': ({ qualificationRecord: id }) => [
    { path: '/qualification-records', body: { id } },
  ],
  'POST /qualification-records/archive': ({ qualificationRecord: id }) => [
    { path: '/qualification-records/archive', body: { id } },
  ],
  'POST /qualification-records/unarchive': ({ qualificationRecord: id }) => [
    { path: '/qualification-records/unarchive', body: { id } },
  ],
  'POST /qualification-records/renew': ({ qualificationRecord: id }) => [
    { path: '/qualification-records/renew', body: { id, issueDate: '2026-01-01T00:00:00Z' } },
  ],
  'GET /qualification-records/stream': ({ qualificationType, driver: owner, vehicle }) =>
    [
      `entityType=worker&qualificationTypeIds=${qualificationType}`,
      `entityType=worker&ownerIds=${owner}`,
      `entityType=asset&ownerIds=${vehicle}`,
    ].map((query) => ({ path: `/qualification-records/stream?startTime=2020-01-01T00:00:00Z&${query}` })),
  'GET /form-templates': (theirs, mine) => [
    { path: `/form-templates?ids=${theirs.formTemplate}` },
    { path: `/form-templates?ids=${mine.formTemplate},${theirs.formTemplate}` },
  ],
  'GET /preview/form-templates': ({ formTemplate }) => [
    { path: `/preview/form-templates?ids=${formTemplate}` },
  ],
  'POST /form-templates': ({ user }) => [
    {
      path: '/form-templates',
      body: {
        title: 'X',
        sections: [{ label: 'X', fields: [{ label: 'Who', type: 'person', filterByRoleIds: [user] }] }],
      },
    },
  ],
  'PATCH /form-templates': ({ formTemplate: id }) => [{ path: '/form-templates', body: { id, title: 'X' } }],
  'GET /form-submissions': (theirs, mine) => [
    { path: `/form-submissions?ids=${theirs.formSubmission}` },
    { path: `/form-submissions?ids=${mine.formSubmission},${theirs.formSubmission}` },
  ],
  'POST /form-submissions': (theirs, mine) => {
    const body = { formTemplate: { id: mine.formTemplate }, status: 'notStarted' };
    const personValue = { person: { polymorphicUserId: `driver-${theirs.driver}` } };
    return [
      { path: '/form-submissions', body: { ...body, formTemplate: { id: theirs.formTemplate } } },
      { path: '/form-submissions', body: { ...body, assignedTo: { id: theirs.driver, type: 'driver' } } },
      {
        path: '/form-submissions',
        body: { ...body, fields: [{ id: mine.formField, type: 'person', personValue }] },
      },
    ];
  },
  'PATCH /form-submissions': (theirs, mine) => [
    { path: '/form-submissions', body: { id: theirs.formSubmission, title: 'X' } },
    {
      path: '/form-submissions',
      body: { id: mine.formSubmission, assignedTo: { id: theirs.user, type: 'user' } },
    },
  ],
  'POST /form-submissions/start': ({ formSubmission: id }) => [
    { path: '/form-submissions/start', body: { id } },
  ],
  'POST /form-submissions/submit': ({ formSubmission: id }) => [
    { path: '/form-submissions/submit', body: { id, fields: [] } },
  ],
  'POST /form-submissions/pdf-exports': ({ formSubmission: id }) => [
    { path: `/form-submissions/pdf-exports?id=${id}` },
  ],
  'GET /form-submissions/pdf-exports': ({ formPdf: id }) => [
    { path: `/form-submissions/pdf-exports?pdfId=${id}` },
  ],
  'GET /form-submissions/stream': ({ formTemplate, driver, user }) => {
    const path = '/form-submissions/stream?startTime=2026-01-01T00:00:00Z';
    return [
      { path: `${path}&formTemplateIds=${formTemplate}` },
      { path: `${path}&driverIds=${driver}` },
      { path: `${path}&userIds=${user}` },
      // Routes are kept elsewhere: a stop that nobody named is no error.
      { path: `${path}&assignedToRouteStopIds=1`, status: 200 },
    ];
  },
  'GET /cameras/media': (theirs, mine) => [
    { path: `/cameras/media?vehicleIds=${theirs.vehicle}&startTime=${AT}&endTime=${AT}` },
    { path: `/cameras/media?vehicleIds=${mine.vehicle},${theirs.vehicle}&startTime=${AT}&endTime=${AT}` },
  ],
  'POST /cameras/media': ({ vehicle }) => [
    { path: '/cameras/media', body: multipart({ ...uploaded, vehicleId: vehicle }, dot) },
  ],
  'GET /preview/cameras/media': ({ vehicle, tag }) => [
    { path: `/preview/cameras/media?vehicleIds=${vehicle}&startTime=${AT}&endTime=${AT}` },
    { path: `/preview/cameras/media?tagIds=${tag}&startTime=${AT}&endTime=${AT}`, status: 200 },
    { path: `/preview/cameras/media?parentTagIds=${tag}&startTime=${AT}&endTime=${AT}`, status: 200 },
  ],
  'GET /cameras/media/retrieval': ({ retrieval }) => [
    { path: `/cameras/media/retrieval?retrievalId=${retrieval}` },
  ],
  'POST /cameras/media/retrieval': ({ vehicle }) => [
    { path: '/cameras/media/retrieval', body: { ...still, vehicleId: vehicle } },
  ],
  'POST /cameras/media/retrieval/fulfil': ({ retrieval }) => [
    { path: '/cameras/media/retrieval/fulfil', body: multipart({ retrievalId: retrieval }, dot) },
  ],
  'POST /cameras/media/retrieval/fail': ({ retrieval }) => [
    { path: '/cameras/media/retrieval/fail', body: { retrievalId: retrieval } },
  ],
};
