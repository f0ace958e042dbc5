import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { dataBody } from '../../../kernel/http/idempotency.ts';
import { firstProblem } from '../../../kernel/http/problems.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { entityFilters, entityQuery, PAGE } from '../entities/list-query.ts';
import { ById } from '../entities/paths.ts';
import { idFromPath } from '../external-ids/find.ts';
import { visibleTo } from '../tags/scope.ts';
import { selectVehicles, type VehicleDocument } from './document.ts';
import { saveVehicles } from './save.ts';
import { UpdateVehicle, Vehicle } from './schema.ts';
import { serveVehicles } from './served.ts';

const read = { scope: 'Read Vehicles', limit: '5/second' } as const;
const change = { scope: 'Write Vehicles', limit: '100/minute' } as const;

/** Vehicles in sight, as their documents. */
const select = (database: Queryable, sight: Sight, rest: Sql): Promise<VehicleDocument[]> =>
  selectVehicles(database, sight.orgId, sql`${visibleTo(sight, sql`vehicle.id`)} ${rest}`);

async function findVehicle(database: Queryable, sight: Sight, text: string): Promise<VehicleDocument> {
  const id = idFromPath(sight.orgId, 'vehicle', text);
  const [vehicle] = await select(database, sight, sql`and vehicle.id = ${id}`);
  if (!vehicle) throw notFound(`No vehicle ${text.slice(0, 100)}.`);
  return vehicle;
}

export const vehicleRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/fleet/vehicles',
    {
      config: { ...read, limit: '25/second' },
      schema: {
        operationId: 'listVehicles',
        summary: 'Vehicles, in the order of their ids',
        tags: ['Vehicles'],
        querystring: Type.Object(entityQuery),
        response: { 200: Page(Vehicle, 'The vehicles of this page.') },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = PAGE } = query;
      const { where, binding } = entityFilters(caller.orgId, 'asset', sql`vehicle`, query);
      const { after, page } = paging(request, cursors, binding);
      const rest = sql`and vehicle.id > ${after[0] ?? '0'} ${where} order by vehicle.id limit ${limit + 1}`;
      const vehicles = await serveVehicles(database, caller, await select(database, caller, rest));
      const reply = page(
        vehicles,
        limit,
        (vehicle) => vehicle,
        ({ id }) => [id],
      );
      return jsonText(JSON.stringify(reply));
    },
  );

  app.get(
    '/fleet/vehicles/:id',
    {
      config: read,
      schema: {
        operationId: 'getVehicle',
        summary: 'One vehicle',
        tags: ['Vehicles'],
        params: ById,
        response: { 200: Data(Vehicle) },
      },
    },
    async ({ caller, params }) => {
      const found = await findVehicle(database, caller, params.id);
      const [vehicle] = (await serveVehicles(database, caller, [found])) as [Vehicle];
      return { data: vehicle };
    },
  );

  app.patch(
    '/fleet/vehicles/:id',
    {
      config: change,
      schema: {
        operationId: 'updateVehicle',
        summary: 'Change a vehicle',
        description: 'Fields that are not sent stay; an empty text clears.',
        tags: ['Vehicles'],
        params: ById,
        body: UpdateVehicle,
        response: { 200: Data(Vehicle) },
      },
    },
    async ({ caller, params, body }) => {
      const text = await write(database, caller, async (tx) => {
        const { id } = await findVehicle(tx, tx, params.id);
        const saved = await saveVehicles(tx, [{ id, fields: body }], firstProblem);
        return dataBody((await serveVehicles(tx, tx, saved))[0]);
      });
      return jsonText(text);
    },
  );
};
