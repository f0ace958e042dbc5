import { type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import {
  checkExternalIds,
  type ExternalIdsInput,
  externalIdsOf,
  firstProblem,
  idsByExternalId,
  mergeExternalIds,
} from '../../directory/index.ts';

// All that records have to do with the directory's external ids.

const RECORD = 'qualificationRecord';

/** An external id `key:value`. */
export interface ExternalId {
  key: string;
  value: string;
}

/** The external ids of `record`, a row of the records' table, as a JSON object, or null. */
export const recordExternalIds = (orgId: string): Sql => externalIdsOf(orgId, RECORD, sql`record.id`);

/** Those of its owner. */
export const ownerExternalIds = (orgId: string): Sql =>
  externalIdsOf(orgId, sql`record.owner_type`, sql`record.owner_id`);

/** External ids as a request gives them, as text; an empty one takes its key off. @throws 400. */
export function checkedExternalIds(given: ExternalIdsInput = {}): Record<string, string> {
  checkExternalIds([{ index: 0, ids: given }], firstProblem);
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value ?? '')]));
}

/** The records that external ids name, by `key:value`. */
export const recordsNamed = (
  database: Queryable,
  orgId: string,
  names: readonly ExternalId[],
): Promise<Map<string, string>> => idsByExternalId(database, orgId, RECORD, names);

/** Sets external ids of records, an empty value takes its key off. @throws 400 naming one that another object has. */
export const setExternalIds = (
  tx: Tx,
  items: readonly { entityId: string; ids: Record<string, string> }[],
): Promise<void> =>
  mergeExternalIds(
    tx,
    RECORD,
    items.map((item, index) => ({ ...item, index })),
    firstProblem,
  );
