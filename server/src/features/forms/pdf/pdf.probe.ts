import { made } from '../../../../test/builders.ts';
import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  makes: { formPdf: 'uuid' },
  needs: ['formSubmission'],
  make: async ({ org, ids }) => ({
    formPdf: (await made(org, `/form-submissions/pdf-exports?id=${ids.formSubmission}`, {})).pdfId,
  }),
  names: { id: 'formSubmission', pdfId: 'formPdf' },
  foreign: {
    'POST /form-submissions/pdf-exports': ({ formSubmission: id }) => [
      { path: `/form-submissions/pdf-exports?id=${id}` },
    ],
    'GET /form-submissions/pdf-exports': ({ formPdf: id }) => [
      { path: `/form-submissions/pdf-exports?pdfId=${id}` },
    ],
  },
  actions: {
    'export a submission': (act) =>
      act.send('POST', `/form-submissions/pdf-exports?id=${act.some('formSubmission')}`),
  },
  views: [{ of: 'formPdfExport', each: ({ id }) => `/form-submissions/pdf-exports?pdfId=${id}` }],
});
