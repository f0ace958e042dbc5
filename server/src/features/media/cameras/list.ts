import type { FastifyRequest } from 'fastify';
import { type Sql, sql } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { type PageOf, paging } from '../../../kernel/pages/lists.ts';
import { parseTime } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import type { RecordingDocument } from './schema.ts';
import { listRecordings, MEDIA_PAGE, type RecordingFilter } from './store.ts';
import { linksTo } from './wire.ts';

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
  request: FastifyRequest<{ Querystring: Query }>,
  vehicles: { where: Sql; named: Record<string, readonly string[] | undefined> },
  filter: ReturnType<typeof windowOf> & Filters,
  toItem: (recording: RecordingDocument) => T,
): Promise<
  { data: { media: (T & { urlInfo: ReturnType<ReturnType<typeof linksTo>> })[] } } & Pick<
    PageOf<T>,
    'pagination'
  >
> {
  const { database, cursors, signedUrls, publicUrl } = services;
  const { caller } = request;
  const { after, page } = paging(request, cursors, { ...filter, ...vehicles.named });
  const seen = sql`${vehicles.where} ${visibleTo(caller, sql`media.vehicle_id`)}`;
  const recordings = await listRecordings(database, caller.orgId, { ...filter, vehicles: seen }, after);
  const link = linksTo(signedUrls, caller.orgId, baseUrl(publicUrl, request), caller.now);
  const { data, pagination } = page(
    recordings,
    MEDIA_PAGE,
    ({ document }) => ({ ...toItem(document), urlInfo: link(document.file) }),
    ({ availableAt, document }) => [availableAt, document.id],
  );
  return { data: { media: data }, pagination };
}
