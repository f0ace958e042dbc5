import type { Readable } from 'node:stream';
import { badRequest } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { OneOf, Type } from '../../../kernel/schema.ts';
import { headsOf } from '../definition.ts';
import { requireRun } from '../runs/service.ts';
import { resultBytes } from '../runs/store.ts';
import { csvOf } from './csv.ts';
import { parquetOf } from './parquet.ts';
import { type ResultSource, resultSource } from './source.ts';
import { xlsxOf } from './xlsx.ts';

const FORMATS: Record<string, { type: string; make(source: ResultSource, bytes: number): Readable }> = {
  csv: { type: 'text/csv; charset=utf-8', make: csvOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: xlsxOf },
  parquet: { type: 'application/vnd.apache.parquet', make: parquetOf },
};

const Query = Type.Object({
  id: Type.String({ description: 'A complete report run.' }),
  format: OneOf(['csv', 'xlsx', 'parquet'], { description: 'What kind of file.' }),
});

/** A report as a file, made while it is sent. */
export const exportRoutes: Routes = (app, { database, datasets }) => {
  app.get(
    '/reports/runs/export',
    {
      config: { scope: 'Read Custom Reports', limit: '5/second' },
      schema: {
        operationId: 'exportReportRun',
        summary: 'Read a whole report as CSV, XLSX or Parquet',
        description:
          'Text in a CSV that a spreadsheet would take for a formula begins with an apostrophe. Text in an XLSX is cut at 32,767 characters a cell, and rows past 1,048,575 go to another sheet.',
        tags: ['Custom Reports'],
        querystring: Query,
        response: {
          200: {
            description: 'The file.',
            content: Object.fromEntries(
              Object.values(FORMATS).map(({ type }) => [
                type.split(';')[0],
                { schema: { type: 'string', format: 'binary' } },
              ]),
            ),
          },
        },
      },
    },
    async ({ caller, query }, reply) => {
      const run = await requireRun(database, caller, query.id);
      if (run.status !== 'complete')
        throw badRequest(`The run ${run.id} is ${run.status}. Only a complete run can be exported.`);
      const dataset = datasets.find(({ id }) => id === run.definition.datasetId);
      if (!dataset) throw badRequest(`There is no dataset ${run.definition.datasetId} any more.`);
      const { type, make } = FORMATS[query.format] as (typeof FORMATS)[string];
      const source = resultSource(
        database,
        { orgId: caller.orgId, id: run.id, rows: run.rows },
        headsOf(dataset, run.definition),
      );
      const file = make(source, await resultBytes(database, caller.orgId, run.id));
      // What breaks off a file can only be told by breaking it off; the log says why.
      file.on('error', (error) => reply.log.error({ err: error }, 'an export broke off'));
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="report-${run.id}.${query.format}"`)
        .send(file);
    },
  );
};
