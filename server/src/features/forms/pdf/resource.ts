import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { type PdfExport, PdfExportDocument } from './schema.ts';
import { readExports } from './store.ts';

/** An export as it is served, but for its link. */
export function toReply({
  id,
  formSubmissionId,
  tokenTagIds: _,
  completedAtTime,
  ...facts
}: PdfExportDocument): PdfExport {
  const done = facts.jobStatus === 'done' && completedAtTime ? { completedAtTime } : {};
  return { pdfId: id, id: formSubmissionId, ...facts, ...done };
}

export const formPdfExport: Resource<PdfExportDocument> = {
  name: 'formPdfExport',
  scope: 'Read Form Submissions',
  id: 'uuid',
  document: PdfExportDocument,
  about: () => [],
  read: readExports,
  present: (orgId) => sql`select id::text from form_pdf where org_id = ${orgId}`,
  served: toReply,
};
