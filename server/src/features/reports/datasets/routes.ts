import type { Dataset } from '../../../kernel/dataset.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { DatasetsPage, DatasetsQuery, type ReportDataset } from '../schema.ts';

const toWire = ({ id, label, columns, time }: Dataset): ReportDataset => ({
  id,
  displayName: label,
  hasTimeRangeFilter: time !== undefined,
  ...(time ? { timeRangeLimitDays: time.limitDays } : {}),
  fields: columns.map(({ name, label, dataType, unit }) => ({
    name,
    displayName: label,
    dataType,
    ...(unit ? { unit } : {}),
  })),
});

/** What can be reported on: the same for every organization. */
export const datasetRoutes: Routes = (app, { datasets, cursors, clock }) => {
  app.get(
    '/reports/datasets',
    {
      config: { scope: 'Read Custom Reports', limit: '5/second' },
      schema: {
        operationId: 'getDatasets',
        summary: 'List what can be reported on',
        tags: ['Custom Reports'],
        querystring: DatasetsQuery,
        response: { 200: DatasetsPage },
      },
    },
    async ({ query, caller }) => {
      const unknown = query.ids?.find((id) => !datasets.some((dataset) => dataset.id === id));
      if (unknown) throw notFound(`ids: no dataset ${unknown.slice(0, 100)}.`);
      const binding = { operation: 'report-datasets', orgId: caller.orgId, ids: query.ids };
      const [after] = query.after ? cursors.open(query.after, binding, clock.now()) : [];
      const begin = after === undefined ? 0 : datasets.findIndex(({ id }) => id === after) + 1;
      const { limit = 100 } = query;
      const wanted = datasets.slice(begin).filter(({ id }) => query.ids?.includes(id) ?? true);
      return pageOf(wanted.slice(0, limit + 1), limit, toWire, ({ id }) =>
        cursors.seal([id], binding, clock.now()),
      );
    },
  );
};
