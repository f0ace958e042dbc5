import { type Queryable, type Row, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { PdfExport } from './schema.ts';

/** For how long an export can be read. */
const LIFETIME = '24 hours';

const COLUMNS = sql`export.id, export.submission_id, export.status, export.error, export.requested_at, export.completed_at,
  export.expires_at`;

const toExport = ([pdfId, id, jobStatus, error, requestedAt, completedAt, expiresAt]: Row): PdfExport => ({
  pdfId,
  id,
  jobStatus,
  requestedAtTime: wireTime(requestedAt),
  ...(jobStatus === 'done' ? { completedAtTime: wireTime(completedAt) } : {}),
  expiresAtTime: wireTime(expiresAt),
  ...(jobStatus === 'failed' ? { errorMessage: error } : {}),
});

/** Adds an export that is still to be made. */
export async function insertExport(
  tx: Queryable,
  orgId: string,
  ids: { id: string; submissionId: string },
  at: string,
): Promise<PdfExport> {
  const [row] = await tx.rows(sql`
    insert into form_pdf as export (org_id, id, submission_id, status, requested_at, expires_at)
    values (${orgId}, ${ids.id}, ${ids.submissionId}, 'pending', ${at}, ${at}::timestamptz + ${LIFETIME}::interval)
    returning ${COLUMNS}`);
  return toExport(row as Row);
}

/** An export that has not expired. */
export async function findExport(
  database: Queryable,
  orgId: string,
  id: string,
  now: Date,
): Promise<PdfExport | undefined> {
  const [row] = await database.rows(sql`
    select ${COLUMNS} from form_pdf export where export.org_id = ${orgId} and export.id = ${id}
      and export.expires_at > ${now.toISOString()}::timestamptz`);
  return row && toExport(row);
}

/** Ends an export, for better or worse; one that has ended already stays as it is. */
export async function endExport(
  tx: Queryable,
  orgId: string,
  id: string,
  error: string | null,
  at: string,
): Promise<PdfExport | undefined> {
  const [row] = await tx.rows(sql`
    update form_pdf export set status = ${error === null ? 'done' : 'failed'}, error = ${error}, completed_at = ${at}
    where export.org_id = ${orgId} and export.id = ${id} and export.status = 'pending' returning ${COLUMNS}`);
  return row && toExport(row);
}

/** Exports of all organizations that have expired. */
export async function expiredExports(database: Queryable): Promise<{ orgId: string; id: string }[]> {
  const rows = await database.rows(sql`
    select org_id, id from form_pdf where expires_at < now() order by expires_at limit 100`);
  return rows.map(([orgId, id]) => ({ orgId, id }));
}

/** Forgets an export. */
export async function deleteExport(database: Queryable, orgId: string, id: string): Promise<void> {
  await database.rows(sql`delete from form_pdf where org_id = ${orgId} and id = ${id}`);
}
