import { setImmediate as yielded } from 'node:timers/promises';
import type { Queryable } from '../../../kernel/database/database.ts';
import type { Published } from '../authoring/content.ts';
import { type KnownSubject, readSubjects } from '../facts/live.ts';
import type { Organization } from '../facts/organization.ts';
import { type Status, statusOf } from '../rules/status.ts';

/** What a requirement says of a subject. */
export interface Evaluated {
  requirement: Published;
  subject: KnownSubject;
  status: Status;
}

/** How long anything is worked out in one go, before others have their turn. */
const BREATH_MS = 1;

/** One after the other, with breaks in which others have their turn. */
export async function* yielding<T>(all: Iterable<T>): AsyncGenerator<T> {
  let began = performance.now();
  for (const each of all) {
    yield each;
    if (performance.now() - began < BREATH_MS) continue;
    await yielded();
    began = performance.now();
  }
}

/**
 * Shows `visit` what requirements say of subjects at a moment, by what is known now; subjects that never were are left
 * out. A status has all that it follows from with it: whoever keeps it keeps that.
 */
export async function evaluate(
  database: Queryable,
  orgId: string,
  requirements: readonly Published[],
  organization: Organization,
  subjectIds: readonly string[],
  at: string,
  visit: (evaluated: Evaluated) => void,
): Promise<void> {
  const subjects = await readSubjects(database, orgId, organization, subjectIds);
  for await (const subject of yielding(subjects.values())) {
    const facts = { organization, subject };
    for (const requirement of requirements)
      visit({ requirement, subject, status: statusOf(requirement, facts, at) });
  }
}
