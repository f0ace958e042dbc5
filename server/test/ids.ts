import {
  makeAssignments,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from './builders.ts';
import { makeSubmission, makeTemplate } from './forms.ts';
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

/** What is made, and asked for, with other ids. */
export const AT = '2026-01-01T00:00:00Z';
export const still = { inputs: ['analog1'], mediaType: 'image', startTime: AT, endTime: AT };

export const PEOPLE = { datasetId: 'People', columns: [{ fieldName: 'personName' }] };

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
