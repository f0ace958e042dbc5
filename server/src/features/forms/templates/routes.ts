import type { Routes, Services } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { type PageOf, pageOf } from '../../../kernel/lists.ts';
import type { Static } from '../../../kernel/schema.ts';
import { type Template, TemplatesPage, TemplatesQuery } from './schema.ts';
import { requireTemplates } from './service.ts';
import { listTemplates, TEMPLATE_PAGE } from './store.ts';

/** Reads one page of templates; `toItem` words each for its dialect. */
export async function templatesPage<T>(
  { database, cursors, clock }: Services,
  orgId: string,
  query: Static<typeof TemplatesQuery>,
  toItem: (template: Template) => T,
): Promise<PageOf<T>> {
  const ids = query.ids && uuids('ids', query.ids);
  const binding = { operation: 'form-templates', orgId, ids };
  const [afterId] = query.after ? cursors.open(query.after, binding, clock.now()) : [];
  if (ids) await requireTemplates(database, orgId, 'ids', ids);
  const templates = await listTemplates(database, orgId, ids, afterId);
  return pageOf(templates, TEMPLATE_PAGE, toItem, (template) =>
    cursors.seal([template.id], binding, clock.now()),
  );
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
    (request) => templatesPage(services, request.caller.orgId, request.query, (template) => template),
  );
};
