import type { Caller } from '../../../kernel/auth.ts';
import { addDays } from '../../../kernel/calendar.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { numericIds, uuids } from '../../../kernel/ids.ts';
import { parseTime } from '../../../kernel/time.ts';
import { findSubjects } from '../../directory/index.ts';
import { STATUSES } from '../rules/standing.ts';
import { statusOf } from '../rules/status.ts';
import { answerable } from './ask.ts';
import { statusWire } from './explain.ts';
import type { StatusFilter } from './lists.ts';
import type { AskedStatus } from './schema.ts';
import { keptStatuses, keyOf } from './store.ts';

/** The filters of a request. */
export interface Asked {
  tagIds?: string[];
  requirementIds?: string[];
  statuses?: string[];
  isOverdue?: boolean;
  expiringWithinDays?: number;
}

/** What a request narrows statuses to. */
export function filterOf(query: Asked, now: Date): StatusFilter {
  const { expiringWithinDays: days } = query;
  return {
    tagIds: query.tagIds && numericIds('tagIds', query.tagIds),
    requirementIds: query.requirementIds && uuids('requirementIds', query.requirementIds),
    statuses: query.statuses ?? STATUSES.filter((name) => name !== 'notNeeded'),
    isOverdue: query.isOverdue,
    endsBy: days === undefined ? undefined : addDays('UTC', now.toISOString(), days),
  };
}

/**
 * Statuses of few subjects, worked out at once.
 *
 * @throws 404 for a subject that is not there.
 */
export async function askedStatuses(
  database: Database,
  caller: Caller,
  names: readonly string[],
  asOf: string | undefined,
  filter: StatusFilter,
) {
  const subjects = await findSubjects(database, caller, 'subjectIds', names, { deleted: true });
  const at = asOf === undefined ? undefined : parseTime('asOf', asOf);
  const ids = subjects.map(({ id }) => id).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  const answer = await answerable(database, caller, ids, {
    now: caller.now,
    asOf: at,
    requirementIds: filter.requirementIds,
  });
  const kept = await keptStatuses(
    database,
    caller.orgId,
    answer.requirements.map(({ id }) => id),
    ids,
  );
  const data = ids.flatMap((id) => {
    const subject = answer.subjects.get(id);
    if (!subject) return [];
    return answer.requirements.flatMap((requirement): AskedStatus[] => {
      const status = statusOf(requirement, { organization: answer.organization, subject }, answer.at);
      if (!isWanted(status, filter)) return [];
      const keptId = kept.get(keyOf(requirement.id, id))?.id;
      return [
        {
          ...(keptId ? { id: keptId } : {}),
          requirementId: requirement.id,
          subject: { id, type: subject.type },
          ...statusWire(status),
        },
      ];
    });
  });
  return { data, pagination: { endCursor: '', hasNextPage: false }, asOfSeq: answer.seq };
}

const isWanted = (
  { status, isOverdue, until }: Pick<ReturnType<typeof statusOf>, 'status' | 'isOverdue' | 'until'>,
  filter: StatusFilter,
): boolean =>
  filter.statuses.includes(status) &&
  (filter.isOverdue === undefined || filter.isOverdue === isOverdue) &&
  (filter.endsBy === undefined ||
    ((status === 'current' || status === 'expiring') && until !== undefined && until <= filter.endsBy));
