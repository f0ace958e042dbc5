import { DEFINITION_IDS } from '../../../../test/field-ids.ts';
import { makeTemplate } from '../../../../test/forms.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';

const content = ({ random }: Acting) => ({
  title: random.text(),
  description: random.text(),
  formCategory: random.pick(['general', 'safety']),
  sections: [
    {
      label: random.text(),
      fields: [
        { label: random.text(), type: 'text' },
        { label: 'Who', type: 'person' },
      ],
    },
  ],
});

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
  actions: {
    'create a form template': async (act) => {
      const { id, fields = [] } = (await act.send('POST', '/form-templates', content(act))).body.data ?? {};
      act.add('formTemplate', id);
      if (id) act.add(`formField of ${id}`, fields[0]?.id);
    },
    'change a form template': (act) =>
      act.send('PATCH', '/form-templates', {
        ...act.random.some(content(act)),
        id: act.some('formTemplate'),
      }),
  },
  views: [{ of: 'formTemplate', list: '/form-templates' }],
});
