import { type Queryable, sql } from '../../../kernel/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { dataBody } from '../../../kernel/idempotency.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
import type { Scope } from '../tags/links.ts';
import { Deleted } from '../wire.ts';
import { Attribute, AttributeExpanded, CreateAttribute, EntityType, UpdateAttribute } from './schema.ts';
import { removeAttribute, requireWholeOrganization, saveAttribute } from './service.ts';
import { selectAttributes, selectExpanded } from './store.ts';

const read = { scope: 'Read Attributes', limit: '5/second' } as const;
const change = { scope: 'Write Attributes', limit: '100/minute' } as const;

const AttributeId = Type.Object({ id: Type.String({ description: 'Id of the attribute, a UUID.' }) });
const OfType = Type.Object({ entityType: EntityType });
const FIRST = '00000000-0000-0000-0000-000000000000';

async function findAttribute(
  database: Queryable,
  scope: Scope,
  entityType: 'driver' | 'asset',
  id: string,
): Promise<AttributeExpanded> {
  const attribute = isUuid(id) ? await selectExpanded(database, scope, entityType, id) : undefined;
  if (!attribute) throw notFound(`No ${entityType} attribute ${id.slice(0, 100)}.`);
  return attribute;
}

export const attributeRoutes: Routes = (app, { database, cursors, clock }) => {
  app.get(
    '/attributes',
    {
      config: read,
      schema: {
        operationId: 'getAttributesByEntityType',
        summary: 'Attributes of drivers or of assets, in the order of their ids',
        tags: ['Attributes'],
        querystring: Type.Object({ entityType: EntityType, ...pageQuery }),
        response: { 200: Page(Attribute, 'The attributes of this page.') },
      },
    },
    async ({ caller, query: { entityType, limit = PAGE, after } }, reply) => {
      const bound = { operation: 'attributes', orgId: caller.orgId, entityType };
      const [from = FIRST] = after ? cursors.open(after, bound, clock.now()) : [];
      const where = sql`and attribute.id > ${from} and attribute.entity_type = ${entityType}`;
      const attributes = await selectAttributes(database, caller.orgId, where, limit + 1);
      const page = pageOf(
        attributes,
        limit,
        (attribute) => attribute,
        ({ id }) => cursors.seal([id], bound, clock.now()),
      );
      return sendJson(reply, JSON.stringify(page));
    },
  );

  app.post(
    '/attributes',
    {
      config: change,
      schema: {
        operationId: 'createAttribute',
        summary: 'Add an attribute, and give it to drivers or vehicles',
        tags: ['Attributes'],
        body: CreateAttribute,
        response: { 200: Data(AttributeExpanded) },
      },
    },
    async ({ caller, body }, reply) => {
      requireWholeOrganization(caller);
      const text = await write(database, caller, async (tx, stamp) =>
        dataBody(await saveAttribute(tx, stamp, caller, undefined, body)),
      );
      return sendJson(reply, text);
    },
  );

  app.get(
    '/attributes/:id',
    {
      config: read,
      schema: {
        operationId: 'getAttribute',
        summary: 'One attribute, with the drivers or vehicles that have a value',
        tags: ['Attributes'],
        params: AttributeId,
        querystring: OfType,
        response: { 200: Data(AttributeExpanded) },
      },
    },
    async ({ caller, params, query }, reply) =>
      sendJson(reply, dataBody(await findAttribute(database, caller, query.entityType, params.id))),
  );

  app.patch(
    '/attributes/:id',
    {
      config: change,
      schema: {
        operationId: 'updateAttribute',
        summary: 'Change an attribute, and give it to drivers or vehicles',
        description:
          'What is not sent stays. Offered values that are no longer listed are taken off whatever has them; an entity without values loses the attribute.',
        tags: ['Attributes'],
        params: AttributeId,
        body: UpdateAttribute,
        response: { 200: Data(AttributeExpanded) },
      },
    },
    async ({ caller, params, body }, reply) => {
      requireWholeOrganization(caller);
      const text = await write(database, caller, async (tx, stamp) => {
        const before = await findAttribute(tx, caller, body.entityType, params.id);
        return dataBody(await saveAttribute(tx, stamp, caller, before, body));
      });
      return sendJson(reply, text);
    },
  );

  app.delete(
    '/attributes/:id',
    {
      config: change,
      schema: {
        operationId: 'deleteAttribute',
        summary: 'Delete an attribute, and its values wherever they are',
        tags: ['Attributes'],
        params: AttributeId,
        querystring: OfType,
        response: { 204: Deleted },
      },
    },
    async ({ caller, params, query }, reply) => {
      requireWholeOrganization(caller);
      reply.code(204);
      await write(database, caller, async (tx, stamp) =>
        removeAttribute(
          tx,
          stamp,
          caller.orgId,
          await findAttribute(tx, caller, query.entityType, params.id),
        ),
      );
      return reply.send('');
    },
  );
};
