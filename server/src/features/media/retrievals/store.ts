import { columns, type Queryable, type Row, type Sql, sql } from '../../../kernel/database/database.ts';
import { parseActor } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { CameraRole, Input, MediaType } from '../cameras/vocabulary.ts';
import type { RetrievalDocument, Status } from './schema.ts';

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
    | { availableAt: string; cameraRole: CameraRole | null; file: { id: string; contentType: string } }
    | undefined;
}

const ITEM = columns<{
  vehicleId: string;
  mediaType: MediaType;
  input: Input;
  status: Status;
  startAt: string;
  endAt: string;
  availableAt: string | null;
  cameraRole: CameraRole | null;
  fileId: string;
  contentType: string;
}>({
  vehicleId: sql`retrieval.vehicle_id`,
  mediaType: sql`retrieval.media_type`,
  input: sql`item.input`,
  status: sql`item.status`,
  startAt: sql`coalesce(media.start_at, retrieval.start_at)`,
  endAt: sql`coalesce(media.end_at, retrieval.end_at)`,
  availableAt: sql`media.available_at`,
  cameraRole: sql`media.camera_role`,
  fileId: sql`file.id`,
  contentType: sql`file.content_type`,
});

function toItem(row: Row): Item {
  const { startAt, endAt, availableAt, cameraRole, fileId, contentType, ...item } = ITEM.read(row);
  return {
    ...item,
    startTime: wireTime(startAt),
    endTime: wireTime(endAt),
    recording:
      availableAt === null ? undefined : { availableAt, cameraRole, file: { id: fileId, contentType } },
  };
}

/**
 * The items of a retrieval in the order asked; none for one that is unknown. `visible` is about retrieval.vehicle_id
 * and begins with "and".
 */
export async function findItems(
  database: Queryable,
  orgId: string,
  id: string,
  visible: Sql,
): Promise<Item[]> {
  const rows = await database.rows(sql`
    select ${ITEM.list} from media_retrieval retrieval
    join media_retrieval_item item on item.org_id = ${orgId} and item.retrieval_id = retrieval.id
    left join camera_media media on media.org_id = ${orgId} and media.id = item.media_id
    left join media_file file on file.org_id = ${orgId} and file.id = media.file_id
    where retrieval.org_id = ${orgId} and retrieval.id = ${id} ${visible}
    order by item.position`);
  return rows.map(toItem);
}

const retrievalColumns = (orgId: string) =>
  columns<{
    id: string;
    vehicleId: string;
    mediaType: MediaType;
    startAt: string;
    endAt: string;
    quotaSeconds: string;
    createdAt: string;
    createdBy: string;
    items: string;
  }>({
    id: sql`retrieval.id`,
    vehicleId: sql`retrieval.vehicle_id`,
    mediaType: sql`retrieval.media_type`,
    startAt: sql`retrieval.start_at`,
    endAt: sql`retrieval.end_at`,
    quotaSeconds: sql`retrieval.quota_seconds`,
    createdAt: sql`retrieval.created_at`,
    createdBy: sql`retrieval.created_by`,
    items: sql`(
      select json_strip_nulls(json_agg(json_build_object(
        'input', item.input, 'status', item.status, 'cameraMediaId', item.media_id) order by item.position))::text
      from media_retrieval_item item where item.org_id = ${orgId} and item.retrieval_id = retrieval.id)`,
  });

export async function readRetrievals(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<RetrievalDocument[]> {
  const { list, read } = retrievalColumns(orgId);
  const rows = await database.rows(sql`
    select ${list} from media_retrieval retrieval
    where retrieval.org_id = ${orgId} and retrieval.id = any(${ids}::uuid[])`);
  return rows.map(read).map((row) => ({
    id: row.id,
    vehicleId: row.vehicleId,
    mediaType: row.mediaType,
    startTime: wireTime(row.startAt),
    endTime: wireTime(row.endAt),
    quotaSeconds: Number(row.quotaSeconds),
    createdAtTime: wireTime(row.createdAt),
    createdBy: parseActor(row.createdBy),
    media: JSON.parse(row.items),
  }));
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
  tx: Tx,
  { id, vehicleId, mediaType, inputs, startAt, endAt, quotaSeconds }: NewRetrieval,
): Promise<void> {
  const { orgId, at, actor } = tx;
  await tx.rows(sql`
    with retrieval as (
      insert into media_retrieval (org_id, id, vehicle_id, media_type, start_at, end_at, quota_seconds, created_at, created_by)
      values (${orgId}, ${id}, ${vehicleId}, ${mediaType}, ${startAt}, ${endAt}, ${quotaSeconds}, ${at}, ${actor})
    )
    insert into media_retrieval_item (org_id, retrieval_id, input, position, status)
    select ${orgId}::bigint, ${id}::uuid, input, position, 'pending'
    from unnest(${inputs}::text[]) with ordinality as given (input, position)`);
}

/** What the organization's retrievals of the month, in UTC, take from its quota, in seconds. */
export async function quotaUsed(tx: Tx): Promise<number> {
  const [row] = await tx.rows(sql`
    select coalesce(sum(quota_seconds), 0) from media_retrieval where org_id = ${tx.orgId}
      and created_at >= date_trunc('month', ${tx.at}::timestamptz at time zone 'UTC') at time zone 'UTC'`);
  return Number(row?.[0]);
}

/** Moves inputs of a retrieval to another state, with their recording if there is one. */
export async function moveItems(
  tx: Tx,
  retrievalId: string,
  inputs: readonly Input[],
  status: Status,
  mediaId: string | null,
): Promise<void> {
  await tx.rows(sql`
    update media_retrieval_item set status = ${status}, media_id = ${mediaId}
    where org_id = ${tx.orgId} and retrieval_id = ${retrievalId} and input = any(${inputs}::text[])`);
}
