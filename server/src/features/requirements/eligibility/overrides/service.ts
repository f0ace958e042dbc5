import type { Caller } from '../../../../kernel/auth.ts';
import type { Database } from '../../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { write } from '../../../../kernel/ledger/write.ts';
import { DAY_MS } from '../../../../kernel/time.ts';
import { findSubjects, type SubjectEntity } from '../../../directory/index.ts';
import { requireRequirement } from '../../authoring/service.ts';
import { readPeriod } from '../../period.ts';
import { eligibilityOverride } from './resource.ts';
import type { CreateEligibilityOverride, EligibilityOverride } from './schema.ts';
import { addOverride, deleteOverrideRow, listOverrides } from './store.ts';

const MOST_DAYS = 366;

/**
 * Lets a subject work though a requirement blocks it.
 *
 * @throws 400 for a period that ends before it begins or lasts too long; 404
 */
export const createOverride = (
  database: Database,
  caller: Caller,
  input: CreateEligibilityOverride,
): Promise<EligibilityOverride> =>
  write(database, caller, async (tx) => {
    const { from, until } = readPeriod(input, input.until, tx.at);
    if (Date.parse(until) > Date.parse(from) + MOST_DAYS * DAY_MS)
      throw invalid('until', `it must be at most ${MOST_DAYS} days after from.`);
    const requirement = input.requirementId
      ? await requireRequirement(tx, tx.orgId, 'requirementId', input.requirementId)
      : undefined;
    const [subject] = await findSubjects(tx, tx, 'subjectId', [input.subjectId]);
    const made = await addOverride(tx, {
      id: newId(),
      subject: subject as SubjectEntity,
      ...(requirement ? { requirementId: requirement.id } : {}),
      from,
      until,
      reason: input.reason,
    });
    tx.changed(eligibilityOverride, 'create', [{ id: made.id, document: made }]);
    return made;
  });

/** Ends an override now; the ledger keeps it. @throws 404 */
export const deleteOverride = (database: Database, caller: Caller, id: string): Promise<void> =>
  write(database, caller, async (tx) => {
    const [found] = await listOverrides(tx, tx, { ids: [id] }, undefined, 1);
    if (!found) throw notFound(`id: no override ${id}.`);
    await tx.removing(eligibilityOverride, [found.id]);
    await deleteOverrideRow(tx, found.id);
  });
