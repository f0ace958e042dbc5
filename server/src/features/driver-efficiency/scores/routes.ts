import type { Caller } from '../../../kernel/auth.ts';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { readSettings } from '../settings/store.ts';
import { groupCondition } from './filter.ts';
import { DriversPage, DriversQuery, VehiclesPage, VehiclesQuery } from './schema.ts';
import { type DataFormat, type Group, sumHours } from './store.ts';
import { readWindow } from './window.ts';
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
      async ({ caller, query }, reply) => {
        const { driverIds: ids, ...rest } = query;
        return sendJson(reply, await page(services, caller, 'driver', { ids, ...rest }));
      },
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
      async ({ caller, query }, reply) => {
        const { vehicleIds: ids, ...rest } = query;
        return sendJson(reply, await page(services, caller, 'vehicle', { ids, ...rest }));
      },
    );
  };

interface EfficiencyQuery {
  startTime: string;
  endTime: string;
  ids?: string[];
  tagIds?: string[];
  parentTagIds?: string[];
  dataFormats?: DataFormat[];
  after?: string;
}

/** One page as JSON. */
async function page(
  { database, cursors, clock }: Services,
  caller: Caller,
  group: Group,
  query: EfficiencyQuery,
): Promise<string> {
  const { ids, tagIds, parentTagIds, dataFormats = ['score'], after } = query;
  const now = clock.now();
  const window = readWindow(query, now);
  const { orgId } = caller;
  const binding = {
    operation: `efficiency-${group}`,
    orgId,
    ...window,
    ids,
    tagIds,
    parentTagIds,
    dataFormats,
  };
  const [from = '0'] = after ? cursors.open(after, binding, now) : [];
  const where = await groupCondition(database, caller, group, { ids, tagIds, parentTagIds });
  const settings = await readSettings(database, orgId);
  const rows = await sumHours(
    database,
    orgId,
    group,
    window,
    { where, after: from, limit: PAGE + 1 },
    dataFormats,
  );
  return JSON.stringify(
    pageOf(
      rows,
      PAGE,
      ({ id, sums }) => ({ [`${group}Id`]: id, ...figures(settings, sums, dataFormats) }),
      ({ id }) => cursors.seal([id], binding, now),
    ),
  );
}
