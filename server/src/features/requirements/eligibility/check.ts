import { setImmediate as yielded } from 'node:timers/promises';
import type { Caller } from '../../../kernel/auth.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { parseTime, shortTime } from '../../../kernel/time.ts';
import { findSubjects, type SubjectEntity } from '../../directory/index.ts';
import type { Published } from '../authoring/content.ts';
import { grouped } from '../facts/grouped.ts';
import { type Override, overridesOf } from '../facts/overrides.ts';
import { type Status, statusOf } from '../rules/status.ts';
import { answerable } from '../statuses/ask.ts';
import type { CheckEligibility, Reason, Verdict } from './schema.ts';
import { hardest, isHarder, verdictOf } from './verdict.ts';

/** Subjects worked out in one go, before others have their turn. */
const BREATH = 10;

/** The time that is asked about. */
interface Window {
  from: string;
  until: string;
}

/** What one requirement says of one subject in that time, where it is not met all the time. */
interface Finding {
  subjectId: string;
  requirement: Published;
  status: Pick<Status, 'status' | 'isOverdue' | 'dueAt'>;
  verdict: Verdict;
  from: string;
}

interface Found {
  seq: string;
  zone: string;
  findings: Finding[];
  /** By subject, when time alone makes something harder. */
  lapses: Map<string, { at: string; verdict: Verdict }[]>;
}

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
  const found = await findAll(database, caller, ids, window);
  const overrides = await overridesOf(database, caller.orgId, ids, window);
  const findings = grouped(found.findings, ({ subjectId }) => subjectId);
  const results = subjects.map((subject) => {
    const own = [...(findings.get(subject.id) ?? []), ...((vehicle && findings.get(vehicle.id)) ?? [])];
    const lapses = [subject, ...(vehicle ? [vehicle] : [])].flatMap(({ id }) => found.lapses.get(id) ?? []);
    return result(subject, own, lapses, overrides, found.zone);
  });
  return { from: shortTime(from), until: shortTime(until), asOfSeq: found.seq, results };
}

function result(
  subject: SubjectEntity,
  findings: readonly Finding[],
  lapses: readonly { at: string; verdict: Verdict }[],
  overrides: readonly Override[],
  zone: string,
) {
  const reasons = findings
    .map((finding) => reasonOf(finding, overrides, zone))
    .sort((a, b) => (isHarder(a.verdict, b.verdict) ? -1 : isHarder(b.verdict, a.verdict) ? 1 : 0));
  const verdict = hardest(reasons.map((each) => each.verdict));
  const lapsesAt = lapses
    .filter((each) => isHarder(each.verdict, verdict))
    .map(({ at }) => at)
    .sort()[0];
  return { subject, verdict, reasons, ...(lapsesAt ? { lapsesAt: shortTime(lapsesAt) } : {}) };
}

function reasonOf(
  { subjectId, requirement, status, verdict, from }: Finding,
  overrides: readonly Override[],
  zone: string,
): Reason {
  const { id, name, citation, severity } = requirement;
  const override =
    verdict === 'block'
      ? overrides.find((each) => each.subjectId === subjectId && (each.requirementId ?? id) === id)
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

/** Works out what is so at the beginning and at every moment of the time at which time alone changes something. */
async function findAll(
  database: Database,
  caller: Caller,
  ids: readonly string[],
  { from, until }: Window,
): Promise<Found> {
  const { requirements, organization, subjects, seq } = await answerable(database, caller, ids, {
    now: caller.now,
    asOf: from,
  });
  const found: Found = { seq, zone: organization.timeZone, findings: [], lapses: new Map() };
  let count = 0;
  for (const subject of subjects.values()) {
    const facts = { organization, subject };
    for (const requirement of requirements) {
      if (requirement.archivedAt && requirement.archivedAt <= from) continue;
      look(found, requirement, subject.id, (at) => statusOf(requirement, facts, at), { from, until });
    }
    count += 1;
    if (count % BREATH === 0) await yielded();
  }
  return found;
}

/** Notes the hardest of what a requirement says within a time, and when it says something harder after that. */
function look(
  found: Found,
  requirement: Published,
  subjectId: string,
  at: (moment: string) => Status,
  { from, until }: Window,
): void {
  let worst: Finding | undefined;
  let status = at(from);
  for (let moment = from; ; ) {
    const verdict = verdictOf(status, requirement.severity);
    if (moment > until) {
      if (isHarder(verdict, worst?.verdict ?? 'allow')) {
        const lapses = found.lapses.get(subjectId) ?? [];
        lapses.push({ at: moment, verdict });
        found.lapses.set(subjectId, lapses);
        break;
      }
    } else if (isHarder(verdict, worst?.verdict ?? 'allow'))
      worst = { subjectId, requirement, status, verdict, from: moment };
    const next = status.nextChangeAt;
    if (next === undefined || (moment > until && verdict === 'block')) break;
    moment = next;
    status = at(next);
  }
  if (worst) found.findings.push(worst);
}
