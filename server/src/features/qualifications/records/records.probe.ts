import { makeQualificationRecord } from '../../../../test/builders.ts';
import { VALUE_IDS } from '../../../../test/field-ids.ts';
import type { Json } from '../../../../test/operations.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';

const qualification = (type: string | undefined, owner: string | undefined) => ({
  qualificationType: { id: type },
  owner: { entityType: 'worker', id: owner },
  issueDate: '2026-01-01T00:00:00Z',
});

const fields = (act: Acting) => {
  const { random } = act;
  return {
    issueDate: '2026-02-01T00:00:00Z',
    expirationDate: random.pick(['2028-02-01T00:00:00Z', '2026-03-01T00:00:00Z']),
    externalIds: { hr: random.chance(0.2) ? '' : `H${random.below(20)}` },
    fields: [{ id: act.some('qualificationField'), type: 'text', textValue: { value: random.text() } }],
  };
};

const record = (act: Acting) => ({ id: act.some('qualificationRecord') });

export const probe = probeOf({
  makes: { qualificationRecord: 'uuid' },
  needs: ['qualificationType', 'driver'],
  make: async ({ org, ids }) => {
    const type = { id: ids.qualificationType, fields: [] };
    const expirationDate = '2030-01-15T00:00:00Z';
    return {
      qualificationRecord: (await makeQualificationRecord(org, type, ids.driver, { expirationDate })).id,
    };
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
  actions: {
    'create a qualification record': async (act) => {
      const body = {
        ...act.random.some(fields(act)),
        ...qualification(act.some('qualificationType'), act.some('driver')),
      };
      act.add('qualificationRecord', (await act.send('POST', '/qualification-records', body)).body.data?.id);
    },
    'change a qualification record': (act) =>
      act.send('PATCH', '/qualification-records', { ...act.random.some(fields(act)), ...record(act) }),
    'give a qualification record to somebody else': (act) =>
      act.send('PATCH', '/qualification-records', {
        ...record(act),
        owner: { entityType: 'worker', id: act.some('driver') },
      }),
    'archive a qualification record': (act) =>
      act.send('POST', '/qualification-records/archive', record(act)),
    'unarchive a qualification record': (act) =>
      act.send('POST', '/qualification-records/unarchive', record(act)),
    'delete a qualification record': (act) => act.send('DELETE', '/qualification-records', record(act)),
    'renew a qualification record': async (act) => {
      const body = {
        ...record(act),
        issueDate: '2026-06-01T00:00:00Z',
        expirationDate: '2029-06-01T00:00:00Z',
      };
      act.add(
        'qualificationRecord',
        (await act.send('POST', '/qualification-records/renew', body)).body.data?.id,
      );
    },
  },
  views: [
    { of: 'qualificationRecord', byIds: '/qualification-records?ids=' },
    ...['worker', 'asset'].map((entityType) => ({
      of: 'qualificationRecord',
      list: `/qualification-records/stream?entityType=${entityType}&startTime=2020-01-01T00:00:00Z`,
      only: ({ owner }: Json) => (owner as Json).entityType === entityType,
    })),
  ],
});
