import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { dataBody } from '../../../kernel/http/idempotency.ts';
import { firstProblem } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Data, OneOf, Page, Type } from '../../../kernel/schema.ts';
import { entityFilters, entityQuery, PAGE } from '../entities/list-query.ts';
import { ById, Deleted } from '../entities/paths.ts';
import { idFromPath } from '../external-ids/find.ts';
import { type PersonDocument, selectPeople } from '../people/document.ts';
import { hashPassword } from '../people/password.ts';
import { removeDriver } from '../people/remove.ts';
import { visibleTo } from '../tags/scope.ts';
import { checkDrivers } from './checks.ts';
import type { DriverWrite } from './merge.ts';
import { saveDrivers } from './save.ts';
import { CreateDriver, Driver, UpdateDriver } from './schema.ts';
import { serveDrivers } from './served.ts';

const read = { scope: 'Read Drivers', limit: '5/second' } as const;
const change = { scope: 'Write Drivers', limit: '100/minute' } as const;

/** Drivers in sight, as their documents. */
const selectDrivers = (database: Queryable, sight: Sight, rest: Sql): Promise<PersonDocument[]> =>
  selectPeople(
    database,
    sight.orgId,
    sql`and person.type = 'driver' ${visibleTo(sight, sql`person.id`)} ${rest}`,
  );

async function findDriver(database: Queryable, sight: Sight, text: string): Promise<PersonDocument> {
  const id = idFromPath(sight.orgId, 'driver', text);
  const [driver] = await selectDrivers(database, sight, sql`and person.id = ${id}`);
  if (!driver) throw notFound(`No driver ${text.slice(0, 100)}.`);
  return driver;
}

/** Writes one driver; answers them as served. */
async function saveDriver(tx: Tx, item: DriverWrite): Promise<string> {
  const [driver] = await serveDrivers(tx, tx, await saveDrivers(tx, [item], firstProblem));
  return dataBody(driver);
}

export const driverRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/fleet/drivers',
    {
      config: read,
      schema: {
        operationId: 'listDrivers',
        summary: 'Drivers, in the order of their ids',
        tags: ['Drivers'],
        querystring: Type.Object({
          ...entityQuery,
          driverActivationStatus: Type.Optional(
            OneOf(['active', 'deactivated'], { description: 'Which drivers.', default: 'active' }),
          ),
        }),
        response: { 200: Page(Driver, 'The drivers of this page.') },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = PAGE, driverActivationStatus: status = 'active' } = query;
      const { where, binding } = entityFilters(caller.orgId, 'driver', sql`person`, query);
      const { after, page } = paging(request, cursors, { ...binding, status });
      const rest = sql`and person.id > ${after[0] ?? '0'} and person.status = ${status} ${where}
        order by person.id limit ${limit + 1}`;
      const found = await selectDrivers(database, caller, rest);
      const drivers = await serveDrivers(database, caller, found);
      const reply = page(
        drivers,
        limit,
        (driver) => driver,
        ({ id }) => [id],
      );
      return jsonText(JSON.stringify(reply));
    },
  );

  app.post(
    '/fleet/drivers',
    {
      config: change,
      schema: {
        operationId: 'createDriver',
        summary: 'Add a driver',
        tags: ['Drivers'],
        body: CreateDriver,
        response: { 200: Data(Driver) },
      },
    },
    async ({ caller, body }) => {
      const item = { fields: body, passwordHash: await hashPassword(body.password) };
      checkDrivers([item], firstProblem, caller.now);
      return jsonText(await write(database, caller, (tx) => saveDriver(tx, item)));
    },
  );

  app.get(
    '/fleet/drivers/:id',
    {
      config: read,
      schema: {
        operationId: 'getDriver',
        summary: 'One driver, active or not',
        tags: ['Drivers'],
        params: ById,
        response: { 200: Data(Driver) },
      },
    },
    async ({ caller, params }) => {
      const found = await findDriver(database, caller, params.id);
      const [driver] = (await serveDrivers(database, caller, [found])) as [Driver];
      return { data: driver };
    },
  );

  app.patch(
    '/fleet/drivers/:id',
    {
      config: change,
      schema: {
        operationId: 'updateDriver',
        summary: 'Change a driver',
        description: 'Fields that are not sent stay; an empty text clears. Deactivating keeps every record.',
        tags: ['Drivers'],
        params: ById,
        body: UpdateDriver,
        response: { 200: Data(Driver) },
      },
    },
    async ({ caller, params, body }) => {
      const passwordHash = body.password ? await hashPassword(body.password) : undefined;
      checkDrivers([{ fields: body }], firstProblem, caller.now);
      const text = await write(database, caller, async (tx) => {
        const { id } = await findDriver(tx, tx, params.id);
        return saveDriver(tx, { id, fields: body, passwordHash });
      });
      return jsonText(text);
    },
  );

  app.delete(
    '/fleet/drivers/:id',
    {
      config: change,
      schema: {
        operationId: 'deleteDriver',
        summary: 'Delete a driver; records that name them stay',
        description: 'The user name, the external ids and the vehicle are free again. Nobody is erased.',
        tags: ['Drivers'],
        params: ById,
        response: { 204: Deleted },
      },
    },
    async ({ caller, params }) => {
      await write(database, caller, async (tx) => removeDriver(tx, (await findDriver(tx, tx, params.id)).id));
    },
  );
};
