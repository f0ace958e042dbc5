import type { Caller } from '../../../kernel/auth.ts';
import type { Services } from '../../../kernel/feature.ts';
import { headsOf } from '../definition/definition.ts';
import { readPages } from './pages.ts';
import { BETWEEN, PAGE_ROWS, pageText } from './rows.ts';
import { requireReadableRun } from './service.ts';
import type { RunRow } from './store.ts';

/** A piece of a run's result: rows as JSON text. */
export interface RunData {
  run: RunRow;
  heads: ReturnType<typeof headsOf>;
  rows: string;
  pagination: { endCursor: string; hasNextPage: boolean };
}

/** Reads up to `limit` rows of a run from where the cursor stands; none while it is not complete. */
export async function runData(
  { database, datasets, cursors }: Services,
  caller: Caller,
  query: { id: string; after?: string; limit?: number },
): Promise<RunData> {
  const run = await requireReadableRun({ database, datasets }, caller, query.id);
  const heads = headsOf(datasets, run.definition);
  const binding = { operation: 'reportRunData', orgId: caller.orgId, id: run.id };
  const [after = '0'] = query.after ? cursors.open(query.after, binding, caller.now) : [];
  const begin = Number(after);
  const end = Math.min(begin + (query.limit ?? PAGE_ROWS), run.status === 'complete' ? run.rows : 0);
  const more = run.status === 'complete' && end < run.rows;
  return {
    run,
    heads,
    rows:
      begin < end
        ? await rowsBetween(begin, end, (first, last) =>
            readPages(database, caller.orgId, run.id, first, last),
          )
        : '',
    pagination: {
      endCursor: more ? cursors.seal([String(end)], binding, caller.now) : '',
      hasNextPage: more,
    },
  };
}

/** Rows `begin` to `end`, without `end`, out of the pages that hold them. */
async function rowsBetween(
  begin: number,
  end: number,
  read: (first: number, last: number) => Promise<Buffer[]>,
): Promise<string> {
  const first = Math.floor(begin / PAGE_ROWS);
  const pages = await read(first, Math.floor((end - 1) / PAGE_ROWS));
  const text = (await Promise.all(pages.map(pageText))).join(BETWEEN);
  const from = begin - first * PAGE_ROWS;
  // A page as it was made, which is what most clients ask for.
  if (from === 0 && end - begin === PAGE_ROWS) return text;
  return text
    .split(BETWEEN)
    .slice(from, from + end - begin)
    .join(BETWEEN);
}

/** `columns` and `rows` as the text of a reply. */
export const dataReply = (data: object, rows: string, pagination: RunData['pagination']): string =>
  `{"data":${JSON.stringify(data).slice(0, -1)},"rows":[${rows}]},"pagination":${JSON.stringify(pagination)}}`;
