import type { FastifyRequest } from 'fastify';
import type { Queryable, Sql } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { shortTime } from '../../../kernel/time.ts';
import { readSettings } from '../settings/store.ts';
import { groupCondition } from './filter.ts';
import { DriversPage, DriversQuery, VehiclesPage, VehiclesQuery } from './schema.ts';
import { type DataFormat, type Group, storedAmong, sumHours } from './store.ts';
import { cutHours, type Range, readWindow } from './window.ts';
import { figures } from './wire.ts';

const scope = 'Read Driver Efficiency';
/** Drivers or vehicles a page. */
const PAGE = 512;

/** The operations at `prefix`: today's paths, or the older ones below /preview, which are alike. */
export const efficiencyRoutes =
  (prefix: '' | '/preview'): Routes =>
  (app, services) => {
    const tags = [prefix ? 'Preview' : 'Driver Efficiency'];
    const note = prefix ? ' (older path)' : '';
    app.get(
      `${prefix}/driver-efficiency/drivers`,
      {
        config: { scope, limit: '10/second' },
        schema: {
          operationId: prefix ? 'previewGetDriverEfficiencyByDrivers' : 'getDriverEfficiencyByDrivers',
          summary: `How efficiently drivers drove${note}`,
          tags,
          querystring: DriversQuery,
          response: { 200: DriversPage },
        },
      },
      async (request) => jsonText(await efficiencyPage(services, request, 'driver', request.query.driverIds)),
    );
    app.get(
      `${prefix}/driver-efficiency/vehicles`,
      {
        config: { scope, limit: '5/second' },
        schema: {
          operationId: prefix ? 'previewGetDriverEfficiencyByVehicles' : 'getDriverEfficiencyByVehicles',
          summary: `How efficiently vehicles were driven${note}`,
          tags,
          querystring: VehiclesQuery,
          response: { 200: VehiclesPage },
        },
      },
      async (request) =>
        jsonText(await efficiencyPage(services, request, 'vehicle', request.query.vehicleIds)),
    );
  };

interface EfficiencyQuery {
  startTime: string;
  endTime: string;
  tagIds?: string[];
  parentTagIds?: string[];
  dataFormats?: DataFormat[];
  after?: string;
}

/** One page as JSON. */
async function efficiencyPage(
  { database, cursors }: Services,
  request: FastifyRequest<{ Querystring: EfficiencyQuery }>,
  group: Group,
  ids: string[] | undefined,
): Promise<string> {
  const { caller, query } = request;
  const { tagIds, parentTagIds, dataFormats = ['score'] } = query;
  const { orgId } = caller;
  const window = readWindow(query, caller.now);
  const { after, page } = paging(request, cursors, { ...window, ids, tagIds, parentTagIds, dataFormats });
  const where = await groupCondition(database, caller, group, { ids, tagIds, parentTagIds });
  await refuseCutHours(database, orgId, window, where);
  const settings = await readSettings(database, orgId);
  const rows = await sumHours(
    database,
    orgId,
    group,
    window,
    { where, after: after[0] ?? '0', limit: PAGE + 1 },
    dataFormats,
  );
  const toItem = ({ id, sums }: (typeof rows)[number]) => ({
    [`${group}Id`]: id,
    ...figures(settings, sums, dataFormats),
  });
  return JSON.stringify(page(rows, PAGE, toItem, ({ id }) => [id]));
}

/**
 * In a zone of half hours a window begins in the middle of an hour of UTC, by which hours are stored: it is exact
 * unless there is such an hour, which nobody can divide.
 */
async function refuseCutHours(database: Queryable, orgId: string, window: Range, where: Sql): Promise<void> {
  const cut = cutHours(window);
  const hour = cut.length > 0 ? await storedAmong(database, orgId, cut, where) : undefined;
  const found = cut.find((one) => one.hour === hour);
  if (found)
    throw invalid(
      found.field,
      `it lies within the hour of ${shortTime(found.hour)}, which has data and cannot be divided. Hours are stored by UTC: use a whole hour in UTC.`,
    );
}
