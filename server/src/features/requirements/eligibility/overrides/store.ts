import type { Sight } from '../../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql } from '../../../../kernel/database/database.ts';
import type { Tx } from '../../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../../kernel/time.ts';
import { visibleTo } from '../../../directory/index.ts';
import type { EligibilityOverride } from './schema.ts';

interface OverrideRow {
  id: string;
  subjectId: string;
  subjectType: EligibilityOverride['subject']['type'];
  requirementId: string | null;
  from: string;
  until: string;
  reason: string;
  createdAt: string;
  createdBy: string;
}

const OVERRIDE = columns<OverrideRow>({
  id: sql`id`,
  subjectId: sql`subject_id`,
  subjectType: sql`subject_type`,
  requirementId: sql`requirement_id`,
  from: sql`from_at`,
  until: sql`until_at`,
  reason: sql`reason`,
  createdAt: sql`created_at`,
  createdBy: sql`created_by`,
});

function toOverride(row: Row): EligibilityOverride {
  const override = OVERRIDE.read(row);
  return {
    id: override.id,
    subject: { id: override.subjectId, type: override.subjectType },
    ...(override.requirementId === null ? {} : { requirementId: override.requirementId }),
    from: wireTime(override.from),
    until: wireTime(override.until),
    reason: override.reason,
    createdAtTime: wireTime(override.createdAt),
    createdById: override.createdBy,
  };
}

/** What a list of overrides is narrowed to. */
export interface OverrideFilter {
  ids?: readonly string[] | undefined;
  subjectIds?: readonly string[] | undefined;
  requirementIds?: readonly string[] | undefined;
}

/** One page of overrides, oldest first, and one more to tell whether another follows. */
export async function listOverrides(
  database: Queryable,
  sight: Sight,
  { ids, subjectIds, requirementIds }: OverrideFilter,
  afterId: string | undefined,
  limit: number,
): Promise<EligibilityOverride[]> {
  const rows = await database.rows(sql`
    select ${OVERRIDE.list} from eligibility_override where org_id = ${sight.orgId} ${and(
      ids && sql`id = any(${ids}::uuid[])`,
      subjectIds && sql`subject_id = any(${subjectIds}::bigint[])`,
      requirementIds && sql`requirement_id = any(${requirementIds}::uuid[])`,
      afterId !== undefined && sql`id > ${afterId}::uuid`,
    )} ${visibleTo(sight, sql`eligibility_override.subject_id`)}
    order by id limit ${limit + 1}`);
  return rows.map(toOverride);
}

/** The overrides among `ids`, in no order. */
export async function readOverrides(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<EligibilityOverride[]> {
  const rows = await database.rows(sql`
    select ${OVERRIDE.list} from eligibility_override where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(toOverride);
}

/** Adds an override. */
export async function addOverride(
  tx: Tx,
  override: Omit<EligibilityOverride, 'createdAtTime' | 'createdById'>,
): Promise<EligibilityOverride> {
  const { id, subject, requirementId = null, from, until, reason } = override;
  const [row] = await tx.rows(sql`
    with saved as (
      insert into eligibility_override (org_id, id, subject_id, subject_type, requirement_id, from_at, until_at, reason,
        created_at, created_by)
      values (${tx.orgId}, ${id}, ${subject.id}, ${subject.type}, ${requirementId}, ${from}, ${until}, ${reason},
        ${tx.at}, ${tx.actor})
      returning eligibility_override.*
    ) select ${OVERRIDE.list} from saved`);
  return toOverride(row as Row);
}

export async function deleteOverrideRow(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`delete from eligibility_override where org_id = ${tx.orgId} and id = ${id}`);
}
