import { expect } from 'vitest';
import { computed as workedOut } from '../src/features/requirements/eligibility/computed.ts';
import type { Found } from '../src/features/requirements/eligibility/found.ts';
import { kept as keptFindings } from '../src/features/requirements/eligibility/kept.ts';
import { statusOf } from '../src/features/requirements/rules/status.ts';
import { answerable } from '../src/features/requirements/statuses/ask.ts';
import { statusWire } from '../src/features/requirements/statuses/explain.ts';
import { type Database, sql } from '../src/kernel/database/database.ts';
import type { Client, TestOrg } from './start-app.ts';

const inOrder = (all: ReadonlyMap<string, Found>) =>
  [...all]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, { findings, ...outlook }]) => ({
      id,
      ...outlook,
      findings: findings
        .map(({ status: { status, isOverdue, dueAt }, ...finding }) => ({
          ...finding,
          status,
          isOverdue,
          dueAt,
        }))
        .sort((a, b) => a.requirementId.localeCompare(b.requirementId)),
    }));

/**
 * Every kept status is what its facts say, from the tables and from the ledger alone, and each of its changes is in the
 * ledger once. Everything has been followed.
 */
export async function expectKept(
  database: Database,
  org: Client & Pick<TestOrg, 'orgId'>,
  people: readonly string[],
): Promise<void> {
  const now = new Date();
  const live = await answerable(database, org, people, { now });
  const then = await answerable(database, org, people, {
    now: new Date(now.getTime() + 1),
    asOf: now.toISOString(),
  });
  expect(then.seq).toBe(live.seq);
  const worked = (answer: typeof live) =>
    new Map(
      [...answer.subjects.values()].flatMap((subject) =>
        answer.requirements.map((requirement): [string, unknown] => [
          `${requirement.id} ${subject.id}`,
          statusWire(statusOf(requirement, { organization: answer.organization, subject }, answer.at)),
        ]),
      ),
    );
  const computed = worked(live);
  expect(worked(then)).toEqual(computed);
  const kept = new Map<string, Record<string, unknown>>();
  const everyStatus = 'statuses=notNeeded,waived,missing,current,expiring,expired';
  for (let after = ''; ; ) {
    const { body } = await org.get(`/requirement-statuses?${everyStatus}&after=${after}`);
    for (const { id: _, requirementId, subject, updatedAtTime: _at, ...status } of body.data)
      kept.set(`${requirementId} ${subject.id}`, status);
    after = body.pagination.endCursor;
    if (!body.pagination.hasNextPage) break;
  }
  expect(kept.size).toBeGreaterThan(20);
  for (const [key, status] of computed) {
    const row = kept.get(key);
    if (row) expect(row, key).toEqual(status);
    else expect(status, key).toMatchObject({ status: 'notNeeded' });
  }
  // What eligibility takes from the kept statuses is what it would have worked out.
  const window = { from: live.at, until: live.at };
  const quick = await keptFindings(database, org.orgId, live.requirements, people, live.seq, window);
  expect(inOrder(quick)).toEqual(inOrder(await workedOut(live, window)));
  const told = await database.rows(sql`
    select id, document::text from ledger_change
    where org_id = ${org.orgId} and resource = 'requirementStatus' order by seq`);
  const last = new Map<string, string>();
  for (const [id, document] of told) {
    const { updatedAtTime: _, ...facts } = JSON.parse(document);
    expect(JSON.stringify(facts)).not.toBe(last.get(id));
    last.set(id, JSON.stringify(facts));
  }
}
