import type { Routes } from '../../../kernel/feature.ts';
import { definitionOf } from '../configs/service.ts';
import { checkDefinition, latestRange, requireDataset } from '../definition/check.ts';
import { headsOf } from '../definition/definition.ts';
import { refuseHidden } from '../runs/service.ts';
import { cellOf, draftRows } from './rows.ts';
import { DraftReply, DraftRun, MOST_ROWS } from './schema.ts';

/** What a report would be, while it is written. */
export const draftRoutes: Routes = (app, { database, datasets }) => {
  app.post(
    '/reports/runs/draft',
    {
      config: { scope: 'Read Custom Reports', limit: '5/second' },
      schema: {
        operationId: 'draftReportRun',
        summary: 'The first rows of a report, without a run',
        description: `Up to ${MOST_ROWS} rows as they are at this moment, by the rules of a run. Nothing is kept. What takes longer than five seconds is 400: run it.`,
        tags: ['Custom Reports'],
        body: DraftRun,
        response: { 200: DraftReply },
      },
    },
    async ({ caller, body }) => {
      const { limit = MOST_ROWS, ...sent } = body;
      const definition = checkDefinition(datasets, definitionOf(sent), caller.now);
      const dataset = requireDataset(datasets, definition.datasetId);
      refuseHidden(dataset, caller);
      const primaryTimeRange = definition.primaryTimeRange ?? latestRange(dataset, caller.now);
      const whole = { ...definition, ...(primaryTimeRange ? { primaryTimeRange } : {}) };
      const order = { dataset, definition: whole, sight: caller, at: caller.now.toISOString() };
      const rows = await draftRows(database, order, limit);
      const columns = headsOf(datasets, definition);
      return {
        data: {
          columns,
          rows: rows.slice(0, limit).map((row) => columns.map((head, n) => cellOf(row[n], head))),
          hasMoreRows: rows.length > limit,
        },
      };
    },
  );
};
