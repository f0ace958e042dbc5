import type { Caller, Sight, Writer } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { ApiError, badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { parseTime, wireTime } from '../../../kernel/time.ts';
import { findVehicles, visibleTo } from '../../directory/index.ts';
import { addRecording, requireFits } from '../cameras/service.ts';
import type { Input } from '../cameras/vocabulary.ts';
import { linksTo } from '../cameras/wire.ts';
import type { FileFacts } from '../files/inline.ts';
import { mediaRetrieval } from './resource.ts';
import { MONTHLY_QUOTA, quotaStatus, RETRIEVAL_MOVES, spanOf } from './rules.ts';
import type { CreateRetrieval, FailRetrieval, FulfilRetrieval, RetrievedMedia } from './schema.ts';
import { findItems, type Item, insertRetrieval, moveItems, type NewRetrieval, quotaUsed } from './store.ts';

interface Retrieval {
  media: RetrievedMedia[];
}

/** An item as it is served; without `link`, as writes answer it. */
const toMedia = (item: Item, link?: ReturnType<typeof linksTo>): RetrievedMedia => ({
  vehicleId: item.vehicleId,
  mediaType: item.mediaType,
  startTime: item.startTime,
  endTime: item.endTime,
  ...(item.recording?.cameraRole ? { cameraRole: item.recording.cameraRole } : {}),
  ...(item.recording && link ? { urlInfo: link(item.recording.file) } : {}),
  input: item.input,
  status: item.status,
  ...(item.recording ? { availableAtTime: wireTime(item.recording.availableAt) } : {}),
});

/** The retrieval's items. @throws 404 when there is none, or its vehicle is out of the token's tags. */
async function requireItems(database: Queryable, sight: Sight, retrievalId: string): Promise<Item[]> {
  const id = retrievalId.toLowerCase();
  const visible = visibleTo(sight, sql`retrieval.vehicle_id`);
  const items = isUuid(id) ? await findItems(database, sight.orgId, id, visible) : [];
  if (items.length === 0) throw notFound(`No media retrieval ${retrievalId.slice(0, 60)}.`);
  return items;
}

/** What became of a retrieval, with links to what is there. */
export async function readRetrieval(
  { database, signedUrls }: Pick<Services, 'database' | 'signedUrls'>,
  caller: Caller,
  retrievalId: string,
  base: string,
): Promise<Retrieval> {
  const items = await requireItems(database, caller, retrievalId);
  const link = linksTo(signedUrls, caller.orgId, base, caller.now);
  return { media: items.map((item) => toMedia(item, link)) };
}

/** @throws 400 for times that do not fit the type; 404 for an unknown vehicle; 429 when the quota does not suffice. */
export async function createRetrieval(
  database: Services['database'],
  caller: Caller,
  body: CreateRetrieval,
): Promise<{ retrievalId: string; quotaStatus: string }> {
  const { quotaSeconds, ...span } = spanOf(body.mediaType, body, caller.now);
  const [vehicleId] = await findVehicles(database, caller, 'vehicleId', [body.vehicleId]);
  const inputs = [...new Set(body.inputs)];
  const retrieval = {
    id: newId(),
    vehicleId: vehicleId as string,
    mediaType: body.mediaType,
    inputs,
    ...span,
    quotaSeconds: quotaSeconds * inputs.length,
  };
  return addRetrieval(database, caller, retrieval);
}

/** Adds a checked retrieval. @throws 429 when the quota does not suffice. */
export const addRetrieval = (
  database: Services['database'],
  writer: Writer,
  retrieval: NewRetrieval,
): Promise<{ retrievalId: string; quotaStatus: string }> =>
  write(database, writer, async (tx) => {
    const before = await quotaUsed(tx);
    if (before + retrieval.quotaSeconds > MONTHLY_QUOTA)
      throw new ApiError(429, `The month’s quota does not suffice. ${quotaStatus(before)}`, {
        'retry-after': String(secondsToNextMonth(tx.at)),
      });
    await insertRetrieval(tx, retrieval);
    tx.changed(mediaRetrieval, 'create', [retrieval.id]);
    return { retrievalId: retrieval.id, quotaStatus: quotaStatus(before + retrieval.quotaSeconds) };
  });

/** From a time as PostgreSQL prints it. */
function secondsToNextMonth(at: string): number {
  const now = new Date(wireTime(at));
  return Math.ceil((Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1) - now.getTime()) / 1000);
}

