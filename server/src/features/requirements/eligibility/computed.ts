import type { KnownSubject } from '../facts/live.ts';
import { statusOf } from '../rules/status.ts';
import type { Answerable } from '../statuses/ask.ts';
import { yielding } from '../statuses/evaluate.ts';
import { addOutlook, type Finding, type Found, type Window } from './found.ts';
import { isHarder, verdictOf } from './verdict.ts';

/** Works out what is so at the beginning and at every moment of the time at which time alone changes something. */
export async function computed(answer: Answerable, window: Window): Promise<Map<string, Found>> {
  const all = new Map<string, Found>();
  for await (const subject of yielding(answer.subjects.values()))
    all.set(subject.id, look(answer, subject, window));
  return all;
}

function look(
  { requirements, organization }: Answerable,
  subject: KnownSubject,
  { from, until }: Window,
): Found {
  const found: Found = { findings: [] };
  for (const requirement of requirements) {
    if (requirement.archivedAt && requirement.archivedAt <= from) continue;
    const facts = { organization, subject };
    let worst: Finding | undefined;
    for (let moment = from; ; ) {
      const status = statusOf(requirement, facts, moment);
      const verdict = verdictOf(status, requirement.severity);
      if (isHarder(verdict, worst?.verdict ?? 'allow'))
        worst = { requirementId: requirement.id, status, verdict, from: moment };
      const next = status.nextChangeAt;
      if (next === undefined || next > until) {
        addOutlook(found, status.outlook, requirement.severity);
        break;
      }
      moment = next;
    }
    if (worst) found.findings.push(worst);
  }
  return found;
}
