import type { Caller } from '../../../kernel/auth.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { snapshot } from '../../../kernel/database/snapshot.ts';
import { invalid } from '../../../kernel/errors.ts';
import { parseTime, shortTime } from '../../../kernel/time.ts';
import { findSubjects, organizationSettings, type SubjectEntity } from '../../directory/index.ts';
import type { Published } from '../authoring/content.ts';
import { publishedRequirements } from '../authoring/store.ts';
import { type Override, overridesOf } from '../facts/overrides.ts';
import { justAfter } from '../rules/moments.ts';
import { answerableIn } from '../statuses/ask.ts';
import { lastEntry } from '../statuses/position.ts';
import { computed } from './computed.ts';
import { type Finding, type Found, first, type Window } from './found.ts';
import { kept } from './kept.ts';
import type { CheckEligibility, Reason } from './schema.ts';
import { hardest, isHarder } from './verdict.ts';

/**
 * Whether people may work, with a vehicle or without, in a time: what keeps them from it, or is to be warned of, and
 * when that will change. An override that holds all the time makes a block a warning.
 *
 * @throws 400 for a time that ends before it begins; 404 for whoever is not there.
 */
export async function checkEligibility(database: Database, caller: Caller, body: CheckEligibility) {
  const from = body.from === undefined ? caller.now.toISOString() : parseTime('from', body.from);
  const until = body.until === undefined ? from : parseTime('until', body.until);
  if (until < from) throw invalid('until', 'it is before from.');
  const window = { from, until };
  const subjects = await findSubjects(database, caller, 'subjectIds', body.subjectIds);
  const [vehicle] =
    body.vehicleId === undefined ? [] : await findSubjects(database, caller, 'vehicleId', [body.vehicleId]);
  if (vehicle && vehicle.type !== 'vehicle')
    throw invalid('vehicleId', `${vehicle.id} is a ${vehicle.type}.`);
  const ids = [...new Set([...subjects, ...(vehicle ? [vehicle] : [])].map(({ id }) => id))];
  const known = await findAll(database, caller, ids, window);
  const overrides = await overridesOf(database, caller.orgId, ids, window);
  const results = subjects.map((subject) => {
    const reasons: Reason[] = [];
    const outlooks: Found[] = [];
    for (const { id } of vehicle && vehicle.id !== subject.id ? [subject, vehicle] : [subject]) {
      const found = known.found.get(id) ?? { findings: [] };
      outlooks.push(found);
      for (const finding of found.findings) reasons.push(reasonOf(id, finding, known, overrides));
    }
    return result(subject, reasons, outlooks, overrides);
  });
  return { from: shortTime(from), until: shortTime(until), asOfSeq: known.seq, results };
}

function result(
  subject: SubjectEntity,
  reasons: Reason[],
  outlooks: readonly Found[],
  overrides: readonly Override[],
) {
  reasons.sort((a, b) => (isHarder(a.verdict, b.verdict) ? -1 : isHarder(b.verdict, a.verdict) ? 1 : 0));
  const verdict = hardest(reasons.map((each) => each.verdict));
  // What time makes harder: of a permission any lapse, of a warning what blocks, be it for an override that ends.
  const ends = overrides
    .filter(({ id }) => reasons.some(({ overrideId }) => overrideId === id))
    .map((each) => justAfter(each.until));
  const next =
    verdict === 'allow'
      ? outlooks.map(({ lapsesAt }) => lapsesAt)
      : verdict === 'warn'
        ? [...outlooks.map(({ overdueAt }) => overdueAt), ...ends]
        : [];
  const lapsesAt = next.reduce(first, undefined);
  return { subject, verdict, reasons, ...(lapsesAt ? { lapsesAt: shortTime(lapsesAt) } : {}) };
}

interface Known {
  seq: string;
  zone: string;
  requirements: ReadonlyMap<string, Published>;
  /** By subject. */
  found: ReadonlyMap<string, Found>;
}

function reasonOf(
  subjectId: string,
  { requirementId, status, verdict, from }: Finding,
  { requirements, zone }: Known,
  overrides: readonly Override[],
): Reason {
  const { id, name, citation, severity } = requirements.get(requirementId) as Published;
  const override =
    verdict === 'block'
      ? overrides.findLast((each) => each.subjectId === subjectId && (each.requirementId ?? id) === id)
      : undefined;
  const due = status.dueAt ? `, due ${dayOf(zone, status.dueAt)}` : '';
  const told = `${name}: ${status.status}${status.isOverdue ? ' and overdue' : ''}${due}`;
  return {
    requirementId: id,
    name,
    ...(citation ? { citation } : {}),
    severity,
    subjectId,
    verdict: override ? 'warn' : verdict,
    status: status.status,
    isOverdue: status.isOverdue,
    from: shortTime(from),
    ...(status.dueAt ? { dueAt: shortTime(status.dueAt) } : {}),
    ...(override ? { overrideId: override.id } : {}),
    text: override ? `${told}; overridden until ${dayOf(zone, override.until)}: ${override.reason}` : told,
  };
}

/** Of a time that begins now what is kept, where that is up to date; the rest is worked out. */
const findAll = (
  database: Database,
  { orgId, now }: Caller,
  ids: readonly string[],
  window: Window,
): Promise<Known> =>
  snapshot(database, async (tx) => {
    const seq = await lastEntry(tx, orgId);
    const requirements = await publishedRequirements(tx, orgId);
    const known =
      window.from < now.toISOString() ? new Map() : await kept(tx, orgId, requirements, ids, seq, window);
    const others = ids.filter((id) => !known.has(id));
    if (others.length === 0) {
      const { timeZone: zone } = await organizationSettings(tx, orgId);
      return { seq, zone, requirements: byId(requirements), found: known };
    }
    const answer = await answerableIn(tx, orgId, others, { now, asOf: window.from });
    return {
      seq: answer.seq,
      zone: answer.organization.timeZone,
      requirements: byId(answer.requirements),
      found: new Map([...known, ...(await computed(answer, window))]),
    };
  });

const byId = (requirements: readonly Published[]): Map<string, Published> =>
  new Map(requirements.map((each) => [each.id, each]));
