import { and, columns, type Queryable, type Row, type Sql, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { RecordingDocument } from './schema.ts';
import type { CameraRole, Input, MediaType, TriggerReason } from './vocabulary.ts';

/** Media a page. */
export const MEDIA_PAGE = 512;

/** A recording to be added; times in any form that PostgreSQL reads. */
export interface NewRecording {
  id: string;
  vehicleId: string;
  input: Input;
  mediaType: MediaType;
  triggerReason: TriggerReason;
  cameraRole: CameraRole | null;
  startAt: string;
  endAt: string;
  fileId: string;
}

/** A recording as it is stored: its document, and PostgreSQL's text of when it arrived, for cursors. */
export interface Recording {
  document: RecordingDocument;
  availableAt: string;
}

const MEDIA = columns<
  NewRecording & { availableAt: string; contentType: string; size: string; sha256: string }
>({
  id: sql`media.id`,
  vehicleId: sql`media.vehicle_id`,
  input: sql`media.input`,
  mediaType: sql`media.media_type`,
  triggerReason: sql`media.trigger_reason`,
  cameraRole: sql`media.camera_role`,
  startAt: sql`media.start_at`,
  endAt: sql`media.end_at`,
  availableAt: sql`media.available_at`,
  fileId: sql`file.id`,
  contentType: sql`file.content_type`,
  size: sql`file.size`,
  sha256: sql`file.sha256`,
});

function toRecording(row: Row): Recording {
  const found = MEDIA.read(row);
  const { id, vehicleId, input, mediaType, triggerReason, cameraRole, availableAt } = found;
  return {
    availableAt,
    document: {
      id,
      vehicleId,
      input,
      mediaType,
      triggerReason,
      ...(cameraRole ? { cameraRole } : {}),
      startTime: wireTime(found.startAt),
      endTime: wireTime(found.endAt),
      availableAtTime: wireTime(availableAt),
      file: {
        id: found.fileId,
        contentType: found.contentType,
        size: Number(found.size),
        sha256: found.sha256,
      },
    },
  };
}

const withFile = (orgId: string): Sql => sql`
  join media_file file on file.org_id = ${orgId} and file.id = media.file_id`;

/** What a list of recordings is narrowed to. */
export interface RecordingFilter {
  startTime: string;
  endTime: string;
  /** The condition on `media.vehicle_id`, beginning with "and". */
  vehicles: Sql;
  availableAfterTime?: string;
  inputs?: readonly string[];
  mediaTypes?: readonly string[];
  triggerReasons?: readonly string[];
}

/** One page of recordings in order of arrival, and one more row to tell whether another page follows. */
export async function listRecordings(
  database: Queryable,
  orgId: string,
  filter: RecordingFilter,
  [at, id]: readonly string[],
): Promise<Recording[]> {
  const { startTime, endTime, vehicles, availableAfterTime, inputs, mediaTypes, triggerReasons } = filter;
  const rows = await database.rows(sql`
    select ${MEDIA.list} from camera_media media ${withFile(orgId)}
    where media.org_id = ${orgId} and media.start_at >= ${startTime}::timestamptz
      and media.start_at < ${endTime}::timestamptz ${vehicles}
      ${and(
        inputs && sql`media.input = any(${inputs}::text[])`,
        mediaTypes && sql`media.media_type = any(${mediaTypes}::text[])`,
        triggerReasons && sql`media.trigger_reason = any(${triggerReasons}::text[])`,
        availableAfterTime !== undefined && sql`media.available_at > ${availableAfterTime}::timestamptz`,
        at !== undefined && sql`(media.available_at, media.id) > (${at}::timestamptz, ${id}::uuid)`,
      )}
    order by media.available_at, media.id limit ${MEDIA_PAGE + 1}`);
  return rows.map(toRecording);
}

export async function readRecordings(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<RecordingDocument[]> {
  const rows = await database.rows(sql`
    select ${MEDIA.list} from camera_media media ${withFile(orgId)}
    where media.org_id = ${orgId} and media.id = any(${ids}::uuid[])`);
  return rows.map((row) => toRecording(row).document);
}

/**
 * Adds a recording whose file is there, available from the next millisecond that no other write of the organization
 * has: what comes later is always after what a client has seen.
 */
export async function insertRecording(tx: Tx, recording: NewRecording): Promise<RecordingDocument> {
  const { id, vehicleId, input, mediaType, triggerReason, cameraRole, startAt, endAt, fileId } = recording;
  const [row] = await tx.rows(sql`
    with media as (
      insert into camera_media (org_id, id, vehicle_id, input, media_type, trigger_reason, camera_role, start_at, end_at,
                                available_at, file_id)
      select ${tx.orgId}::bigint, ${id}::uuid, ${vehicleId}::bigint, ${input}, ${mediaType}, ${triggerReason}, ${cameraRole},
        ${startAt}::timestamptz, ${endAt}::timestamptz,
        greatest(date_trunc('milliseconds', ${tx.at}::timestamptz), max(available_at)) + interval '1 millisecond',
        ${fileId}::uuid
      from camera_media where org_id = ${tx.orgId}
      returning camera_media.*
    )
    select ${MEDIA.list} from media ${withFile(tx.orgId)}`);
  return toRecording(row as Row).document;
}
