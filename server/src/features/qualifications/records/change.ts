import type { Caller } from '../../../kernel/auth.ts';
import type { Services } from '../../../kernel/feature.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { type FieldDefinition, type FieldValue, readFields } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import { QUALIFICATION_RULES } from '../field-rules.ts';
import { datesAfter } from './dates.ts';
import { changedRecord, type StoredRecord, touched } from './document.ts';
import { checkedExternalIds } from './external-ids.ts';
import { requireRecord } from './find.ts';
import { recordRef } from './ids.ts';
import { CHANGEABLE, type RecordMove } from './moves.ts';
import { giveExternalIds } from './naming.ts';
import { findOwner } from './owner.ts';
import { writtenReply } from './reply.ts';
import { qualificationRecord } from './resource.ts';
import type { UpdateRecord } from './schema.ts';
import { findRenewal, saveRecords } from './store.ts';

/**
 * Changes what is sent and nothing else. Values are checked against the revision that the record was made with.
 *
 * @returns the reply's text.
 * @throws 404 for an unknown or deleted record; 400 for a value that is wrong or that the type requires and the
 *   change would clear.
 */
export async function updateRecord(
  services: Services,
  caller: Caller,
  input: UpdateRecord,
  base: string,
): Promise<string> {
  const { database } = services;
  const ref = recordRef('id', input.id);
  const { document, fields: definitionsText } = await requireRecord(database, caller, ref, CHANGEABLE);
  const definitions: FieldDefinition[] = JSON.parse(definitionsText);
  const owner = input.owner && (await findOwner(database, caller, input.owner, document.owner.entityType));
  const externalIds = checkedExternalIds(input.externalIds);
  const inputs = input.fields === undefined ? [] : input.fields;
  const { fields, media } = await readFields(services, caller, {
    definitions,
    inputs,
    rules: QUALIFICATION_RULES,
    before: document.fields,
    complete: input.fields !== undefined,
  });
  return withMedia(services, caller.orgId, media, () =>
    write(database, caller, async (tx) => {
      const before = await requireRecord(tx, tx, ref, CHANGEABLE);
      await keepMedia(tx, media);
      const { expirationDate: _, ...rest } = touched(tx, before.document);
      const after: StoredRecord = {
        ...rest,
        ...datesAfter(before.document, input, before.expirationRequired),
        ...(owner ? { owner: owner.owner } : {}),
        fields: merged(definitions, before.document.fields, fields, inputs),
      };
      const row = { ...before, document: after, ownerType: owner?.ownerType ?? before.ownerType };
      await saveRecords(tx, [row]);
      const kept = await giveExternalIds(tx, after.id, before.externalIds, externalIds);
      // The former owner's story has the record's leaving, too.
      tx.changed(qualificationRecord, 'update', [changedRecord(row, kept, [before.document.owner.id])]);
      return writtenReply(services, tx, after, kept, base);
    }),
  );
}

/** The fields that were sent as they are in `read`, the others as they are by now, in the type's order. */
export function merged(
  definitions: readonly FieldDefinition[],
  now: readonly FieldValue[],
  read: readonly FieldValue[],
  inputs: readonly { id: string }[],
): FieldValue[] {
  const sent = new Set(inputs.map(({ id }) => id.toLowerCase()));
  return definitions.flatMap(({ id }) => (sent.has(id) ? read : now).find((value) => value.id === id) ?? []);
}

/**
 * Archives a record, takes it back, or deletes it as a tombstone, inside a write. One that is there already is left
 * alone.
 *
 * @throws 404 for an unknown or deleted record.
 */
export async function moveRecord(tx: Tx, id: string, move: RecordMove): Promise<void> {
  const { to } = move;
  const before = await requireRecord(tx, tx, recordRef('id', id), move);
  const { recordStatus, id: recordId } = before.document;
  // One whose renewal archived it, and was deleted since, can still be archived by hand.
  const isGivenBack = to === 'archived' && !before.archivedAt && !(await findRenewal(tx, tx.orgId, recordId));
  if (recordStatus === to && !isGivenBack) return;
  const row = {
    ...before,
    document: { ...touched(tx, before.document), recordStatus: to },
    archivedAt: to === 'archived' ? tx.at : to === 'active' ? null : before.archivedAt,
  };
  await saveRecords(tx, [row]);
  const operation = to === 'deleted' ? 'delete' : 'update';
  tx.changed(qualificationRecord, operation, [changedRecord(row, before.externalIds)]);
}
