import type { Sight } from '../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../kernel/database/database.ts';
import { snapshot } from '../../../kernel/database/snapshot.ts';
import type { Published } from '../authoring/content.ts';
import { publishedRequirements } from '../authoring/store.ts';
import { type KnownSubject, readSubjects } from '../facts/live.ts';
import { type Organization, readOrganization } from '../facts/organization.ts';
import { entryAt, organizationThen, requirementsThen, subjectsThen } from '../facts/past.ts';
import { lastEntry } from './position.ts';

/** All that statuses of some subjects follow from at a moment. */
export interface Answerable {
  at: string;
  /** The entry of the ledger up to which it is known. */
  seq: string;
  requirements: readonly Published[];
  organization: Organization;
  subjects: ReadonlyMap<string, KnownSubject>;
}

interface Asking {
  now: Date;
  asOf?: string | undefined;
  requirementIds?: readonly string[] | undefined;
}

/**
 * Reads what statuses follow from: what is known now, for the present and for what time will do; for an earlier moment
 * what was known then, from the ledger.
 */
export const answerable = (
  database: Database,
  { orgId }: Pick<Sight, 'orgId'>,
  subjectIds: readonly string[],
  asking: Asking,
): Promise<Answerable> => snapshot(database, (tx) => answerableIn(tx, orgId, subjectIds, asking));

/** The same in a snapshot. */
export async function answerableIn(
  tx: Queryable,
  orgId: string,
  subjectIds: readonly string[],
  { now, asOf, requirementIds }: Asking,
): Promise<Answerable> {
  const at = asOf ?? now.toISOString();
  if (at < now.toISOString()) return then(tx, orgId, subjectIds, at, requirementIds);
  const requirements = await publishedRequirements(tx, orgId, requirementIds);
  const organization = await readOrganization(tx, orgId, requirements);
  const subjects = await readSubjects(tx, orgId, organization, subjectIds);
  return { at, seq: await lastEntry(tx, orgId), requirements, organization, subjects };
}

async function then(
  tx: Queryable,
  orgId: string,
  subjectIds: readonly string[],
  at: string,
  requirementIds: readonly string[] | undefined,
): Promise<Answerable> {
  const seq = await entryAt(tx, orgId, at);
  const requirements = await requirementsThen(tx, orgId, seq, requirementIds);
  const organization = await organizationThen(tx, orgId, seq, requirements);
  const subjects = await subjectsThen(tx, orgId, seq, organization, subjectIds);
  return { at, seq, requirements, organization, subjects };
}
