import { randomUUID } from 'node:crypto';
import { made } from '../../../../test/builders.ts';
import { VALUE_IDS } from '../../../../test/field-ids.ts';
import { everyField, makeSubmission } from '../../../../test/forms.ts';
import { dot } from '../../../../test/pictures.ts';
import { type Acting, probeOf } from '../../../../test/probe.ts';

const fields = (act: Acting) => {
  const { random } = act;
  return {
    title: random.text(),
    dueAtTime: random.time(),
    routeStopId: random.code(),
    isRequired: random.chance(0.5),
    assignedTo: random.chance(0.5)
      ? { id: act.some('driver'), type: 'driver' }
      : { id: act.some('user'), type: 'user' },
    externalIds: { erp: `F${random.below(50)}` },
  };
};

/** An answer of every type that has one without further words, media among them. */
function answers(act: Acting, all: { id: string; label: string; options?: { id: string }[] }[]) {
  const file = { base64Payload: dot.toString('base64'), mediaType: 'image/png' };
  const field = (label: string) => all.find((each) => each.label === label);
  const answer = (label: string, type: string, value: object) => ({ id: field(label)?.id, type, ...value });
  return [
    answer('Odometer', 'number', { numberValue: { value: act.random.below(1000) / 10 } }),
    answer('Remarks', 'text', { textValue: { value: act.random.text() } }),
    answer('Defects', 'check_boxes', { checkBoxesValue: { valueIds: [field('Defects')?.options?.[1]?.id] } }),
    answer('Photos', 'media', { mediaValue: { mediaList: [file, file] } }),
    answer('Seen at', 'datetime', { dateTimeValue: { type: 'datetime', value: act.random.time() } }),
    answer('Driver signature', 'signature', { signatureValue: { media: file } }),
    answer('Vehicle', 'asset', { assetValue: { asset: { id: act.some('vehicle'), entryType: 'tracked' } } }),
    answer('Witness', 'person', {
      personValue: { person: { polymorphicUserId: `driver-${act.some('driver')}`, entryType: 'tracked' } },
    }),
  ];
}

const submission = (act: Acting) => ({ id: act.some('formSubmission') });

export const probe = probeOf({
  makes: { formSubmission: 'uuid' },
  needs: ['formTemplate', 'formField', 'driver'],
  make: async ({ org, ids }) => {
    const assignedTo = { id: ids.driver, type: 'driver' };
    const personValue = { person: { polymorphicUserId: `driver-${ids.driver}` } };
    const fields = [{ id: ids.formField, type: 'person', personValue }];
    return { formSubmission: (await makeSubmission(org, ids.formTemplate, { assignedTo, fields })).id };
  },
  names: {
    id: 'formSubmission',
    ids: 'formSubmission',
    'fields.id': 'formField',
    'assignedTo.id': 'driver',
    'formTemplate.revisionId': 'formRevision',
    startTime: () => '2020-01-01T00:00:00Z',
    routeStopId: () => '1',
    assignedToRouteStopIds: () => '1',
    ...VALUE_IDS,
  },
  foreign: {
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
  },
  actions: {
    'create a submission': async (act) => {
      const formTemplate = { id: act.some('formTemplate') };
      const body = { ...act.random.some(fields(act)), formTemplate, status: 'notStarted' };
      act.add('formSubmission', (await act.send('POST', '/form-submissions', body)).body.data?.id);
    },
    'change a submission': (act) =>
      act.send('PATCH', '/form-submissions', { ...act.random.some(fields(act)), ...submission(act) }),
    'move a submission': (act) =>
      act.send('PATCH', '/form-submissions', {
        ...submission(act),
        status: act.random.pick(['notStarted', 'archived', 'inProgress', 'changesRequested', 'approved']),
      }),
    'submit what makes an issue': async (act) => {
      const yes = randomUUID();
      const actions = [{ condition: { selectedOptionIds: [yes] }, actions: [{ type: 'createIssue' }] }];
      const options = [{ id: yes, label: 'Yes' }, { label: 'No' }];
      const field = { label: 'Damage?', type: 'multiple_choice', options, conditionalActions: actions };
      const content = { title: act.random.text(), sections: [{ label: 'All', fields: [field] }] };
      const template = (await act.send('POST', '/form-templates', content)).body.data;
      const body = {
        ...act.random.some(fields(act)),
        formTemplate: { id: template.id },
        status: 'notStarted',
      };
      const id = (await act.send('POST', '/form-submissions', body)).body.data?.id;
      const multipleChoiceValue = { value: 'Yes', valueId: yes };
      const answers = [{ id: template.fields[0].id, type: 'multiple_choice', multipleChoiceValue }];
      await act.send('POST', '/form-submissions/start', { id });
      await act.send('POST', '/form-submissions/submit', { id, fields: answers });
    },
    'submit every type of field': async (act) => {
      const template = await made(act.org, '/form-templates', {
        title: act.random.text(),
        sections: [{ label: 'All', fields: everyField() }],
      });
      const body = { formTemplate: { id: template.id }, status: 'notStarted' };
      const { id } = await made(act.org, '/form-submissions', body);
      await act.send('POST', '/form-submissions/start', { id });
      await act.send('POST', '/form-submissions/submit', { id, fields: answers(act, template.fields) });
      act.add('formSubmission', id);
    },
    'start a submission': (act) => act.send('POST', '/form-submissions/start', submission(act)),
    'submit a submission': async (act) => {
      const { id } = submission(act);
      await act.send('POST', '/form-submissions/start', { id });
      const textValue = { value: act.random.text() };
      const answers = [{ id: act.some('formField'), type: 'text', textValue }];
      await act.send('POST', '/form-submissions/submit', {
        id,
        fields: act.random.chance(0.5) ? [] : answers,
      });
    },
  },
  views: [
    { of: 'formSubmission', byIds: '/form-submissions?include=externalIds&ids=' },
    {
      of: 'formSubmission',
      list: '/form-submissions/stream?include=externalIds&startTime=2020-01-01T00:00:00Z',
    },
  ],
});
