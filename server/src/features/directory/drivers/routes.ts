import { sql } from '../../../kernel/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { dataBody } from '../../../kernel/idempotency.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { firstProblem } from '../../../kernel/problems.ts';
import { Data, OneOf, Page, Type } from '../../../kernel/schema.ts';
import { idFromPath } from '../entities/links.ts';
import { entityFilters, entityQuery, PAGE } from '../entities/list-query.ts';
import { hashPassword } from '../people/password.ts';
import { visibleTo } from '../tags/scope.ts';
import { ById } from '../wire.ts';
import { checkDrivers } from './checks.ts';
import { CreateDriver, Driver, UpdateDriver } from './schema.ts';
import { saveDrivers } from './service.ts';
import { selectDrivers } from './store.ts';

const read = { scope: 'Read Drivers', limit: '5/second' } as const;
const change = { scope: 'Write Drivers', limit: '100/minute' } as const;

export const driverRoutes: Routes = (app, { database, cursors, clock }) => {
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
    async ({ caller, query }, reply) => {
      const { limit = PAGE, after, driverActivationStatus: status = 'active' } = query;
      const { where, binding } = entityFilters(caller.orgId, 'driver', sql`person`, query);
      const bound = { ...binding, operation: 'drivers', orgId: caller.orgId, status };
      const [from = '0'] = after ? cursors.open(after, bound, clock.now()) : [];
      const drivers = await selectDrivers(
        database,
        caller.orgId,
        sql`and person.id > ${from} and person.status = ${status} ${where} ${visibleTo(caller, sql`person.id`)}`,
        limit + 1,
      );
      const page = pageOf(
        drivers,
        limit,
        (driver) => driver,
        ({ id }) => cursors.seal([id], bound, clock.now()),
      );
      return sendJson(reply, JSON.stringify(page));
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
    async ({ caller, body }, reply) => {
      const item = { fields: body, passwordHash: await hashPassword(body.password) };
      checkDrivers([item], firstProblem, clock.now());
      const text = await write(database, caller, async (tx, stamp) => {
        const [driver] = await saveDrivers(tx, stamp, caller, [item], firstProblem);
        return dataBody(driver);
      });
      return sendJson(reply, text);
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
      const id = idFromPath(caller.orgId, 'driver', params.id);
      const [driver] = await selectDrivers(
        database,
        caller.orgId,
        sql`and person.id = ${id} ${visibleTo(caller, sql`person.id`)}`,
        1,
      );
      if (!driver) throw notFound(`No driver ${params.id.slice(0, 100)}.`);
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
    async ({ caller, params, body }, reply) => {
      const passwordHash = body.password ? await hashPassword(body.password) : undefined;
      checkDrivers([{ fields: body }], firstProblem, clock.now());
      const ref = idFromPath(caller.orgId, 'driver', params.id);
      const text = await write(database, caller, async (tx, stamp) => {
        const [found] = await tx.rows(sql`
          select id from person where org_id = ${caller.orgId} and type = 'driver' and id = ${ref}
            ${visibleTo(caller, sql`person.id`)}`);
        if (!found) throw notFound(`No driver ${params.id.slice(0, 100)}.`);
        const item = { id: found[0] as string, fields: body, passwordHash };
        const [driver] = await saveDrivers(tx, stamp, caller, [item], firstProblem);
        return dataBody(driver);
      });
      return sendJson(reply, text);
    },
  );
};
