import type { Probes } from './probe.ts';

export const probes: Probes = {
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
};
