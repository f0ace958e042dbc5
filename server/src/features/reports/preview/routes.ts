import type { Datasets } from '../../../kernel/dataset.ts';
import { badRequest, invalid } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { isNumericId, uuids } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { requireKnown } from '../../directory/index.ts';
import { configsPage } from '../configs/routes.ts';
import { requireConfig } from '../configs/service.ts';
import { checkRange, requireDataset } from '../definition/check.ts';
import { type Head, headsOf, wireRange } from '../definition/definition.ts';
import { presentOf } from '../present.ts';
import { dataReply, runData } from '../runs/data.ts';
import { runsPage } from '../runs/routes.ts';
import { createRun, type Order } from '../runs/service.ts';
import type { RunRow } from '../runs/store.ts';
import {
  type PreviewColumn,
  PreviewConfigsPage,
  PreviewConfigsQuery,
  PreviewCreateRun,
  type PreviewRun,
  PreviewRunCreated,
  PreviewRunDataPage,
  PreviewRunDataQuery,
  PreviewRunsPage,
  PreviewRunsQuery,
} from './schema.ts';

const READ = { scope: 'Read Custom Reports', limit: '5/second' } as const;
const tags = ['Preview'];

/** The units that this surface has words for. */
const UNITS: Partial<Record<string, Pick<PreviewColumn, 'unit' | 'baseUnit'>>> = {
  milliseconds: { unit: 'milliseconds', baseUnit: 'milliseconds' },
  kilograms: { unit: 'kilograms', baseUnit: 'kilogram' },
};

const toColumn = ({ name, dataType, unit }: Head): PreviewColumn => ({
  displayName: name,
  type: dataType === 'integer' || dataType === 'float' ? 'numeric' : 'string',
  ...UNITS[unit ?? ''],
});

const STATUS = {
  complete: 'completed',
  pending: 'pending',
  failed: 'failed',
  canceled: 'cancelled',
} as const;

function toRun(run: RunRow): PreviewRun {
  const { tagIds, attributeValueIds, primaryTimeRange } = run.definition;
  const createdAtTime = wireTime(run.createdAt);
  // A run that was asked for at today's path, of a dataset without times, has no range.
  const range = primaryTimeRange
    ? wireRange(primaryTimeRange)
    : { startTime: '1970-01-01T00:00:00Z', endTime: createdAtTime };
  return {
    id: run.id,
    customReportId: run.configId as string,
    status: STATUS[run.status],
    percentComplete: run.percent,
    ...range,
    createdAtTime,
    updatedAtTime: wireTime(run.updatedAt),
    ...(attributeValueIds ? { attributeValueIds } : {}),
    ...(tagIds ? { tagIds } : {}),
  };
}

/** Reads what to run. */
async function orderOf(tx: Tx, datasets: Datasets, body: PreviewCreateRun): Promise<Order> {
  const config = await requireConfig(tx, tx.orgId, 'customReportId', body.customReportId);
  const dataset = requireDataset(datasets, config.definition.datasetId);
  const primaryTimeRange = checkRange(dataset, body, presentOf(tx), 'endTime');
  const tagIds = body.tagIds?.map(String);
  const attributeValueIds = body.attributeValueIds && uuids('attributeValueIds', body.attributeValueIds);
  const odd = tagIds?.find((id) => !isNumericId(id));
  if (odd) throw invalid('tagIds', `"${odd}" is an invalid ID.`);
  await requireKnown(tx, tx, { tagIds, attributeValueIds });
  const narrowed = {
    ...(tagIds?.length ? { tagIds } : {}),
    ...(attributeValueIds?.length ? { attributeValueIds } : {}),
  };
  if (Object.keys(narrowed).length > 0 && (!dataset.entity || dataset.entity === 'hidden'))
    throw badRequest(
      `Rows of ${dataset.id} are not about people or vehicles: leave out tagIds and attributeValueIds.`,
    );
  return { configId: config.id, definition: { ...config.definition, primaryTimeRange, ...narrowed } };
}

/** The older shapes of custom reports, over the same configs and runs. */
export const previewReportRoutes: Routes = (app, services) => {
  app.get(
    '/preview/custom-reports/configs',
    {
      config: READ,
      schema: {
        operationId: 'previewGetCustomReportConfigs',
        summary: 'List report configs (older shape)',
        tags,
        querystring: PreviewConfigsQuery,
        response: { 200: PreviewConfigsPage },
      },
    },
    (request) =>
      configsPage(services, request, ({ id, name, definition }) => ({
        id,
        reportName: name,
        columns: headsOf(services.datasets, definition).map(toColumn),
      })),
  );

  app.get(
    '/preview/custom-reports/runs',
    {
      config: READ,
      schema: {
        operationId: 'previewGetCustomReportRuns',
        summary: 'List runs of report configs (older shape)',
        tags,
        querystring: PreviewRunsQuery,
        response: { 200: PreviewRunsPage },
      },
    },
    (request) => {
      const { customReportIds: configIds, ids } = request.query;
      if (configIds && ids) throw invalid('ids', 'send customReportIds or ids, not both.');
      return runsPage(services, request, { ids, configIds, ofConfigs: true }, 'customReportIds', toRun);
    },
  );

  app.post(
    '/preview/custom-reports/runs',
    {
      config: { scope: 'Write Custom Reports', limit: '240/day' },
      schema: {
        operationId: 'previewPostCustomReportRun',
        summary: 'Run a report config (older shape)',
        tags,
        body: PreviewCreateRun,
        response: { 200: PreviewRunCreated },
      },
    },
    async ({ caller, body }) => ({
      data: await write(services.database, caller, async (tx) => {
        const run = await createRun(tx, services.datasets, await orderOf(tx, services.datasets, body));
        return {
          id: run.id,
          customReportId: run.configId as string,
          createdAtTime: wireTime(run.createdAt),
        };
      }),
    }),
  );

  app.get(
    '/preview/custom-reports/runs/data',
    {
      config: READ,
      schema: {
        operationId: 'previewGetCustomReportRunData',
        summary: 'Read a report, page by page (older shape)',
        tags,
        querystring: PreviewRunDataQuery,
        response: { 200: PreviewRunDataPage },
      },
    },
    async ({ caller, query }) => {
      const { heads, rows, pagination } = await runData(services, caller, query);
      return jsonText(dataReply({ columns: heads.map(toColumn) }, rows, pagination));
    },
  );
};
