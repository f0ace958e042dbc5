import type { Sight } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import type { Occurrence } from './schema.ts';

interface OccurrenceRow {
  id: string;
  subjectId: string;
  subjectType: Occurrence['subject']['type'];
  type: string;
  at: string;
  externalId: string | null;
  details: string;
  createdAt: string;
  createdBy: string;
}

const OCCURRENCE = columns<OccurrenceRow>({
  id: sql`id`,
  subjectId: sql`subject_id`,
  subjectType: sql`subject_type`,
  type: sql`type`,
  at: sql`at`,
  externalId: sql`external_id`,
  details: sql`details::text`,
  createdAt: sql`created_at`,
  createdBy: sql`created_by`,
});

const toOccurrence = (row: Row): Occurrence => {
  const { id, subjectId, subjectType, type, at, externalId, details, createdAt, createdBy } =
    OCCURRENCE.read(row);
  return {
    id,
    subject: { id: subjectId, type: subjectType },
    type,
    at: wireTime(at),
    ...(externalId === null ? {} : { externalId }),
    details: JSON.parse(details),
    createdAtTime: wireTime(createdAt),
    createdById: createdBy,
  };
};

/** What a list of occurrences is narrowed to. */
export interface OccurrenceFilter {
  subjectIds?: readonly string[] | undefined;
  types?: readonly string[] | undefined;
  startTime?: string | undefined;
  endTime?: string | undefined;
}

/** One page of occurrences, the latest to happen first, and one more to tell whether another follows. */
export async function listOccurrences(
  database: Queryable,
  sight: Sight,
  { subjectIds, types, startTime, endTime }: OccurrenceFilter,
  [afterAt, afterId]: readonly string[],
  limit: number,
): Promise<Occurrence[]> {
  const rows = await database.rows(sql`
    select ${OCCURRENCE.list} from occurrence where org_id = ${sight.orgId} ${and(
      subjectIds && sql`subject_id = any(${subjectIds}::bigint[])`,
      types && sql`type = any(${types}::text[])`,
      startTime !== undefined && sql`at >= ${startTime}::timestamptz`,
      endTime !== undefined && sql`at < ${endTime}::timestamptz`,
      afterAt !== undefined && sql`(at, id) < (${afterAt}::timestamptz, ${afterId}::uuid)`,
    )} ${visibleTo(sight, sql`occurrence.subject_id`)}
    order by at desc, id desc limit ${limit + 1}`);
  return rows.map(toOccurrence);
}

/** The occurrences among `ids`, in no order. */
export async function readOccurrences(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Occurrence[]> {
  const rows = await database.rows(sql`
    select ${OCCURRENCE.list} from occurrence where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(toOccurrence);
}

/** The occurrence of a type that an external id names, whether or not whoever asks may see it. */
export async function occurrenceNamed(
  database: Queryable,
  orgId: string,
  type: string,
  externalId: string,
): Promise<Occurrence | undefined> {
  const rows = await database.rows(sql`
    select ${OCCURRENCE.list} from occurrence
    where org_id = ${orgId} and type = ${type} and external_id = ${externalId}`);
  return rows.map(toOccurrence)[0];
}

/** Adds an occurrence. */
export async function addOccurrence(
  tx: Tx,
  occurrence: Omit<Occurrence, 'createdAtTime' | 'createdById'>,
): Promise<Occurrence> {
  const { id, subject, type, at, externalId = null, details } = occurrence;
  const [row] = await tx.rows(sql`
    with saved as (
      insert into occurrence (org_id, id, subject_id, subject_type, type, at, external_id, details, created_at,
        created_by)
      values (${tx.orgId}, ${id}, ${subject.id}, ${subject.type}, ${type}, ${at}, ${externalId},
        ${JSON.stringify(details)}, ${tx.at}, ${tx.actor})
      returning occurrence.*
    ) select ${OCCURRENCE.list} from saved`);
  return toOccurrence(row as Row);
}
