import { Readable } from 'node:stream';
import type { Database } from '../../../kernel/database/database.ts';
import { ApiError, badRequest } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { threadOutput } from '../../../kernel/jobs/threads.ts';
import { OneOf, Type } from '../../../kernel/schema.ts';
import { type Head, headsOf } from '../definition/definition.ts';
import { readPages, resultBytes } from '../runs/pages.ts';
import { PAGE_ROWS } from '../runs/rows.ts';
import { requireReadableRun } from '../runs/service.ts';
import type { RunRow } from '../runs/store.ts';
import type { Order } from './thread.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

const Query = Type.Object({
  id: Type.String({ description: 'A complete report run.' }),
  format: OneOf(['csv', 'xlsx', 'parquet'], { description: 'What kind of file.' }),
});

/** Exports that an organization may have under way: each takes a thread and its memory. */
const MOST_EXPORTS = 4;

/** A report as a file, made while it is sent. */
export const exportRoutes: Routes = (app, { database, datasets }) => {
  const underWay = new Map<string, number>();
  const count = (orgId: string, step: 1 | -1): void => {
    underWay.set(orgId, (underWay.get(orgId) ?? 0) + step);
  };
  app.get(
    '/reports/runs/export',
    {
      config: { scope: 'Read Custom Reports', limit: '5/second' },
      schema: {
        operationId: 'exportReportRun',
        summary: 'Read a whole report as CSV, XLSX or Parquet',
        description: `Text in a CSV that a spreadsheet would take for a formula begins with an apostrophe. Text in an XLSX is cut at 32,767 characters a cell and says so there, and rows past 1,048,575 go to another sheet. An organization has at most ${MOST_EXPORTS} exports under way; one more is 429.`,
        tags: ['Custom Reports'],
        querystring: Query,
        response: {
          200: {
            description: 'The file.',
            content: Object.fromEntries(
              Object.values(TYPES).map((type) => [
                type.split(';')[0],
                { schema: { type: 'string', format: 'binary' } },
              ]),
            ),
          },
        },
      },
    },
    async ({ caller, query }, reply) => {
      const run = await requireReadableRun({ database, datasets }, caller, query.id);
      if (run.status !== 'complete')
        throw badRequest(`The run ${run.id} is ${run.status}. Only a complete run can be exported.`);
      datasets.require(run.definition.datasetId, (id) => badRequest(`There is no dataset ${id} any more.`));
      const order: Order = {
        format: query.format,
        heads: toldApart(headsOf(datasets, run.definition)),
        rows: run.rows,
        bytes: await resultBytes(database, caller.orgId, run.id),
      };
      if ((underWay.get(caller.orgId) ?? 0) >= MOST_EXPORTS)
        throw new ApiError(
          429,
          `The organization has ${MOST_EXPORTS} exports under way. Try again when one is done.`,
          { 'retry-after': '5' },
        );
      const file = Readable.from(
        threadOutput('./thread', import.meta.url, order, pagesOf(database, caller.orgId, run)),
        { objectMode: false },
      );
      count(caller.orgId, 1);
      file.once('close', () => count(caller.orgId, -1));
      // What breaks off a file can only be told by breaking it off; the log says why.
      file.on('error', (error) => reply.log.error({ err: error }, 'an export broke off'));
      return reply
        .type(TYPES[query.format])
        .header('content-disposition', `attachment; filename="report-${run.id}.${query.format}"`)
        .send(file);
    },
  );
};

/** Pages read in one statement. */
const AT_ONCE = 8;

async function* pagesOf(database: Database, orgId: string, { id, rows }: RunRow): AsyncGenerator<Buffer> {
  const pages = Math.ceil(rows / PAGE_ROWS);
  for (let first = 0; first < pages; first += AT_ONCE) {
    const read = await readPages(database, orgId, id, first, Math.min(first + AT_ONCE, pages) - 1);
    if (read.length === 0) throw new Error(`report run ${id} has no page ${first}`);
    yield* read;
  }
}

/** Some formats take each name once. */
function toldApart(heads: Head[]): Head[] {
  const seen = new Map<string, number>();
  return heads.map((head) => {
    const count = (seen.get(head.name) ?? 0) + 1;
    seen.set(head.name, count);
    return count === 1 ? head : { ...head, name: `${head.name} (${count})` };
  });
}
