import type { FastifyRequest } from 'fastify';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { uuids } from '../../../kernel/ids.ts';
import { type PageOf, paging } from '../../../kernel/pages/lists.ts';
import { missingConfigs } from '../configs/store.ts';
import { dataReply, runData } from './data.ts';
import { runWire } from './resource.ts';
import { CreateRun, RunDataPage, RunDataQuery, RunId, RunReply, RunsPage, RunsQuery } from './schema.ts';
import { cancelRun, RUN_MOVES, startRun } from './service.ts';
import { listRuns, type RunFilter, type RunRow } from './store.ts';

const READ = { scope: 'Read Custom Reports', limit: '5/second' } as const;
const tags = ['Custom Reports'];

/** Reads one page of runs; `toItem` words each for its dialect. */
export async function runsPage<T>(
  { database, cursors }: Services,
  request: FastifyRequest<{ Querystring: { after?: string; limit?: number } }>,
  filter: RunFilter,
  configField: string,
  toItem: (run: RunRow) => T,
): Promise<PageOf<T>> {
  const { caller } = request;
  const ids = filter.ids && uuids('ids', filter.ids);
  const configIds = filter.configIds && uuids(configField, filter.configIds);
  const [missing] = configIds ? await missingConfigs(database, caller.orgId, configIds) : [];
  if (missing) throw notFound(`${configField}: no report config ${missing}.`);
  const { limit = 100 } = request.query;
  const { ofConfigs } = filter;
  const { after, page } = paging(request, cursors, { actor: caller.actor, ids, configIds });
  const runs = await listRuns(database, caller, { ids, configIds, ofConfigs }, after[0], limit);
  const unknown = !after[0] && ids?.find((id) => !runs.some((run) => run.id === id));
  if (unknown && runs.length < limit && !configIds) throw notFound(`ids: no report run ${unknown}.`);
  return page(runs, limit, toItem, ({ id }) => [id]);
}

export const runRoutes: Routes = (app, services) => {
  app.get(
    '/reports/runs',
    {
      config: READ,
      schema: {
        operationId: 'getReportRuns',
        summary: 'List the runs that this token asked for',
        tags,
        querystring: RunsQuery,
        response: { 200: RunsPage },
      },
    },
    (request) => {
      const { ids, reportConfigIds: configIds } = request.query;
      return runsPage(services, request, { ids, configIds }, 'reportConfigIds', runWire);
    },
  );

  app.post(
    '/reports/runs',
    {
      config: { scope: 'Write Custom Reports', limit: '50/hour' },
      schema: {
        operationId: 'createReportRun',
        summary: 'Ask for a report',
        description: 'The result is one moment’s: what changes later does not change it.',
        tags,
        body: CreateRun,
        response: { 202: RunReply },
      },
    },
    async ({ caller, body }) => ({ data: await startRun(services, caller, body) }),
  );

  app.get(
    '/reports/runs/data',
    {
      config: READ,
      schema: {
        operationId: 'getReportRunData',
        summary: 'Read a report, page by page',
        description: 'There are no rows while the run is pending, nor when it has failed or was canceled.',
        tags,
        querystring: RunDataQuery,
        response: { 200: RunDataPage },
      },
    },
    async ({ caller, query }) => {
      const { run, heads, rows, pagination } = await runData(services, caller, query);
      return jsonText(dataReply({ columns: heads, status: run.status }, rows, pagination));
    },
  );
};

/** What the public API keeps in its dashboard. */
export const runNativeRoutes: Routes = (app, services) => {
  app.post(
    '/reports/runs/cancel',
    {
      config: { scope: 'Write Custom Reports', limit: '100/minute', moves: { cancel: RUN_MOVES.cancel } },
      schema: {
        operationId: 'cancelReportRun',
        summary: 'Cancel a pending run',
        tags,
        body: RunId,
        response: { 200: RunReply },
      },
    },
    async ({ caller, body }) => ({ data: await cancelRun(services, caller, body.id) }),
  );
};
