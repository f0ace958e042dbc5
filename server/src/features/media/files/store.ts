import { type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { FileFacts } from './inline.ts';

/** Notes that blobs of these ids are about to be stored. */
export async function beginUploads(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<void> {
  await database.rows(sql`
    insert into media_upload (org_id, id) select ${orgId}::bigint, unnest(${ids}::uuid[])`);
}

/** Ends uploads; answers those that were under way. Whoever ends an upload decides what becomes of its blob. */
export async function endUploads(tx: Queryable, orgId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows(sql`
    delete from media_upload where org_id = ${orgId} and id = any(${ids}::uuid[]) returning id`);
  return rows.map(([id]) => id);
}

/** Adds files that are still to be processed. */
export async function insertFiles(
  tx: Queryable,
  orgId: string,
  files: readonly FileFacts[],
  at: string,
): Promise<void> {
  const given = table('given', files, {
    id: ['uuid', ({ id }) => id],
    content_type: ['text', ({ contentType }) => contentType],
    size: ['bigint', ({ size }) => size],
    sha256: ['text', ({ sha256 }) => sha256],
  });
  await tx.rows(sql`
    insert into media_file (org_id, id, content_type, size, sha256, status, created_at)
    select ${orgId}::bigint, given.*, 'processing', ${at}::timestamptz from ${given}`);
}

/** A file as it is known. */
export interface StoredFile {
  id: string;
  contentType: string;
  status: 'processing' | 'finished';
  thumbnailId: string | undefined;
}

/** Files by their ids; those that the organization does not have are left out. */
export async function findFiles(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<StoredFile[]> {
  const rows = await database.rows(sql`
    select id, content_type, status, thumbnail_id from media_file
    where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(([id, contentType, status, thumbnailId]) => ({
    id,
    contentType,
    status,
    thumbnailId: thumbnailId ?? undefined,
  }));
}

export async function finishFile(
  tx: Queryable,
  orgId: string,
  id: string,
  thumbnailId: string | null,
): Promise<void> {
  await tx.rows(sql`
    update media_file set status = 'finished', thumbnail_id = ${thumbnailId}
    where org_id = ${orgId} and id = ${id}`);
}

/** Uploads of all organizations that began over a day ago and never came to an end. */
export async function abandonedUploads(database: Queryable): Promise<{ orgId: string; id: string }[]> {
  const rows = await database.rows(sql`
    select org_id, id from media_upload where started_at < now() - interval '24 hours'
    order by started_at limit 100`);
  return rows.map(([orgId, id]) => ({ orgId, id }));
}
