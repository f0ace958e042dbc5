import { notFound } from '../../../kernel/errors.ts';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { type PageOf, pageOf } from '../../../kernel/lists.ts';
import { ConfigsPage, ConfigsQuery } from '../schema.ts';
import { type ConfigRow, listConfigs, missingConfigs } from './store.ts';
import { configWire } from './wire.ts';

/** Reads one page of configs; `toItem` words each for its dialect. */
export async function configsPage<T>(
  { database, cursors, clock }: Services,
  orgId: string,
  query: { ids?: string[]; after?: string; limit?: number },
  toItem: (config: ConfigRow) => T,
): Promise<PageOf<T>> {
  const ids = query.ids && uuids('ids', query.ids);
  const [missing] = ids ? await missingConfigs(database, orgId, ids) : [];
  if (missing) throw notFound(`ids: no report config ${missing}.`);
  const { limit = 100 } = query;
  const binding = { operation: 'report-configs', orgId, ids };
  const [afterId] = query.after ? cursors.open(query.after, binding, clock.now()) : [];
  const configs = await listConfigs(database, orgId, ids, afterId, limit);
  return pageOf(configs, limit, toItem, ({ id }) => cursors.seal([id], binding, clock.now()));
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
    ({ caller, query }) =>
      configsPage(services, caller.orgId, query, (config) => configWire(services.datasets, config)),
  );
};
