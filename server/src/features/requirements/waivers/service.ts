import type { Caller, Writer } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { findSubjects, type SubjectEntity } from '../../directory/index.ts';
import { requireRequirement } from '../authoring/service.ts';
import { readPeriod } from '../period.ts';
import { waiver } from './resource.ts';
import type { CreateWaiver, Waiver } from './schema.ts';
import { addWaiver, deleteWaiverRow, listWaivers } from './store.ts';

/** Lifts a requirement for a subject. @throws 400 for a period that ends before it begins; 404 */
export const createWaiver = (database: Database, writer: Writer, input: CreateWaiver): Promise<Waiver> =>
  write(database, writer, async (tx) => {
    const period = readPeriod(input, input.until, tx.at);
    const requirement = await requireRequirement(tx, tx.orgId, 'requirementId', input.requirementId);
    const [subject] = await findSubjects(tx, tx, 'subjectId', [input.subjectId]);
    const made = await addWaiver(tx, {
      id: newId(),
      requirementId: requirement.id,
      subject: subject as SubjectEntity,
      ...period,
      reason: input.reason,
    });
    tx.changed(waiver, 'create', [{ id: made.id, document: made }]);
    return made;
  });

/** Takes a waiver away, as if it had ended; the ledger keeps it. @throws 404 */
export const deleteWaiver = (database: Database, caller: Caller, id: string): Promise<void> =>
  write(database, caller, async (tx) => {
    const [found] = await listWaivers(tx, tx, { ids: [id] }, undefined, 1);
    if (!found) throw notFound(`id: no waiver ${id}.`);
    await tx.removing(waiver, [found.id]);
    await deleteWaiverRow(tx, found.id);
  });
