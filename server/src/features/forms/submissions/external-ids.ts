import { type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { firstProblem } from '../../../kernel/http/problems.ts';
import { isUuid, parseExternalId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import {
  checkExternalIds,
  type ExternalIdsInput,
  externalIdsOf,
  idsByExternalId,
  mergeExternalIds,
} from '../../directory/index.ts';

const RESOURCE = 'formSubmission';

/** The external ids of `submission` as a JSON object, or null. */
export const externalIdsJson = (orgId: string): Sql => externalIdsOf(orgId, RESOURCE, sql`submission.id`);

/** @throws 400 for keys and values that cannot be external ids. */
export const checkIds = (ids: ExternalIdsInput): void => checkExternalIds([{ index: 0, ids }], firstProblem);

/** Merges external ids into those that a submission has. @throws 400 for one that something else holds. */
export const mergeIds = (tx: Tx, submissionId: string, ids: ExternalIdsInput): Promise<void> =>
  mergeExternalIds(tx, RESOURCE, [{ index: 0, entityId: submissionId, ids }], firstProblem);

/** The ids that texts mean, ids or external ids, by the text; what is neither is left out. */
export async function submissionIds(
  database: Queryable,
  orgId: string,
  texts: readonly string[],
): Promise<Map<string, string>> {
  const external = texts.flatMap((text) => (isUuid(text) ? [] : (parseExternalId(text) ?? [])));
  const named = external.length > 0 ? await idsByExternalId(database, orgId, RESOURCE, external) : new Map();
  return new Map(
    texts.flatMap((text) => {
      const id = isUuid(text) ? text.toLowerCase() : named.get(text);
      return id ? [[text, id] as const] : [];
    }),
  );
}
