import { empty, type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
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

/** A recording as it is stored; times in wire form. */
export interface Recording {
  id: string;
  vehicleId: string;
  input: Input;
  mediaType: MediaType;
  triggerReason: TriggerReason;
  cameraRole: CameraRole | undefined;
  startTime: string;
  endTime: string;
  /** PostgreSQL's text, for cursors. */
  availableAt: string;
  fileId: string;
  contentType: string;
}

const toRecording = (row: Row): Recording => ({
  id: row[0],
  vehicleId: row[1],
  input: row[2],
  mediaType: row[3],
  triggerReason: row[4],
  cameraRole: row[5] ?? undefined,
  startTime: wireTime(row[6]),
  endTime: wireTime(row[7]),
  availableAt: row[8],
  fileId: row[9],
  contentType: row[10],
});

/** What a list of recordings is narrowed to. */
export interface RecordingFilter {
  startTime: string;
  endTime: string;
  /** The condition on `media.vehicle_id`. */
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
  after: [at: string, id: string] | undefined,
): Promise<Recording[]> {
  const conditions: Sql[] = [filter.vehicles];
  if (filter.inputs) conditions.push(sql`and media.input = any(${filter.inputs}::text[])`);
  if (filter.mediaTypes) conditions.push(sql`and media.media_type = any(${filter.mediaTypes}::text[])`);
  if (filter.triggerReasons)
    conditions.push(sql`and media.trigger_reason = any(${filter.triggerReasons}::text[])`);
  if (filter.availableAfterTime)
    conditions.push(sql`and media.available_at > ${filter.availableAfterTime}::timestamptz`);
  if (after)
    conditions.push(sql`and (media.available_at, media.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const rows = await database.rows(sql`
    select media.id, media.vehicle_id, media.input, media.media_type, media.trigger_reason, media.camera_role,
      media.start_at, media.end_at, media.available_at, file.id, file.content_type
    from camera_media media join media_file file on file.org_id = media.org_id and file.id = media.file_id
    where media.org_id = ${orgId} and media.start_at >= ${filter.startTime}::timestamptz
      and media.start_at < ${filter.endTime}::timestamptz
      ${conditions.reduce((all, next) => sql`${all} ${next}`, empty)}
    order by media.available_at, media.id limit ${MEDIA_PAGE + 1}`);
  return rows.map(toRecording);
}

/**
 * Adds recordings, all available from the next millisecond that no other write of the organization has: what
 * comes later is always after what a client has seen.
 *
 * @returns that time, as PostgreSQL's text.
 */
export async function insertRecordings(
  tx: Queryable,
  orgId: string,
  recordings: readonly NewRecording[],
  at: string,
): Promise<string> {
  const [row] = await tx.rows(sql`
    insert into camera_media (org_id, id, vehicle_id, input, media_type, trigger_reason, camera_role, start_at, end_at,
                              available_at, file_id)
    select ${orgId}, id, "vehicleId", input, "mediaType", "triggerReason", "cameraRole", "startAt", "endAt",
      greatest(date_trunc('milliseconds', ${at}::timestamptz),
               (select max(available_at) from camera_media where org_id = ${orgId})) + interval '1 millisecond', "fileId"
    from json_to_recordset(${JSON.stringify(recordings)}::json)
      as given (id uuid, "vehicleId" bigint, input text, "mediaType" text, "triggerReason" text, "cameraRole" text,
                "startAt" timestamptz, "endAt" timestamptz, "fileId" uuid)
    returning available_at`);
  return row?.[0];
}
