import { sql } from '../../../kernel/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { dataBody } from '../../../kernel/idempotency.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { firstProblem } from '../../../kernel/problems.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { idFromPath } from '../entities/links.ts';
import { entityFilters, entityQuery, PAGE } from '../entities/list-query.ts';
import { visibleTo } from '../tags/scope.ts';
import { ById } from '../wire.ts';
import { UpdateVehicle, Vehicle } from './schema.ts';
import { saveVehicles } from './service.ts';
import { selectVehicles } from './store.ts';

const read = { scope: 'Read Vehicles', limit: '5/second' } as const;
const change = { scope: 'Write Vehicles', limit: '100/minute' } as const;

export const vehicleRoutes: Routes = (app, { database, cursors, clock }) => {
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
    async ({ caller, query }, reply) => {
      const { limit = PAGE, after } = query;
      const { where, binding } = entityFilters(caller.orgId, 'asset', sql`vehicle`, query);
      const bound = { ...binding, operation: 'vehicles', orgId: caller.orgId };
      const [from = '0'] = after ? cursors.open(after, bound, clock.now()) : [];
      const vehicles = await selectVehicles(
        database,
        caller.orgId,
        sql`and vehicle.id > ${from} ${where} ${visibleTo(caller, sql`vehicle.id`)}`,
        limit + 1,
      );
      const page = pageOf(
        vehicles,
        limit,
        (vehicle) => vehicle,
        ({ id }) => cursors.seal([id], bound, clock.now()),
      );
      return sendJson(reply, JSON.stringify(page));
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
      const id = idFromPath(caller.orgId, 'vehicle', params.id);
      const [vehicle] = await selectVehicles(
        database,
        caller.orgId,
        sql`and vehicle.id = ${id} ${visibleTo(caller, sql`vehicle.id`)}`,
        1,
      );
      if (!vehicle) throw notFound(`No vehicle ${params.id.slice(0, 100)}.`);
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
    async ({ caller, params, body }, reply) => {
      const ref = idFromPath(caller.orgId, 'vehicle', params.id);
      const text = await write(database, caller, async (tx, stamp) => {
        const [found] = await tx.rows(sql`
          select id from vehicle where org_id = ${caller.orgId} and id = ${ref}
            ${visibleTo(caller, sql`vehicle.id`)}`);
        if (!found) throw notFound(`No vehicle ${params.id.slice(0, 100)}.`);
        const item = { id: found[0] as string, fields: body };
        const [vehicle] = await saveVehicles(tx, stamp, caller, [item], firstProblem);
        return dataBody(vehicle);
      });
      return sendJson(reply, text);
    },
  );
};
