import { type Database, sql } from '../../../kernel/database/database.ts';
import { documentsAsOf } from '../../../kernel/ledger/read.ts';
import { versionsOf } from '../../../kernel/ledger/versions.ts';
import { driver, subjectNames, tag, user, vehicle } from '../../directory/index.ts';
import { requireRequirement } from '../authoring/service.ts';
import { publishedRequirements } from '../authoring/store.ts';
import { tagVersionsOf } from '../facts/organization.ts';
import { entryAt } from '../facts/past.ts';
import { subjectAt } from '../rules/applies.ts';
import { isWithin } from '../rules/selector.ts';
import { STATUSES } from '../rules/standing.ts';
import { statusOf } from '../rules/status.ts';
import { answerable } from './ask.ts';
import { statusWire } from './explain.ts';
import { listStatuses } from './lists.ts';
import { followedUpTo, organizationsBehind } from './position.ts';
import type { RequirementStatus } from './schema.ts';

/** A status with what people call the requirement and whom it is of. */
export interface ReportedStatus
  extends Pick<
    RequirementStatus,
    'status' | 'isOverdue' | 'isInHand' | 'since' | 'until' | 'dueAt' | 'graceUntil'
  > {
  requirement: { id: string; name: string; citation?: string; severity: string };
  subject: { id: string; type: string; name: string };
}

/** Statuses by subject and requirement, without those that nobody needs. */
export interface StatusReport {
  /** The entry of the ledger up to which they are. */
  asOfSeq: string;
  /** Whether kept ones have not followed something yet, and nothing is following it. */
  isBehind: boolean;
  /** Read page by page as they are taken. */
  pages: AsyncIterable<ReportedStatus[]>;
}

/** What a report is narrowed to. */
export interface ReportFilter {
  /** RFC 3339 in UTC with milliseconds: works them out for that moment. Without it they are as they are kept. */
  asOf?: string | undefined;
  tagIds?: readonly string[] | undefined;
  requirementIds?: readonly string[] | undefined;
}

/** Statuses that are read at once. */
const KEPT = 2000;
/** Subjects whose statuses are worked out at once. */
const SUBJECTS = 250;

/**
 * Everybody's statuses, for the operator.
 *
 * @throws 404 for a requirement that is not there.
 */
export async function reportStatuses(
  database: Database,
  orgId: string,
  filter: ReportFilter,
  now: Date,
): Promise<StatusReport> {
  for (const id of filter.requirementIds ?? []) await requireRequirement(database, orgId, 'requirement', id);
  const { asOf } = filter;
  if (asOf !== undefined) {
    const asOfSeq = await entryAt(database, orgId, asOf);
    return { asOfSeq, isBehind: false, pages: workedOut(database, orgId, { ...filter, asOf }, asOfSeq, now) };
  }
  const asOfSeq = (await followedUpTo(database, orgId)) ?? '0';
  const isBehind = (await organizationsBehind(database)).includes(orgId);
  return { asOfSeq, isBehind, pages: kept(database, orgId, filter) };
}

async function* kept(
  database: Database,
  orgId: string,
  { tagIds, requirementIds }: ReportFilter,
): AsyncGenerator<ReportedStatus[]> {
  const sight = { orgId, tagIds: null };
  const requirements = new Map(
    (await publishedRequirements(database, orgId, requirementIds)).map((each) => [each.id, each]),
  );
  const statuses = STATUSES.filter((name) => name !== 'notNeeded');
  for (let after: readonly string[] = []; ; ) {
    const found = await listStatuses(database, sight, { tagIds, requirementIds, statuses }, after, KEPT);
    const page = found.slice(0, KEPT);
    const rows = page.map(({ json }): RequirementStatus => JSON.parse(json));
    const names = await subjectNames(database, sight, [...new Set(rows.map(({ subject }) => subject.id))]);
    yield rows.flatMap(
      ({ id: _, requirementId, nextChangeAt: __, updatedAtTime: ___, subject, ...status }) => {
        const requirement = requirements.get(requirementId);
        const name = names.get(subject.id)?.name ?? '';
        return requirement
          ? [{ ...status, requirement: called(requirement), subject: { ...subject, name } }]
          : [];
      },
    );
    if (found.length <= KEPT) return;
    after = page.at(-1)?.key ?? [];
  }
}

async function* workedOut(
  database: Database,
  orgId: string,
  { asOf, tagIds, requirementIds }: ReportFilter & { asOf: string },
  seq: string,
  now: Date,
): AsyncGenerator<ReportedStatus[]> {
  const tags = tagIds && tagVersionsOf(await versionsOf(database, orgId, [tag.name], undefined, seq));
  const everybody = await subjectIdsThen(database, orgId, seq);
  for (let from = 0; from < everybody.length; from += SUBJECTS) {
    const ids = everybody.slice(from, from + SUBJECTS);
    const { at, requirements, organization, subjects } = await answerable(database, { orgId }, ids, {
      now,
      asOf,
      requirementIds,
    });
    const names = await namesThen(database, orgId, ids, at);
    const rows: ReportedStatus[] = [];
    for (const id of ids) {
      const subject = subjects.get(id);
      const own = subject && (subjectAt(subject.versions, at)?.tagIds ?? []);
      if (!subject || !own) continue;
      if (tags && !own.some((tagId) => tagIds?.some((above) => isWithin(tags, tagId, above, at)))) continue;
      for (const requirement of requirements) {
        const { nextChangeAt: _, ...status } = statusWire(
          statusOf(requirement, { organization, subject }, at),
        );
        if (status.status === 'notNeeded') continue;
        const name = names.get(id) ?? '';
        rows.push({ ...status, requirement: called(requirement), subject: { id, type: subject.type, name } });
      }
    }
    yield rows;
  }
}

function called({
  id,
  name,
  citation,
  severity,
}: ReportedStatus['requirement']): ReportedStatus['requirement'] {
  return { id, name, ...(citation ? { citation } : {}), severity };
}

const SUBJECT_KINDS = [driver.name, user.name, vehicle.name];

/** Whoever was a person or vehicle by an entry of the ledger, deleted or not, by id. */
async function subjectIdsThen(database: Database, orgId: string, seq: string): Promise<string[]> {
  const rows = await database.rows(sql`
    select distinct id::bigint as subject_id from ledger_change
    where org_id = ${orgId} and resource = any(${SUBJECT_KINDS}::text[]) and seq <= ${seq}::bigint
    order by subject_id`);
  return rows.map(([id]) => id);
}

async function namesThen(
  database: Database,
  orgId: string,
  ids: readonly string[],
  at: string,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const kind of SUBJECT_KINDS)
    for (const [id, document] of await documentsAsOf(database, orgId, kind, ids, at))
      names.set(id, (JSON.parse(document) as { name: string }).name);
  return names;
}
