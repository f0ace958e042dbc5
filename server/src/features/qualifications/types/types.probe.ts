import { makeQualificationType } from '../../../../test/builders.ts';
import { DEFINITION_IDS } from '../../../../test/field-ids.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';

const fields = ({ random }: Acting) => ({
  name: random.text(),
  fields: [
    { label: random.text(), type: 'text' },
    { label: random.text(), type: 'multiple_choice', options: [{ label: 'A' }, { label: 'B' }] },
  ],
  expiration: random.chance(0.5) ? { required: false } : { required: true, monthsAfterIssue: 12 },
});

export const probe = probeOf({
  makes: { qualificationType: 'uuid', qualificationField: 'uuid' },
  make: async ({ org }) => {
    const { id, fields } = await makeQualificationType(org, { fields: [{ label: 'Remarks', type: 'text' }] });
    return { qualificationType: id, qualificationField: fields[0]?.id as string };
  },
  names: { id: 'qualificationType', ids: 'qualificationType', ...DEFINITION_IDS },
  foreign: {
    'GET /qualification-types': ({ qualificationType: id }) => [
      { path: `/qualification-types?entityType=worker&ids=${id}` },
    ],
    'PATCH /qualification-types': ({ qualificationType: id }) => [
      { path: '/qualification-types', body: { id, name: 'X' } },
    ],
    'POST /qualification-types/archive': ({ qualificationType: id }) => [
      { path: '/qualification-types/archive', body: { id } },
    ],
    'POST /qualification-types': 'its ids are those that its own fields choose',
  },
  actions: {
    'create a qualification type': async (act) => {
      const entityType = act.random.pick(['worker', 'worker', 'asset']);
      const reply = await act.send('POST', '/qualification-types', { ...fields(act), entityType });
      if (entityType === 'worker') act.add('qualificationType', reply.body.data?.id);
    },
    'change a qualification type': (act) =>
      act.send('PATCH', '/qualification-types', {
        ...act.random.some(fields(act)),
        id: act.some('qualificationType'),
      }),
    'archive a qualification type': (act) =>
      act.send('POST', '/qualification-types/archive', { id: act.some('qualificationType') }),
  },
  views: ['worker', 'asset'].map((entityType) => ({
    of: 'qualificationType',
    list: `/qualification-types?entityType=${entityType}&includeArchived=true`,
    only: (type) => type.entityType === entityType,
  })),
});
