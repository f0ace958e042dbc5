import type { Caller } from '../../../kernel/auth.ts';
import { type Database, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { shortTime } from '../../../kernel/time.ts';
import { findSubjects } from '../../directory/index.ts';
import { requireRequirement } from '../authoring/service.ts';
import type { Because } from '../rules/because.ts';
import { type Status, statusOf } from '../rules/status.ts';
import { answerable } from './ask.ts';

/** A status as the wire has it: times in their short form. */
export function statusWire(told: Omit<Status, 'because' | 'outlook'>) {
  const { status, isOverdue, isInHand, since, until, dueAt, graceUntil, nextChangeAt } = told;
  return {
    status,
    isOverdue,
    isInHand,
    since: shortTime(since),
    ...(until ? { until: shortTime(until) } : {}),
    ...(dueAt ? { dueAt: shortTime(dueAt) } : {}),
    ...(graceUntil ? { graceUntil: shortTime(graceUntil) } : {}),
    ...(nextChangeAt ? { nextChangeAt: shortTime(nextChangeAt) } : {}),
  };
}

/**
 * Tells what a requirement says of a subject at a moment, and every fact that it follows from.
 *
 * @throws 404 for a subject or requirement that is not there, or was not published by that moment.
 */
export async function explain(
  database: Database,
  caller: Caller,
  query: { subjectId: string; requirementId: string; asOf?: string | undefined },
) {
  const { id } = await requireRequirement(database, caller.orgId, 'requirementId', query.requirementId);
  const [found] = await findSubjects(database, caller, 'subjectId', [query.subjectId], { deleted: true });
  const { id: subjectId, type } = found as { id: string; type: 'driver' | 'user' | 'vehicle' };
  const answer = await answerable(database, caller, [subjectId], {
    now: caller.now,
    asOf: query.asOf,
    requirementIds: [id],
  });
  const { at, seq, organization } = answer;
  const requirement = answer.requirements[0];
  if (!requirement) throw notFound(`requirementId: requirement ${id} was not published by ${shortTime(at)}.`);
  const subject = answer.subjects.get(subjectId);
  if (!subject)
    throw notFound(`subjectId: ${query.subjectId.slice(0, 100)} was not there by ${shortTime(at)}.`);
  const status = statusOf(requirement, { organization, subject }, at);
  const seqs = await seqsOf(database, caller.orgId, status.because, seq);
  const { name, citation, severity } = requirement;
  return {
    requirement: { id, name, ...(citation ? { citation } : {}), severity },
    subject: { id: subjectId, type },
    at: shortTime(at),
    asOfSeq: seq,
    ...statusWire(status),
    because: status.because.map((each) => toldFact(each, seqs)),
  };
}

const TIMES = ['from', 'until', 'warnsFrom', 'at', 'dueAt', 'graceUntil', 'fallsOutAt'];

function toldFact(fact: Because, seqs: ReadonlyMap<string, string>) {
  const told = Object.entries(fact).map(([name, value]) => [
    name,
    TIMES.includes(name) ? shortTime(value as string) : value,
  ]);
  const seq = fact.fact === 'evidence' ? seqs.get(`${fact.resource} ${fact.id}`) : undefined;
  return { ...(Object.fromEntries(told) as typeof fact), ...(seq ? { seq } : {}) };
}

/** The entries that have pieces of evidence as they are, by kind and id. */
async function seqsOf(
  database: Database,
  orgId: string,
  because: readonly Because[],
  last: string,
): Promise<Map<string, string>> {
  const evidence = because.flatMap((each) => (each.fact === 'evidence' ? [each] : []));
  if (evidence.length === 0) return new Map();
  const rows = await database.rows(sql`
    select resource, id, max(seq) from ledger_change
    where org_id = ${orgId} and resource = any(${evidence.map(({ resource }) => resource)}::text[])
      and id = any(${evidence.map(({ id }) => id)}::text[]) and seq <= ${last}::bigint
    group by resource, id`);
  return new Map(rows.map(([resource, id, seq]) => [`${resource} ${id}`, seq]));
}
