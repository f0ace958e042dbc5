import type { Caller } from '../../../kernel/auth.ts';
import type { Database, Queryable } from '../../../kernel/database.ts';
import type { Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { type FieldDefinition, type FieldValue, readFields, servedText } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import { datesAfter } from './dates.ts';
import { recordChange, type StoredRecord, touched, withExternalIds } from './document.ts';
import { checkedExternalIds, mergedExternalIds } from './external-ids.ts';
import { type RecordRef, recordRef, unknownRecord } from './ids.ts';
import { findOwner } from './owner.ts';
import type { UpdateRecord } from './schema.ts';
import { type FoundRecord, findRecord, saveRecords } from './store.ts';

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
  const { document, fields: definitionsText } = await requireRecord(database, caller, ref);
  const definitions: FieldDefinition[] = JSON.parse(definitionsText);
  const owner = input.owner && (await findOwner(database, caller, input.owner, document.owner.entityType));
  const externalIds = checkedExternalIds(input.externalIds);
  const inputs = input.fields === undefined ? [] : input.fields;
  const { fields, media } = await readFields(services, caller, {
    definitions,
    inputs,
    dialect: 'qualification',
    before: document.fields,
    complete: input.fields !== undefined,
  });
  return withMedia(services, caller.orgId, media, () =>
    write(database, caller, async (tx, stamp) => {
      const before = await requireRecord(tx, caller, ref);
      await keepMedia(tx, caller.orgId, media, stamp);
      const { expirationDate: _, ...rest } = touched(before.document, caller, stamp);
      const after: StoredRecord = {
        ...rest,
        ...datesAfter(before.document, input, before.expirationRequired),
        ...(owner ? { owner: owner.owner } : {}),
        fields: merged(definitions, before.document.fields, fields, inputs),
      };
      const ownerType = owner?.ownerType ?? before.ownerType;
      await saveRecords(tx, caller.orgId, [{ document: after, ownerType }], {
        at: stamp.at,
        actor: caller.actor,
      });
      const kept = await mergedExternalIds(tx, caller.orgId, after.id, before.externalIds, externalIds);
      stamp.record(recordChange('update', after, kept));
      const text = JSON.stringify({ data: withExternalIds(after, kept) });
      return servedText(services, tx, caller.orgId, text, base);
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
 * Archives a record, takes it back, or deletes it as a tombstone. One that is there already is left alone.
 *
 * @throws 404 for an unknown or deleted record.
 */
export async function moveRecord(
  database: Database,
  caller: Caller,
  id: string,
  recordStatus: StoredRecord['recordStatus'],
): Promise<void> {
  const ref = recordRef('id', id);
  return write(database, caller, async (tx, stamp) => {
    const before = await requireRecord(tx, caller, ref);
    if (before.document.recordStatus === recordStatus) return;
    const after = { ...touched(before.document, caller, stamp), recordStatus };
    await saveRecords(tx, caller.orgId, [{ ...before, document: after }], {
      at: stamp.at,
      actor: caller.actor,
    });
    const operation = recordStatus === 'deleted' ? 'delete' : 'update';
    stamp.record(recordChange(operation, after, before.externalIds));
  });
}

/** A record that is not deleted. @throws 404. */
export async function requireRecord(
  database: Queryable,
  caller: Pick<Caller, 'orgId' | 'tagIds'>,
  ref: RecordRef,
): Promise<FoundRecord> {
  const found = await findRecord(database, caller, ref);
  return found ?? unknownRecord('id', ref.text);
}
