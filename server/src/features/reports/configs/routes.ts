import type { FastifyRequest } from 'fastify';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { type PageOf, paging } from '../../../kernel/pages/lists.ts';
import { configWire } from './resource.ts';
import { ConfigsPage, ConfigsQuery } from './schema.ts';
import { type ConfigRow, listConfigs, missingConfigs } from './store.ts';

interface Query {
  ids?: string[];
  after?: string;
  limit?: number;
}

/** Reads one page of configs; `toItem` words each for its dialect. */
export async function configsPage<T>(
  { database, cursors }: Services,
  request: FastifyRequest<{ Querystring: Query }>,
  toItem: (config: ConfigRow) => T,
): Promise<PageOf<T>> {
  const { query, caller } = request;
  const ids = query.ids && uuids('ids', query.ids);
  const [missing] = ids ? await missingConfigs(database, caller.orgId, ids) : [];
  if (missing) throw notFound(`ids: no report config ${missing}.`);
  const { limit = 100 } = query;
  const { after, page } = paging(request, cursors, { ids });
  const configs = await listConfigs(database, caller.orgId, ids, after[0], limit);
  return page(configs, limit, toItem, ({ id }) => [id]);
}

export const configRoutes: Routes = (app, services) => {
  app.get(
    '/reports/configs',
    {
      config: { scope: 'Read Custom Reports', limit: '5/second' },
      schema: {
        operationId: 'getReportConfigs',
        summary: 'List report configs',
        tags: ['Custom Reports'],
        querystring: ConfigsQuery,
        response: { 200: ConfigsPage },
      },
    },
    (request) => configsPage(services, request, (config) => configWire(services.datasets, config)),
  );
};