/** Tells the ledger of a changed retrieval; answers it as it is served, without links. */
async function changed(tx: Tx, id: string): Promise<Retrieval> {
  tx.changed(mediaRetrieval, 'update', [id]);
  return { media: (await requireItems(tx, tx, id)).map((item) => toMedia(item)) };
}

/** Hands in the recording of one camera input. Answers the retrieval, without links. */
export async function fulfilRetrieval(
  database: Services['database'],
  writer: Writer,
  fields: FulfilRetrieval,
  file: FileFacts,
): Promise<Retrieval> {
  const id = fields.retrievalId.toLowerCase();
  return write(database, writer, async (tx) => {
    const item = itemFor(await requireItems(tx, tx, id), fields.input);
    requireFits(item.mediaType, file);
    const startAt = parseTime('startTime', fields.startTime ?? item.startTime);
    const endAt = parseTime(
      'endTime',
      fields.endTime ?? (fields.startTime && item.mediaType === 'image' ? startAt : item.endTime),
    );
    if (endAt < startAt) throw invalid('endTime', 'it is before startTime.');
    const recording = {
      id: newId(),
      vehicleId: item.vehicleId,
      input: item.input,
      mediaType: item.mediaType,
      triggerReason: 'api' as const,
      cameraRole: fields.cameraRole ?? null,
      startAt,
      endAt,
      fileId: file.id,
    };
    await addRecording(tx, recording, file);
    await moveItems(tx, id, [item.input], RETRIEVAL_MOVES.fulfil.to, recording.id);
    return changed(tx, id);
  });
}

/** The item that a recording is for. */
function itemFor(items: readonly Item[], input: Input | undefined): Item {
  const pending = items.filter(({ status }) => status === 'pending');
  if (!input && pending.length > 1)
    throw invalid(
      'input',
      `use one of ${pending.map((item) => item.input).join(', ')}: all of them are pending.`,
    );
  const item = input ? items.find((candidate) => candidate.input === input) : (pending[0] ?? items[0]);
  if (!item)
    throw invalid('input', `the retrieval asks for ${items.map((candidate) => candidate.input).join(', ')}.`);
  if (!RETRIEVAL_MOVES.fulfil.from.includes(item.status))
    throw badRequest(`The media of ${item.input} is available already.`);
  return item;
}

const FAILURES = {
  failed: RETRIEVAL_MOVES.fail,
  invalid: RETRIEVAL_MOVES.markInvalid,
  unavailable: RETRIEVAL_MOVES.markUnavailable,
};

/** Says that a recording will not come. Answers the retrieval, without links. */
export async function failRetrieval(
  database: Services['database'],
  writer: Writer,
  { retrievalId, input, status = 'failed' }: FailRetrieval,
): Promise<Retrieval> {
  const id = retrievalId.toLowerCase();
  return write(database, writer, async (tx) => {
    const items = await requireItems(tx, tx, id);
    const named = items.filter((item) => !input || item.input === input);
    if (named.length === 0)
      throw invalid('input', `the retrieval asks for ${items.map((item) => item.input).join(', ')}.`);
    const pending = named.filter((item) => FAILURES[status].from.includes(item.status));
    if (pending.length === 0)
      throw badRequest(
        `Nothing is pending: ${named.map((item) => `${item.input} is ${item.status}`).join(', ')}.`,
      );
    await moveItems(
      tx,
      id,
      pending.map((item) => item.input),
      status,
      null,
    );
    return changed(tx, id);
  });
}
