import { join, type Queryable, sql } from '../../../kernel/database/database.ts';
import { type Claim, kept } from './lease.ts';
import type { ResultPage } from './rows.ts';

/** Adds finished pages from number `first` on, `done` rows in all so far; false when the run is no longer theirs. */
export async function addPages(
  database: Queryable,
  claim: Claim,
  first: number,
  pages: readonly ResultPage[],
  done: number,
): Promise<boolean> {
  // As parameters of their own, bytes travel as bytes; in an array they would be text of twice the size.
  const values = join(pages.map(({ body }, index) => sql`(${first + index}::int, ${body}::bytea)`));
  const rows = await database.rows(sql`
    with alive as (${kept(claim, done)}), added as (
      insert into report_run_page (org_id, run_id, page, body)
      select ${claim.orgId}, ${claim.id}, page, body from alive, (values ${values}) as made (page, body)
    ) select id from alive`);
  return rows.length > 0;
}

/** A run's pages `first` to `last` as they are stored, in order. */
export async function readPages(
  database: Queryable,
  orgId: string,
  runId: string,
  first: number,
  last: number,
): Promise<Buffer[]> {
  const rows = await database.rows(sql`
    select body from report_run_page
    where org_id = ${orgId} and run_id = ${runId} and page between ${first} and ${last} order by page`);
  return rows.map(([body]) => body);
}

/** How many bytes a run's pages have. */
export async function resultBytes(database: Queryable, orgId: string, runId: string): Promise<number> {
  const [row] = await database.rows(sql`
    select coalesce(sum(octet_length(body)), 0) from report_run_page where org_id = ${orgId} and run_id = ${runId}`);
  return Number(row?.[0]);
}
