import { type Caller, systemWriter } from '../../../kernel/auth.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { ledgerSizeOf, verifyLedger } from '../../../kernel/ledger/verify.ts';
import { verifyFiles } from '../../../kernel/ledger/verify-files.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { requireWhole } from '../whole.ts';
import { ledgerVerification, servedVerification } from './resource.ts';
import { MOST_NAMED, type Verification, type VerificationResult } from './schema.ts';
import {
  addVerification,
  endVerification,
  noteProgress,
  pendingVerification,
  readVerifications,
} from './store.ts';

const MOST_ATTEMPTS = 3;
/** How often it is noted how far a verification is. */
const NOTED_MS = 500;

/** Asks for a verification; while one is under way that one is answered. */
export function requestVerification(
  { database }: Services,
  caller: Caller,
  withFiles: boolean,
): Promise<Verification> {
  requireWhole(caller);
  return write(database, caller, async (tx) => {
    const pending = await pendingVerification(tx);
    if (pending) return servedVerification(pending);
    const made = await addVerification(tx, newId(), withFiles);
    await tx.enqueue(verifyJob, { orgId: tx.orgId, id: made.id }, { queue: `verify ${tx.orgId}` });
    tx.changed(ledgerVerification, 'create', [{ id: made.id, document: made.document }]);
    return servedVerification(made);
  });
}

/** @throws 404 */
export async function findVerification(
  { database }: Services,
  caller: Caller,
  id: string,
): Promise<Verification> {
  requireWhole(caller);
  const [found] = isUuid(id) ? await readVerifications(database, caller.orgId, [id]) : [];
  if (!found) throw notFound(`id: no verification ${id.slice(0, 60)}.`);
  return servedVerification(found);
}

/** Walks along an organization's ledger and answers what it found. */
async function walk(
  { database, blobs, resources }: Services,
  orgId: string,
  id: string,
  withFiles: boolean,
): Promise<VerificationResult> {
  const total = await ledgerSizeOf(database, orgId);
  let done = 0;
  let noted = performance.now();
  const { organizations, bad } = await verifyLedger(
    database,
    resources,
    (writes) => {
      done += writes;
      if (performance.now() - noted < NOTED_MS) return;
      noted = performance.now();
      noteProgress(database, orgId, id, done, total).catch(() => {});
    },
    [],
    orgId,
  );
  const [found] = organizations;
  const counted = {
    writes: found?.writes ?? done,
    changes: found?.changes ?? 0,
    erased: found?.erased ?? 0,
    ...(found?.hash ? { lastEntry: `${orgId}:${found.writes}:${found.hash}` } : {}),
  };
  if (bad)
    return {
      isWhole: false,
      ...counted,
      problem: bad.problem,
      ...(bad.seq === undefined ? {} : { problemSeq: bad.seq }),
    };
  if (!withFiles) return { isWhole: true, ...counted };
  const { named, ...files } = await verifyFiles(database, blobs, [orgId]);
  return {
    isWhole: files.bad === 0,
    ...counted,
    files: { ...files, named: named.slice(0, MOST_NAMED).map(({ orgId: _, ...file }) => file) },
  };
}

const end = (
  { database }: Services,
  orgId: string,
  id: string,
  result: VerificationResult | undefined,
): Promise<void> =>
  write(database, systemWriter(orgId, 'verify-ledger'), async (tx) => {
    const ended = await endVerification(tx, id, result);
    if (ended) tx.changed(ledgerVerification, 'update', [{ id, document: ended.document }]);
  });

/** Makes a verification. */
export const verifyJob: Job<{ orgId: string; id: string }> = {
  name: 'ledger.verify',
  run:
    (services) =>
    async ({ orgId, id }, helpers) => {
      const [wanted] = await readVerifications(services.database, orgId, [id]);
      if (wanted?.document.status !== 'pending') return;
      try {
        await end(services, orgId, id, await walk(services, orgId, id, wanted.document.withFiles));
      } catch (error) {
        if (helpers.job.attempts >= MOST_ATTEMPTS) await end(services, orgId, id, undefined);
        throw error;
      }
    },
};
