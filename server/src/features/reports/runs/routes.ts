import type { Caller } from '../../../kernel/auth.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes, Services } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { uuids } from '../../../kernel/ids.ts';
import { type PageOf, pageOf } from '../../../kernel/lists.ts';
import { missingConfigs } from '../configs/store.ts';
import { CreateRun } from '../schema.ts';
import { dataReply, runData } from './data.ts';
import { RunDataPage, RunDataQuery, RunId, RunReply, RunsPage, RunsQuery } from './schema.ts';
import { cancelRun, startRun } from './service.ts';
import { listRuns, type RunFilter, type RunRow } from './store.ts';
import { runWire } from './wire.ts';

const READ = { scope: 'Read Custom Reports', limit: '5/second' } as const;
const tags = ['Custom Reports'];

/** Reads one page of runs; `toItem` words each for its dialect. */
export async function runsPage<T>(
  { database, cursors, clock }: Services,
  caller: Caller,
  query: RunFilter & { after?: string; limit?: number },
  configField: string,
  toItem: (run: RunRow) => T,
): Promise<PageOf<T>> {
  const ids = query.ids && uuids('ids', query.ids);
  const configIds = query.configIds && uuids(configField, query.configIds);
  const [missing] = configIds ? await missingConfigs(database, caller.orgId, configIds) : [];
  if (missing) throw notFound(`${configField}: no report config ${missing}.`);
  const { limit = 100, ofConfigs } = query;
  const binding = {
    operation: 'report-runs',
    orgId: caller.orgId,
    actor: caller.actor,
    ids,
    configIds,
    ofConfigs,
  };
  const [afterId] = query.after ? cursors.open(query.after, binding, clock.now()) : [];
  const runs = await listRuns(database, caller, { ids, configIds, ofConfigs }, afterId, limit);
  const unknown = !afterId && ids?.find((id) => !runs.some((run) => run.id === id));
  if (unknown && runs.length < limit && !configIds) throw notFound(`ids: no report run ${unknown}.`);
  return pageOf(runs, limit, toItem, ({ id }) => cursors.seal([id], binding, clock.now()));
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
    ({ caller, query: { reportConfigIds, ...query } }) =>
      runsPage(services, caller, { ...query, configIds: reportConfigIds }, 'reportConfigIds', runWire),
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
    async (request, reply) => {
      reply.code(202);
      return { data: await startRun(services, request.caller, request.body) };
    },
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
    async (request, reply) => {
      const { run, heads, rows, pagination } = await runData(services, request.caller, request.query);
      return sendJson(reply, dataReply({ columns: heads, status: run.status }, rows, pagination));
    },
  );
};

/** What the public API keeps in its dashboard. */
export const runNativeRoutes: Routes = (app, services) => {
  app.post(
    '/reports/runs/cancel',
    {
      config: { scope: 'Write Custom Reports', limit: '100/minute' },
      schema: {
        operationId: 'cancelReportRun',
        summary: 'Cancel a pending run',
        tags,
        body: RunId,
        response: { 200: RunReply },
      },
    },
    async (request) => ({ data: await cancelRun(services, request.caller, request.body.id) }),
  );
};
