import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { dataBody } from '../../../kernel/http/idempotency.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
import { Deleted } from '../entities/paths.ts';
import { type AttributeDocument, selectAttributes } from './document.ts';
import { removeAttribute, saveAttribute } from './save.ts';
import { Attribute, AttributeExpanded, CreateAttribute, EntityType, UpdateAttribute } from './schema.ts';
import { toAttribute, toExpanded } from './served.ts';
import { selectHolders } from './store.ts';

const read = { scope: 'Read Attributes', limit: '5/second' } as const;
const change = { scope: 'Write Attributes', limit: '100/minute' } as const;

const AttributeId = Type.Object({ id: Type.String({ description: 'Id of the attribute, a UUID.' }) });
const OfType = Type.Object({ entityType: EntityType });
const FIRST = '00000000-0000-0000-0000-000000000000';

async function findAttribute(
  database: Queryable,
  orgId: string,
  entityType: 'driver' | 'asset',
  id: string,
): Promise<AttributeDocument> {
  const which = sql`and attribute.id = ${id} and attribute.entity_type = ${entityType}`;
  const [attribute] = isUuid(id) ? await selectAttributes(database, orgId, which) : [];
  if (!attribute) throw notFound(`No ${entityType} attribute ${id.slice(0, 100)}.`);
  return attribute;
}

/** An attribute with the holders in sight, as the text of a reply. */
const expanded = async (database: Queryable, sight: Sight, document: AttributeDocument): Promise<string> =>
  dataBody(toExpanded(document, await selectHolders(database, sight, document)));

export const attributeRoutes: Routes = (app, { database, cursors }) => {
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
    async (request) => {
      const { entityType, limit = PAGE } = request.query;
      const { after, page } = paging(request, cursors, { entityType });
      const rest = sql`and attribute.id > ${after[0] ?? FIRST} and attribute.entity_type = ${entityType}
        order by attribute.id limit ${limit + 1}`;
      const attributes = await selectAttributes(database, request.caller.orgId, rest);
      return jsonText(JSON.stringify(page(attributes, limit, toAttribute, ({ id }) => [id])));
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
    async ({ caller, body }) => {
      const text = await write(database, caller, async (tx) =>
        expanded(tx, tx, await saveAttribute(tx, undefined, body)),
      );
      return jsonText(text);
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
    async ({ caller, params, query }) => {
      const found = await findAttribute(database, caller.orgId, query.entityType, params.id);
      return jsonText(await expanded(database, caller, found));
    },
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
    async ({ caller, params, body }) => {
      const text = await write(database, caller, async (tx) => {
        const before = await findAttribute(tx, tx.orgId, body.entityType, params.id);
        return expanded(tx, tx, await saveAttribute(tx, before, body));
      });
      return jsonText(text);
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
    async ({ caller, params, query }) => {
      await write(database, caller, async (tx) =>
        removeAttribute(tx, await findAttribute(tx, tx.orgId, query.entityType, params.id)),
      );
    },
  );
};
