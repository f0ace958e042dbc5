import type { Sight } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import type { Waiver } from './schema.ts';

interface WaiverRow {
  id: string;
  requirementId: string;
  subjectId: string;
  subjectType: Waiver['subject']['type'];
  from: string;
  until: string | null;
  reason: string;
  createdAt: string;
  createdBy: string;
}

const WAIVER = columns<WaiverRow>({
  id: sql`id`,
  requirementId: sql`requirement_id`,
  subjectId: sql`subject_id`,
  subjectType: sql`subject_type`,
  from: sql`from_at`,
  until: sql`until_at`,
  reason: sql`reason`,
  createdAt: sql`created_at`,
  createdBy: sql`created_by`,
});

function toWaiver(row: Row): Waiver {
  const waiver = WAIVER.read(row);
  return {
    id: waiver.id,
    requirementId: waiver.requirementId,
    subject: { id: waiver.subjectId, type: waiver.subjectType },
    from: wireTime(waiver.from),
    ...(waiver.until === null ? {} : { until: wireTime(waiver.until) }),
    reason: waiver.reason,
    createdAtTime: wireTime(waiver.createdAt),
    createdById: waiver.createdBy,
  };
}

/** What a list of waivers is narrowed to. */
export interface WaiverFilter {
  ids?: readonly string[] | undefined;
  subjectIds?: readonly string[] | undefined;
  requirementIds?: readonly string[] | undefined;
}

/** One page of waivers, oldest first, and one more to tell whether another follows. */
export async function listWaivers(
  database: Queryable,
  sight: Sight,
  { ids, subjectIds, requirementIds }: WaiverFilter,
  afterId: string | undefined,
  limit: number,
): Promise<Waiver[]> {
  const rows = await database.rows(sql`
    select ${WAIVER.list} from waiver where org_id = ${sight.orgId} ${and(
      ids && sql`id = any(${ids}::uuid[])`,
      subjectIds && sql`subject_id = any(${subjectIds}::bigint[])`,
      requirementIds && sql`requirement_id = any(${requirementIds}::uuid[])`,
      afterId !== undefined && sql`id > ${afterId}::uuid`,
    )} ${visibleTo(sight, sql`waiver.subject_id`)}
    order by id limit ${limit + 1}`);
  return rows.map(toWaiver);
}

/** The waivers among `ids`, in no order. */
export async function readWaivers(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Waiver[]> {
  const rows = await database.rows(sql`
    select ${WAIVER.list} from waiver where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(toWaiver);
}

/** Adds a waiver. */
export async function addWaiver(
  tx: Tx,
  waiver: Pick<Waiver, 'id' | 'requirementId' | 'subject' | 'from' | 'reason'> & {
    until: string | undefined;
  },
): Promise<Waiver> {
  const { id, requirementId, subject, from, until = null, reason } = waiver;
  const [row] = await tx.rows(sql`
    with saved as (
      insert into waiver (org_id, id, requirement_id, subject_id, subject_type, from_at, until_at, reason, created_at,
        created_by)
      values (${tx.orgId}, ${id}, ${requirementId}, ${subject.id}, ${subject.type}, ${from}, ${until}, ${reason},
        ${tx.at}, ${tx.actor})
      returning waiver.*
    ) select ${WAIVER.list} from saved`);
  return toWaiver(row as Row);
}

export async function deleteWaiverRow(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`delete from waiver where org_id = ${tx.orgId} and id = ${id}`);
}
