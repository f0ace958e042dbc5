import { isDeepStrictEqual } from 'node:util';
import { type Caller, systemWriter } from '../../../kernel/auth.ts';
import { blobKey } from '../../../kernel/blobs/blobs.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { TooMuch, threadOutput } from '../../../kernel/jobs/threads.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { requireSubmission } from '../submissions/change.ts';
import { formPdfExport, toReply } from './resource.ts';
import type { PdfExport } from './schema.ts';
import {
  deleteExports,
  endExport,
  expiredExports,
  findExport,
  insertExport,
  organizationsWithExpired,
} from './store.ts';
import { tell } from './story.ts';

const TYPE = 'application/pdf';
const MOST_ATTEMPTS = 3;
/** A PDF that takes longer is given up: others wait for theirs. The longest takes some 20 s of a processor of its own. */
const LONGEST_MS = 300_000;
const LINK_SECONDS = 3600;

/** Asks for a submission's PDF; a job makes it. */
export const requestExport = ({ database }: Services, caller: Caller, id: string): Promise<PdfExport> =>
  write(database, caller, async (tx) => {
    const submission = await requireSubmission(tx, tx, 'id', id);
    const made = await insertExport(tx, newId(), submission.id);
    await tx.enqueue(makePdfJob, { orgId: tx.orgId, id: made.id }, { queue: `pdf ${tx.orgId}` });
    tx.changed(formPdfExport, 'create', [made]);
    return toReply(made.document);
  });

/** An export as it stands, with a fresh link once it is done. @throws 404 for one that has expired. */
export async function readExport(
  { database, signedUrls }: Services,
  caller: Caller,
  pdfId: string,
  base: string,
): Promise<PdfExport> {
  const { now } = caller;
  const found = isUuid(pdfId) ? await findExport(database, caller.orgId, pdfId, now) : undefined;
  const unknown = notFound(`pdfId: no PDF export ${pdfId.slice(0, 60)}, or it has expired.`);
  if (!found) throw unknown;
  // A token that is limited to tags sees exports that tell what it sees, and of submissions that it sees.
  if (caller.tagIds) {
    if (!isDeepStrictEqual(caller.tagIds, found.tokenTagIds)) throw unknown;
    await requireSubmission(database, caller, 'pdfId', found.formSubmissionId);
  }
  if (found.jobStatus !== 'done') return toReply(found);
  const key = blobKey(caller.orgId, found.id);
  const { url, expiresAt } = signedUrls.sign(base, { key, contentType: TYPE }, now, LINK_SECONDS);
  return { ...toReply(found), pdfUrl: url, pdfUrlExpiresAtTime: expiresAt };
}

/** Makes the PDF of an export and stores it. */
export async function makePdf(services: Services, orgId: string, id: string): Promise<void> {
  const { database, blobs, clock } = services;
  const wanted = await findExport(database, orgId, id, clock.now());
  if (wanted?.jobStatus !== 'pending') return;
  const sight = { orgId, tagIds: wanted.tokenTagIds ?? null };
  const story = await tell(services, sight, wanted.formSubmissionId);
  const key = blobKey(orgId, id);
  // What an attempt left that was cut off would be in the way.
  await blobs.remove(key);
  await blobs.put(key, threadOutput('./thread', import.meta.url, story, undefined, LONGEST_MS), TYPE);
  await end(services, orgId, id, null);
}

const end = ({ database }: Services, orgId: string, id: string, error: string | null): Promise<void> =>
  write(database, systemWriter(orgId, 'make-pdf'), async (tx) => {
    const ended = await endExport(tx, id, error);
    if (ended) tx.changed(formPdfExport, 'update', [ended]);
  });

export const makePdfJob: Job<{ orgId: string; id: string }> = {
  name: 'forms.make-pdf',
  run:
    (services) =>
    async ({ orgId, id }, helpers) => {
      try {
        await makePdf(services, orgId, id);
      } catch (error) {
        // Given up at once when it would come to the same.
        if (error instanceof TooMuch)
          return end(services, orgId, id, 'The form says more than can be set as a PDF within a minute.');
        // Tried again a little later, and given up in the end so that whoever waits is told.
        if (helpers.job.attempts >= MOST_ATTEMPTS)
          await end(services, orgId, id, 'The PDF could not be made. The log has more.');
        throw error;
      }
    },
};

/** Takes away what has expired: nobody can ask for it any more. @returns how many. */
export async function sweepExports(services: Services): Promise<number> {
  const now = services.clock.now();
  let count = 0;
  for (const orgId of await organizationsWithExpired(services.database, now)) {
    let swept: number;
    do {
      swept = await sweepOrganization(services, orgId, now);
      count += swept;
    } while (swept > 0);
  }
  return count;
}

/** Files first: a row whose file is gone is swept again, a file without its row would stay for ever. */
async function sweepOrganization({ database, blobs }: Services, orgId: string, now: Date): Promise<number> {
  const ids = await expiredExports(database, orgId, now);
  for (const id of ids) await blobs.remove(blobKey(orgId, id));
  if (ids.length > 0)
    await write(database, systemWriter(orgId, 'sweep-pdfs'), async (tx) => {
      await tx.removing(formPdfExport, ids);
      await deleteExports(tx, ids);
    });
  return ids.length;
}

export const sweepExportsJob: Job<unknown> = {
  name: 'forms.sweep-pdfs',
  cron: '17 * * * *',
  run: (services) => () => sweepExports(services),
};
