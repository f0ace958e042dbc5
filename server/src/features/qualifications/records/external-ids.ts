import type { Queryable } from '../../../kernel/database.ts';
import {
  checkExternalIds,
  type ExternalIdsInput,
  firstProblem,
  mergeExternalIds,
} from '../../directory/index.ts';
import { releaseDeleted } from './store.ts';

/** External ids as a request gives them, as text; an empty one takes its key off. @throws 400. */
export function checkedExternalIds(given: ExternalIdsInput = {}): Record<string, string> {
  checkExternalIds([{ index: 0, ids: given }], firstProblem);
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value ?? '')]));
}

/**
 * Sets the external ids of a record that has `before`; answers what it has now. Those of a deleted record are free
 * to take. @throws 400 naming one that another object holds.
 */
export async function mergedExternalIds(
  tx: Queryable,
  orgId: string,
  entityId: string,
  before: Record<string, string>,
  given: Record<string, string>,
): Promise<Record<string, string>> {
  if (Object.keys(given).length === 0) return before;
  await releaseDeleted(tx, orgId, given);
  await mergeExternalIds(
    tx,
    orgId,
    'qualificationRecord',
    [{ index: 0, entityId, ids: given }],
    firstProblem,
  );
  return Object.fromEntries(
    Object.entries({ ...before, ...given })
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
