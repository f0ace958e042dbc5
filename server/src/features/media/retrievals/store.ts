import { type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { CameraRole, Input, MediaType } from '../cameras/vocabulary.ts';
import type { Status } from './schema.ts';

/** One camera input of a retrieval; times in wire form. */
export interface Item {
  vehicleId: string;
  mediaType: MediaType;
  input: Input;
  status: Status;
  /** Of the recording when there is one, else as asked. */
  startTime: string;
  endTime: string;
  recording:
    | { availableAt: string; cameraRole: CameraRole | undefined; fileId: string; contentType: string }
    | undefined;
}

const toItem = (row: Row): Item => ({
  vehicleId: row[0],
  mediaType: row[1],
  input: row[2],
  status: row[3],
  startTime: wireTime(row[4]),
  endTime: wireTime(row[5]),
  recording:
    row[6] === null
      ? undefined
      : { availableAt: row[6], cameraRole: row[7] ?? undefined, fileId: row[8], contentType: row[9] },
});

/** The items of a retrieval in the order asked; none for one that is unknown. `visible` is about retrieval.vehicle_id. */
export async function findItems(
  database: Queryable,
  orgId: string,
  id: string,
  visible: Sql,
): Promise<Item[]> {
  const rows = await database.rows(sql`
    select retrieval.vehicle_id, retrieval.media_type, item.input, item.status,
      coalesce(media.start_at, retrieval.start_at), coalesce(media.end_at, retrieval.end_at),
      media.available_at, media.camera_role, file.id, file.content_type
    from media_retrieval retrieval
    join media_retrieval_item item on item.org_id = retrieval.org_id and item.retrieval_id = retrieval.id
    left join camera_media media on media.org_id = item.org_id and media.id = item.media_id
    left join media_file file on file.org_id = media.org_id and file.id = media.file_id
    where retrieval.org_id = ${orgId} and retrieval.id = ${id} ${visible}
    order by item.position`);
  return rows.map(toItem);
}

/** A retrieval to be added. */
export interface NewRetrieval {
  id: string;
  vehicleId: string;
  mediaType: MediaType;
  inputs: readonly Input[];
  startAt: string;
  endAt: string;
  quotaSeconds: number;
}

/** Adds a retrieval whose inputs are all pending. */
export async function insertRetrieval(
  tx: Queryable,
  orgId: string,
  { id, vehicleId, mediaType, inputs, startAt, endAt, quotaSeconds }: NewRetrieval,
  by: { at: string; actor: string },
): Promise<void> {
  await tx.rows(sql`
    with retrieval as (
      insert into media_retrieval (org_id, id, vehicle_id, media_type, start_at, end_at, quota_seconds, created_at, created_by)
      values (${orgId}, ${id}, ${vehicleId}, ${mediaType}, ${startAt}, ${endAt}, ${quotaSeconds}, ${by.at}, ${by.actor})
    )
    insert into media_retrieval_item (org_id, retrieval_id, input, position, status)
    select ${orgId}, ${id}, input, position, 'pending'
    from unnest(${inputs}::text[]) with ordinality as given (input, position)`);
}

/** What the organization's retrievals of the month of `at` take from its quota, in seconds. */
export async function quotaUsed(tx: Queryable, orgId: string, at: string): Promise<number> {
  const [row] = await tx.rows(sql`
    select coalesce(sum(quota_seconds), 0) from media_retrieval
    where org_id = ${orgId} and created_at >= date_trunc('month', ${at}::timestamptz)`);
  return Number(row?.[0]);
}

/** Moves inputs of a retrieval to another state, with their recording if there is one. */
export async function moveItems(
  tx: Queryable,
  orgId: string,
  retrievalId: string,
  inputs: readonly Input[],
  status: Status,
  mediaId: string | null,
): Promise<void> {
  await tx.rows(sql`
    update media_retrieval_item set status = ${status}, media_id = ${mediaId}
    where org_id = ${orgId} and retrieval_id = ${retrievalId} and input = any(${inputs}::text[])`);
}
