import type { Dataset } from '../../../kernel/dataset.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { DatasetsPage, DatasetsQuery, type ReportDataset } from './schema.ts';

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
export const datasetRoutes: Routes = (app, { datasets, cursors }) => {
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
    async (request) => {
      const { ids, limit = 100 } = request.query;
      const unknown = ids?.find((id) => !datasets.get(id));
      if (unknown) throw notFound(`ids: no dataset ${unknown.slice(0, 100)}.`);
      const { after, page } = paging(request, cursors, { ids });
      const begin = after[0] === undefined ? 0 : datasets.all.findIndex(({ id }) => id === after[0]) + 1;
      const wanted = datasets.all.slice(begin).filter(({ id }) => ids?.includes(id) ?? true);
      return page(wanted.slice(0, limit + 1), limit, toWire, ({ id }) => [id]);
    },
  );
};
