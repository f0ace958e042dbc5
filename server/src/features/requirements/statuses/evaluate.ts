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

/** Subjects worked out in one go, before others have their turn. */
const BREATH = 10;

/** What requirements say of subjects at a moment, by what is known now; subjects that never were are left out. */
export async function evaluate(
  database: Queryable,
  orgId: string,
  requirements: readonly Published[],
  organization: Organization,
  subjectIds: readonly string[],
  at: string,
): Promise<Evaluated[]> {
  const subjects = await readSubjects(database, orgId, organization, subjectIds);
  const found: Evaluated[] = [];
  let count = 0;
  for (const subject of subjects.values()) {
    const facts = { organization, subject };
    for (const requirement of requirements)
      found.push({ requirement, subject, status: statusOf(requirement, facts, at) });
    count += 1;
    if (count % BREATH === 0) await yielded();
  }
  return found;
}
