import { makeQualificationType } from '../../../../test/builders.ts';
import { DEFINITION_IDS } from '../../../../test/field-ids.ts';
import { probeOf } from '../../../../test/probe.ts';

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
});
