import { Data, OneOf, Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';

// Source: the public spec's PDF export, 2025-10-23.

export const PdfExport = Shape('FormPdfExport', {
  pdfId: Type.String({ description: 'Id of the export.' }),
  id: Type.String({ description: 'Id of the submission.' }),
  jobStatus: OneOf(['unknown', 'pending', 'done', 'failed'], {
    description: 'How far the export is; never unknown here.',
  }),
  requestedAtTime: Time('When it was asked for.'),
  completedAtTime: Type.Optional(Time('When it was done; present once done.')),
  expiresAtTime: Time('Until when it can be read; then ask for another.'),
  pdfUrl: Type.Optional(Type.String({ description: 'Opens the PDF, without a token; present once done.' })),
  pdfUrlExpiresAtTime: Type.Optional(Time('Until when `pdfUrl` works; each reading gives a fresh one.')),
  errorMessage: Type.Optional(Type.String({ description: 'Why it failed; present then.' })),
});
export type PdfExport = Static<typeof PdfExport>;
export const PdfExportReply = Data(PdfExport);

/** What is known of an export; its link is of the moment. */
export const PdfExportDocument = Shape('FormPdfExportDocument', {
  id: UuidId('Id of the export.'),
  formSubmissionId: UuidId('The submission.'),
  tokenTagIds: Type.Optional(
    Type.Array(Type.String(), {
      description: 'The tags that the token was limited to; absent when to none.',
    }),
  ),
  jobStatus: OneOf(['pending', 'done', 'failed'], { description: 'How far it is.' }),
  requestedAtTime: Time('When it was asked for.'),
  completedAtTime: Type.Optional(Time('When it was done, or failed.')),
  expiresAtTime: Time('Until when it can be read.'),
  errorMessage: PdfExport.properties.errorMessage,
});
export type PdfExportDocument = Static<typeof PdfExportDocument>;

export const ExportQuery = Type.Object({
  id: Type.String({ minLength: 1, description: 'Id of the submission, or an external id key:value.' }),
});
export const ReadExportQuery = Type.Object({
  pdfId: Type.String({ minLength: 1, description: 'Id of the export.' }),
});
