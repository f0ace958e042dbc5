import type { Routes } from '../../../kernel/feature.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { ExportQuery, PdfExportReply, ReadExportQuery } from './schema.ts';
import { readExport, requestExport } from './service.ts';

const tags = ['Forms'];

export const pdfRoutes: Routes = (app, services) => {
  app.post(
    '/form-submissions/pdf-exports',
    {
      config: { scope: 'Write Form Submissions', limit: '100/minute' },
      schema: {
        operationId: 'postFormSubmissionsPdfExports',
        summary: 'Ask for a form submission as PDF',
        description: 'A job makes it: ask with GET, some seconds apart, until it is done.',
        tags,
        querystring: ExportQuery,
        response: { 202: PdfExportReply },
      },
    },
    async ({ caller, query }) => ({ data: await requestExport(services, caller, query.id) }),
  );

  app.get(
    '/form-submissions/pdf-exports',
    {
      config: { scope: 'Read Form Submissions', limit: '100/minute' },
      schema: {
        operationId: 'getFormSubmissionsPdfExports',
        summary: 'Read a PDF export',
        description: 'Once it is done, with a link to the PDF; each reading gives a fresh link.',
        tags,
        querystring: ReadExportQuery,
        response: { 200: PdfExportReply },
      },
    },
    async (request) => {
      const base = baseUrl(services.publicUrl, request);
      return { data: await readExport(services, request.caller, request.query.pdfId, base) };
    },
  );
};
