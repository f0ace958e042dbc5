import { type Caller, systemWriter } from '../../../kernel/auth.ts';
import { blobKey } from '../../../kernel/blobs/blobs.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { enqueue } from '../../../kernel/jobs.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { threadOutput } from '../../../kernel/threads.ts';
import { requireSubmission } from '../submissions/change.ts';
import type { PdfExport } from './schema.ts';
import { deleteExport, endExport, expiredExports, findExport, insertExport } from './store.ts';
import { tell } from './story.ts';

const TASK = 'forms.make-pdf';
const TYPE = 'application/pdf';
const MOST_ATTEMPTS = 3;
const LINK_SECONDS = 3600;

/** Asks for a submission's PDF; a job makes it. */
export async function requestExport({ database }: Services, caller: Caller, id: string): Promise<PdfExport> {
  return write(database, caller, async (tx, stamp) => {
    const submission = await requireSubmission(tx, caller, 'id', id);
    const ids = { id: newId(), submissionId: submission.id };
    const made = await insertExport(tx, caller.orgId, ids, stamp.at);
    await enqueue(tx, TASK, { orgId: caller.orgId, id: ids.id });
    stamp.record(change('create', made));
    return made;
  });
}

/** An export as it stands, with a fresh link once it is done. @throws 404 for one that has expired. */
export async function readExport(
  { database, signedUrls, clock }: Services,
  caller: Caller,
  pdfId: string,
  base: string,
): Promise<PdfExport> {
  const now = clock.now();
  const found = isUuid(pdfId) ? await findExport(database, caller.orgId, pdfId, now) : undefined;
  if (!found) throw notFound(`pdfId: no PDF export ${pdfId.slice(0, 60)}, or it has expired.`);
  // A token that is limited to tags sees the exports of those submissions only that it sees.
  if (caller.tagIds) await requireSubmission(database, caller, 'pdfId', found.id);
  if (found.jobStatus !== 'done') return found;
  const key = blobKey(caller.orgId, found.pdfId);
  const { url, expiresAt } = signedUrls.sign(base, { key, contentType: TYPE }, now, LINK_SECONDS);
  return { ...found, pdfUrl: url, pdfUrlExpiresAtTime: expiresAt };
}

/** Makes the PDF of an export and stores it. */
export async function makePdf(services: Services, orgId: string, id: string): Promise<void> {
  const { database, blobs, clock } = services;
  const wanted = await findExport(database, orgId, id, clock.now());
  if (wanted?.jobStatus !== 'pending') return;
  const story = await tell(services, orgId, wanted.id);
  const key = blobKey(orgId, id);
  // What an attempt left that was cut off would be in the way.
  await blobs.remove(key);
  await blobs.put(key, threadOutput('./thread', import.meta.url, story), TYPE);
  await end(services, orgId, id, null);
}

const end = ({ database }: Services, orgId: string, id: string, error: string | null): Promise<void> =>
  write(database, systemWriter(orgId, 'make-pdf'), async (tx, stamp) => {
    const ended = await endExport(tx, orgId, id, error, stamp.at);
    if (ended) stamp.record(change('update', ended));
  });

const change = (operation: 'create' | 'update', pdf: PdfExport) => ({
  resource: 'formPdfExport',
  id: pdf.pdfId,
  operation,
  document: JSON.stringify(pdf),
});

export const makePdfJob: Job = {
  name: TASK,
  run: (services) => async (payload, helpers) => {
    const { orgId, id } = payload as { orgId: string; id: string };
    try {
      await makePdf(services, orgId, id);
    } catch (error) {
      // Tried again a little later, and given up in the end so that whoever waits is told.
      if (helpers.job.attempts >= MOST_ATTEMPTS)
        await end(services, orgId, id, 'The PDF could not be made. The log has more.');
      throw error;
    }
  },
};

/** Takes away what has expired: nobody can ask for it any more. */
export async function sweepExports({ database, blobs }: Services): Promise<number> {
  const expired = await expiredExports(database);
  for (const { orgId, id } of expired) {
    await blobs.remove(blobKey(orgId, id));
    await deleteExport(database, orgId, id);
  }
  return expired.length;
}

export const sweepExportsJob: Job = {
  name: 'forms.sweep-pdfs',
  cron: '17 * * * *',
  run: (services) => async () => {
    while ((await sweepExports(services)) > 0);
  },
};
