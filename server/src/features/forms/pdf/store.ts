import { columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Changed, Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { PdfExportDocument } from './schema.ts';

/** For how long an export can be read. */
const LIFETIME = '24 hours';

const EXPORT = columns<{
  id: string;
  submissionId: string;
  tokenTagIds: string[] | null;
  status: PdfExportDocument['jobStatus'];
  error: string | null;
  requestedAt: string;
  completedAt: string | null;
  expiresAt: string;
  assignedId: string | null;
  submittedId: string | null;
}>({
  id: sql`export.id`,
  submissionId: sql`export.submission_id`,
  tokenTagIds: sql`export.token_tag_ids`,
  status: sql`export.status`,
  error: sql`export.error`,
  requestedAt: sql`export.requested_at`,
  completedAt: sql`export.completed_at`,
  expiresAt: sql`export.expires_at`,
  assignedId: sql`submission.assigned_id`,
  submittedId: sql`submission.submitted_id`,
});

/** An export with its document; it concerns whom its submission does. */
export type KeptExport = Changed<PdfExportDocument> & { document: PdfExportDocument };

function toExport(row: Row): KeptExport {
  const found = EXPORT.read(row);
  return {
    id: found.id,
    document: {
      id: found.id,
      formSubmissionId: found.submissionId,
      ...(found.tokenTagIds ? { tokenTagIds: found.tokenTagIds } : {}),
      jobStatus: found.status,
      requestedAtTime: wireTime(found.requestedAt),
      ...(found.completedAt ? { completedAtTime: wireTime(found.completedAt) } : {}),
      expiresAtTime: wireTime(found.expiresAt),
      ...(found.error === null ? {} : { errorMessage: found.error }),
    },
    about: [found.assignedId, found.submittedId].flatMap((person) => person ?? []),
  };
}

const ofSubmission = (orgId: string) => sql`
  join form_submission submission on submission.org_id = ${orgId} and submission.id = export.submission_id`;

/** Adds an export that is still to be made. */
export async function insertExport(tx: Tx, id: string, submissionId: string): Promise<KeptExport> {
  const { orgId, at } = tx;
  const [row] = await tx.rows(sql`
    with export as (
      insert into form_pdf (org_id, id, submission_id, token_tag_ids, status, requested_at, expires_at)
      values (${orgId}, ${id}, ${submissionId}, ${tx.tagIds}::bigint[], 'pending', ${at}, ${at}::timestamptz + ${LIFETIME}::interval)
      returning form_pdf.*
    )
    select ${EXPORT.list} from export ${ofSubmission(orgId)}`);
  return toExport(row as Row);
}

export async function readExports(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<KeptExport[]> {
  const rows = await database.rows(sql`
    select ${EXPORT.list} from form_pdf export ${ofSubmission(orgId)}
    where export.org_id = ${orgId} and export.id = any(${ids}::uuid[])`);
  return rows.map(toExport);
}

/** An export that has not expired. */
export async function findExport(
  database: Queryable,
  orgId: string,
  id: string,
  now: Date,
): Promise<PdfExportDocument | undefined> {
  const [row] = await database.rows(sql`
    select ${EXPORT.list} from form_pdf export ${ofSubmission(orgId)}
    where export.org_id = ${orgId} and export.id = ${id} and export.expires_at > ${now.toISOString()}::timestamptz`);
  return row && toExport(row).document;
}

/** Ends an export, for better or worse; one that has ended already stays as it is. */
export async function endExport(tx: Tx, id: string, error: string | null): Promise<KeptExport | undefined> {
  const [row] = await tx.rows(sql`
    with export as (
      update form_pdf set status = ${error === null ? 'done' : 'failed'}, error = ${error}, completed_at = ${tx.at}
      where org_id = ${tx.orgId} and id = ${id} and status = 'pending' returning form_pdf.*
    )
    select ${EXPORT.list} from export ${ofSubmission(tx.orgId)}`);
  return row && toExport(row);
}

/** The organizations that have exports that have expired. */
export async function organizationsWithExpired(database: Queryable, now: Date): Promise<string[]> {
  const rows = await database.rows(sql`
    select distinct org_id from form_pdf where expires_at <= ${now.toISOString()}::timestamptz`);
  return rows.map(([orgId]) => orgId);
}

export async function expiredExports(database: Queryable, orgId: string, now: Date): Promise<string[]> {
  const rows = await database.rows(sql`
    select id from form_pdf where org_id = ${orgId} and expires_at <= ${now.toISOString()}::timestamptz
    order by expires_at limit 100`);
  return rows.map(([id]) => id);
}

export async function deleteExports(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows(sql`delete from form_pdf where org_id = ${tx.orgId} and id = any(${ids}::uuid[])`);
}
