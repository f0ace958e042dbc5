import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../../kernel/auth.ts';
import { type Sql, sql } from '../../../kernel/database.ts';
import { badRequest, invalid } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { type PageOf, pageOf } from '../../../kernel/lists.ts';
import { baseUrl } from '../../../kernel/signed-urls.ts';
import { parseTime } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import { listRecordings, MEDIA_PAGE, type Recording, type RecordingFilter } from './store.ts';
import { urlInfo } from './wire.ts';

/** What lists of recordings, today's and the older, are asked for. */
interface Query {
  startTime: string;
  endTime: string;
  availableAfterTime?: string;
  after?: string;
}

type Filters = Pick<RecordingFilter, 'inputs' | 'mediaTypes' | 'triggerReasons'>;

/** The time window of a list. @throws 400 when it is backwards, or longer than `hours`. */
export function windowOf(query: Query, hours = Number.POSITIVE_INFINITY) {
  const startTime = parseTime('startTime', query.startTime);
  const endTime = parseTime('endTime', query.endTime);
  if (endTime < startTime) throw invalid('endTime', 'it is before startTime.');
  if (Date.parse(endTime) - Date.parse(startTime) > hours * 3_600_000)
    throw invalid('endTime', `it is more than ${hours} hours after startTime. Ask for less at once.`);
  const availableAfterTime = query.availableAfterTime
    ? parseTime('availableAfterTime', query.availableAfterTime)
    : undefined;
  return { startTime, endTime, availableAfterTime };
}

/**
 * Reads one page of recordings; `toItem` words each for its dialect. `vehicles` is the condition on
 * `media.vehicle_id`, and `named` what the cursor is bound to for it.
 */
export async function recordingsPage<T extends object>(
  services: Services,
  request: FastifyRequest,
  operation: string,
  vehicles: { where: Sql; named: Record<string, readonly string[] | undefined> },
  filter: ReturnType<typeof windowOf> & Filters,
  toItem: (recording: Recording) => T,
): Promise<
  { data: { media: (T & { urlInfo: ReturnType<typeof urlInfo> })[] } } & Pick<PageOf<T>, 'pagination'>
> {
  const { database, cursors, clock } = services;
  const { caller } = request;
  const { after } = request.query as Query;
  const binding = { operation, orgId: caller.orgId, ...filter, ...vehicles.named };
  const [at, id] = after ? cursors.open(after, binding, clock.now()) : [];
  if (after && (!at || !id)) throw badRequest('invalid or expired pagination cursor');
  const scope = { ...filter, vehicles: sql`${vehicles.where} ${visible(caller)}` };
  const recordings = await listRecordings(database, caller.orgId, scope, at && id ? [at, id] : undefined);
  const base = baseUrl(services.publicUrl, request);
  const { data, pagination } = pageOf(
    recordings,
    MEDIA_PAGE,
    (recording) => ({ ...toItem(recording), urlInfo: urlInfo(services, caller.orgId, recording, base) }),
    (recording) => cursors.seal([recording.availableAt, recording.id], binding, clock.now()),
  );
  return { data: { media: data }, pagination };
}

const visible = (caller: Caller): Sql => visibleTo(caller, sql`media.vehicle_id`);
