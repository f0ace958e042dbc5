import { type Queryable, sql } from '../../../kernel/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { dataBody } from '../../../kernel/idempotency.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { firstProblem } from '../../../kernel/problems.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { idFromPath } from '../entities/links.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
import { type Scope, visibleTag } from './links.ts';
import { ById, Deleted } from '../wire.ts';
import { CreateTag, PatchTag, ReplaceTag, Tag, type TagFields } from './schema.ts';
import { removeTag, saveTags } from './service.ts';
import { selectTags } from './store.ts';

const read = { scope: 'Read Tags', limit: '5/second' } as const;
const change = { scope: 'Write Tags', limit: '100/minute' } as const;

async function findTag(database: Queryable, scope: Scope, text: string): Promise<Tag> {
  const id = idFromPath(scope.orgId, 'tag', text);
  const [tag] = await selectTags(
    database,
    scope.orgId,
    sql`and tag.id = ${id} ${visibleTag(scope, sql`tag.id`)}`,
    1,
  );
  if (!tag) throw notFound(`No tag ${text.slice(0, 100)}.`);
  return tag;
}

export const tagRoutes: Routes = (app, { database, cursors, clock }) => {
  app.get(
    '/tags',
    {
      config: read,
      schema: {
        operationId: 'listTags',
        summary: 'Tags with their members, in the order of their ids',
        tags: ['Tags'],
        querystring: Type.Object(pageQuery),
        response: { 200: Page(Tag, 'The tags of this page.') },
      },
    },
    async ({ caller, query: { limit = PAGE, after } }, reply) => {
      const bound = { operation: 'tags', orgId: caller.orgId };
      const [from = '0'] = after ? cursors.open(after, bound, clock.now()) : [];
      const where = sql`and tag.id > ${from} ${visibleTag(caller, sql`tag.id`)}`;
      const tags = await selectTags(database, caller.orgId, where, limit + 1);
      const page = pageOf(
        tags,
        limit,
        (tag) => tag,
        ({ id }) => cursors.seal([id], bound, clock.now()),
      );
      return sendJson(reply, JSON.stringify(page));
    },
  );

  app.post(
    '/tags',
    {
      config: change,
      schema: {
        operationId: 'createTag',
        summary: 'Add a tag',
        tags: ['Tags'],
        body: CreateTag,
        response: { 200: Data(Tag) },
      },
    },
    async ({ caller, body }, reply) => {
      const text = await write(database, caller, async (tx, stamp) => {
        const [tag] = await saveTags(tx, stamp, caller, [{ fields: body }], firstProblem);
        return dataBody(tag);
      });
      return sendJson(reply, text);
    },
  );

  app.get(
    '/tags/:id',
    {
      config: read,
      schema: {
        operationId: 'getTag',
        summary: 'One tag',
        tags: ['Tags'],
        params: ById,
        response: { 200: Data(Tag) },
      },
    },
    async ({ caller, params }) => ({ data: await findTag(database, caller, params.id) }),
  );

  const update = (caller: Parameters<typeof write>[1] & Scope, text: string, fields: TagFields) =>
    write(database, caller, async (tx, stamp) => {
      const { id } = await findTag(tx, caller, text);
      const [tag] = await saveTags(tx, stamp, caller, [{ id, fields }], firstProblem);
      return dataBody(tag);
    });

  app.patch(
    '/tags/:id',
    {
      config: change,
      schema: {
        operationId: 'patchTag',
        summary: 'Change a tag',
        description:
          'A JSON merge patch: what is not sent stays, a list replaces the whole list, null empties.',
        tags: ['Tags'],
        params: ById,
        body: PatchTag,
        response: { 200: Data(Tag) },
      },
    },
    async ({ caller, params, body }, reply) => sendJson(reply, await update(caller, params.id, body)),
  );

  app.put(
    '/tags/:id',
    {
      config: change,
      schema: {
        operationId: 'replaceTag',
        summary: 'Replace the members of a tag',
        description:
          'Every member list becomes what is sent; a list that is not sent becomes empty. Name, parent and external ids that are not sent stay.',
        tags: ['Tags'],
        params: ById,
        body: ReplaceTag,
        response: { 200: Data(Tag) },
      },
    },
    async ({ caller, params, body }, reply) => {
      const none = { addresses: [], assets: [], drivers: [], machines: [], sensors: [], vehicles: [] };
      return sendJson(reply, await update(caller, params.id, { ...none, ...body, externalIds: undefined }));
    },
  );

  app.delete(
    '/tags/:id',
    {
      config: change,
      schema: {
        operationId: 'deleteTag',
        summary: 'Delete a tag for good',
        description: 'Its members lose it; tags below it move up to the tag above it.',
        tags: ['Tags'],
        params: ById,
        response: { 204: Deleted },
      },
    },
    async ({ caller, params }, reply) => {
      reply.code(204);
      await write(database, caller, async (tx, stamp) =>
        removeTag(tx, stamp, caller, await findTag(tx, caller, params.id)),
      );
      return reply.send('');
    },
  );
};
