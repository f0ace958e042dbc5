import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { utcText } from '../../../kernel/time.ts';
import type { Published } from '../authoring/content.ts';
import { followingOf } from '../statuses/position.ts';
import { touchedSince } from '../statuses/touched.ts';
import type { Found, Window } from './found.ts';
import { verdictOf } from './verdict.ts';

/** Changes that may not have been followed yet, and are looked through all the same. */
const BEHIND = 500;

/**
 * What is kept of those subjects whose statuses are up to the last entry, and do not change in a time that begins now.
 * Whoever is not here has to be worked out.
 */
export async function kept(
  tx: Queryable,
  orgId: string,
  requirements: readonly Published[],
  subjectIds: readonly string[],
  last: string,
  { from, until }: Window,
): Promise<Map<string, Found>> {
  const fresh = await followed(tx, orgId, subjectIds, last);
  const blocking = requirements.filter(({ severity }) => severity === 'block').map(({ id }) => id);
  const rows = await tx.rows(sql`
    select status.subject_id, bool_or(status.next_change_at <= ${until}::timestamptz),
      ${utcText(sql`min(status.lapses_at)`)},
      ${utcText(sql`min(status.overdue_at) filter (where status.requirement_id = any(${blocking}::uuid[]))`)},
      json_agg(json_build_array(status.requirement_id, status.status, status.is_overdue, ${utcText(sql`status.due_at`)}))
        filter (where status.status in ('missing', 'expired'))
    from requirement_status status
    where status.org_id = ${orgId} and status.subject_id = any(${fresh}::bigint[])
    group by status.subject_id`);
  const found = new Map(fresh.map((id): [string, Found] => [id, { findings: [] }]));
  const severities = new Map(requirements.map(({ id, severity }) => [id, severity]));
  for (const [id, isMoving, lapsesAt, overdueAt, unmet] of rows) {
    if (isMoving) {
      found.delete(id);
      continue;
    }
    const findings = (unmet ? JSON.parse(unmet) : []).flatMap(
      ([requirementId, status, isOverdue, dueAt]: [
        string,
        'missing' | 'expired',
        boolean,
        string | null,
      ]) => {
        const severity = severities.get(requirementId);
        if (!severity) return [];
        return [
          {
            requirementId,
            status: { status, isOverdue, ...(dueAt ? { dueAt } : {}) },
            verdict: verdictOf({ status, isOverdue }, severity),
            from,
          },
        ];
      },
    );
    found.set(id, { findings, lapsesAt: lapsesAt ?? undefined, overdueAt: overdueAt ?? undefined });
  }
  return found;
}

/** Those of the subjects whose kept statuses are up to the last entry of the ledger. */
async function followed(
  tx: Queryable,
  orgId: string,
  subjectIds: readonly string[],
  last: string,
): Promise<readonly string[]> {
  const following = await followingOf(tx, orgId);
  if (!following) return [];
  const { position, sweptTo } = following;
  const done = sweptTo === undefined ? subjectIds : subjectIds.filter((id) => BigInt(id) <= BigInt(sweptTo));
  if (position.seq === last) return done;
  const round = await touchedSince(tx, orgId, position, last, BEHIND);
  if (round.position.seq !== last || round.shared.length > 0) return [];
  const touched = new Set(round.subjectIds);
  return done.filter((id) => !touched.has(id));
}
