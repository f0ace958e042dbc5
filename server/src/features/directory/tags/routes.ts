import type { Caller, Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { dataBody } from '../../../kernel/http/idempotency.ts';
import { firstProblem } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
import { ById, Deleted } from '../entities/paths.ts';
import { idFromPath } from '../external-ids/find.ts';
import { selectTags, type TagDocument } from './document.ts';
import { removeTag } from './remove.ts';
import { saveTags, type TagWrite } from './save.ts';
import { CreateTag, PatchTag, ReplaceTag, Tag, type TagFields } from './schema.ts';
import { visibleTag } from './scope.ts';
import { serveTags } from './served.ts';

const read = { scope: 'Read Tags', limit: '5/second' } as const;
const change = { scope: 'Write Tags', limit: '100/minute' } as const;

async function findTag(database: Queryable, sight: Sight, text: string): Promise<TagDocument> {
  const id = idFromPath(sight.orgId, 'tag', text);
  const which = sql`and tag.id = ${id} ${visibleTag(sight, sql`tag.id`)}`;
  const [tag] = await selectTags(database, sight.orgId, which);
  if (!tag) throw notFound(`No tag ${text.slice(0, 100)}.`);
  return tag;
}

/** Writes one tag; answers it as served. */
async function saveTag(tx: Tx, item: TagWrite): Promise<string> {
  const [tag] = await serveTags(tx, tx, await saveTags(tx, [item], firstProblem));
  return dataBody(tag);
}

export const tagRoutes: Routes = (app, { database, cursors }) => {
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
    async (request) => {
      const { caller, query } = request;
      const { limit = PAGE } = query;
      const { after, page } = paging(request, cursors);
      const rest = sql`and tag.id > ${after[0] ?? '0'} ${visibleTag(caller, sql`tag.id`)}
        order by tag.id limit ${limit + 1}`;
      const tags = await serveTags(database, caller, await selectTags(database, caller.orgId, rest));
      const reply = page(
        tags,
        limit,
        (tag) => tag,
        ({ id }) => [id],
      );
      return jsonText(JSON.stringify(reply));
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
    async ({ caller, body }) =>
      jsonText(await write(database, caller, (tx) => saveTag(tx, { fields: body }))),
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
    async ({ caller, params }) => {
      const found = await findTag(database, caller, params.id);
      const [tag] = (await serveTags(database, caller, [found])) as [Tag];
      return { data: tag };
    },
  );

  const update = async (caller: Caller, text: string, fields: TagFields) =>
    jsonText(
      await write(database, caller, async (tx) => {
        const { id } = await findTag(tx, tx, text);
        return saveTag(tx, { id, fields });
      }),
    );

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
    ({ caller, params, body }) => update(caller, params.id, body),
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
    ({ caller, params, body }) => {
      const none = { addresses: [], assets: [], drivers: [], machines: [], sensors: [], vehicles: [] };
      return update(caller, params.id, { ...none, ...body, externalIds: undefined });
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
    async ({ caller, params }) => {
      await write(database, caller, async (tx) => removeTag(tx, await findTag(tx, tx, params.id)));
    },
  );
};
