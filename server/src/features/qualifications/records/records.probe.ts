import { makeQualificationRecord } from '../../../../test/builders.ts';
import { VALUE_IDS } from '../../../../test/field-ids.ts';
import { probeOf } from '../../../../test/probe.ts';

const qualification = (type: string | undefined, owner: string | undefined) => ({
  qualificationType: { id: type },
  owner: { entityType: 'worker', id: owner },
  issueDate: '2026-01-01T00:00:00Z',
});

export const probe = probeOf({
  makes: { qualificationRecord: 'uuid' },
  needs: ['qualificationType', 'driver'],
  make: async ({ org, ids }) => {
    const type = { id: ids.qualificationType, fields: [] };
    return { qualificationRecord: (await makeQualificationRecord(org, type, ids.driver)).id };
  },
  names: {
    startTime: () => '2020-01-01T00:00:00Z',
    entityType: () => 'worker',
    id: 'qualificationRecord',
    ids: 'qualificationRecord',
    ownerIds: 'driver',
    'owner.id': 'driver',
    'fields.id': 'qualificationField',
    ...VALUE_IDS,
  },
  foreign: {
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
  },
});
