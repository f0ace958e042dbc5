import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../kernel/auth.ts';
import { badRequest } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { type FieldDefinition, type FieldValue, readFields, servedText } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import { requireType } from '../types/service.ts';
import { merged, requireRecord } from './change.ts';
import { newRecord, requireActive } from './create.ts';
import { datesOfNew } from './dates.ts';
import { recordChange, touched } from './document.ts';
import { recordRef } from './ids.ts';
import type { RenewRecord } from './schema.ts';
import { findRenewal, saveRecords } from './store.ts';

/**
 * Makes the record that follows another: of the same owner, and of the present revision of the same type. Values
 * that are not sent are taken over, but not papers and signatures, which belong to the renewed record. That one is
 * archived and stays readable.
 *
 * @returns the reply's text.
 * @throws 404 for an unknown or deleted record; 400 for one that is renewed already, whoever was first.
 */
export async function renewRecord(
  services: Services,
  caller: Caller,
  input: RenewRecord,
  base: string,
): Promise<string> {
  const { database } = services;
  const ref = recordRef('id', input.id);
  const old = await requireRecord(database, caller, ref);
  const type = await requireType(database, caller.orgId, 'id', old.document.qualificationType.id);
  requireActive(type);
  const dates = datesOfNew(input, type.expiration);
  const inputs = input.fields === undefined ? [] : input.fields;
  const { fields, media } = await readFields(services, caller, {
    definitions: type.fields,
    inputs,
    dialect: 'qualification',
    before: carriedOver(old.document.fields, type.fields),
    complete: true,
  });
  return withMedia(services, caller.orgId, media, () =>
    write(database, caller, async (tx, stamp) => {
      requireActive(await requireType(tx, caller.orgId, 'id', type.id));
      const before = await requireRecord(tx, caller, ref);
      const { id: supersedesId, owner, recordStatus } = before.document;
      const renewal = await findRenewal(tx, caller.orgId, supersedesId);
      if (renewal)
        throw badRequest(
          `Qualification record ${supersedesId} is renewed already, by ${renewal}. Renew that one.`,
        );
      await keepMedia(tx, caller.orgId, media, stamp);
      const made = newRecord(caller, stamp, type, {
        owner,
        ...dates,
        fields: merged(type.fields, carriedOver(before.document.fields, type.fields), fields, inputs),
        supersedesId,
        ownerType: before.ownerType,
      });
      const archived = { ...touched(before.document, caller, stamp), recordStatus: 'archived' as const };
      const rows = recordStatus === 'active' ? [made, { ...before, document: archived }] : [made];
      await saveRecords(tx, caller.orgId, rows, { at: stamp.at, actor: caller.actor });
      stamp.record(recordChange('create', made.document, {}));
      if (rows.length > 1) stamp.record(recordChange('update', archived, before.externalIds));
      const text = JSON.stringify({ data: made.document });
      return servedText(services, tx, caller.orgId, text, base);
    }),
  );
}

/** Values that still fit: of a field that is there and of the same type, with options and columns that are. */
export function carriedOver(
  values: readonly FieldValue[],
  definitions: readonly FieldDefinition[],
): FieldValue[] {
  return values.filter((value) => {
    const definition = definitions.find(({ id, type }) => id === value.id && type === value.type);
    if (!definition || value.type === 'media' || value.type === 'signature') return false;
    const chosen = [value.multipleChoiceValue?.valueId ?? [], value.checkBoxesValue?.valueIds ?? []].flat();
    const columns = definition.columns?.map(({ id, label, type }) => ({ id, label, type }));
    return (
      chosen.every((id) => definition.options?.some((option) => option.id === id)) &&
      (!value.tableValue || isDeepStrictEqual(value.tableValue.columns, columns))
    );
  });
}
