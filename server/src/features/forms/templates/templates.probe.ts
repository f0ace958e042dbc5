import { DEFINITION_IDS } from '../../../../test/field-ids.ts';
import { makeTemplate } from '../../../../test/forms.ts';
import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  makes: { formTemplate: 'uuid', formField: 'uuid', formRevision: 'uuid' },
  make: async ({ org }) => {
    const { id, revisionId, fields } = await makeTemplate(org, [{ label: 'Who', type: 'person' }]);
    return { formTemplate: id, formField: fields[0].id, formRevision: revisionId };
  },
  names: { id: 'formTemplate', ids: 'formTemplate', ...DEFINITION_IDS },
  foreign: {
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
    'PATCH /form-templates': ({ formTemplate: id }) => [
      { path: '/form-templates', body: { id, title: 'X' } },
    ],
  },
});
