import type { FastifyRequest } from 'fastify';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { type PageOf, paging } from '../../../kernel/pages/lists.ts';
import type { Static } from '../../../kernel/schema.ts';
import { type Template, TemplatesPage, TemplatesQuery } from './schema.ts';
import { requireTemplates } from './service.ts';
import { listTemplates, TEMPLATE_PAGE } from './store.ts';

/** Reads one page of templates; `toItem` words each for its dialect. */
export async function templatesPage<T>(
  { database, cursors }: Services,
  request: FastifyRequest<{ Querystring: Static<typeof TemplatesQuery> }>,
  toItem: (template: Template) => T,
): Promise<PageOf<T>> {
  const { caller, query } = request;
  const ids = query.ids && uuids('ids', query.ids);
  const { after, page } = paging(request, cursors, { ids });
  if (ids) await requireTemplates(database, caller.orgId, 'ids', ids);
  const templates = await listTemplates(database, caller.orgId, ids, after[0]);
  return page(templates, TEMPLATE_PAGE, toItem, ({ id }) => [id]);
}

export const templateRoutes: Routes = (app, services) => {
  app.get(
    '/form-templates',
    {
      config: { scope: 'Read Form Submissions', limit: '5/second' },
      schema: {
        operationId: 'getFormTemplates',
        summary: 'List form templates',
        description: 'All templates, or those of the ids, in their present revisions, page by page.',
        tags: ['Forms'],
        querystring: TemplatesQuery,
        response: { 200: TemplatesPage },
      },
    },
    (request) => templatesPage(services, request, (template) => template),
  );
};
