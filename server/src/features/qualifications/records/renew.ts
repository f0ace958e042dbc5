import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../kernel/auth.ts';
import { badRequest } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { type FieldDefinition, type FieldValue, readFields } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import { QUALIFICATION_RULES } from '../field-rules.ts';
import { requireActive } from '../types/moves.ts';
import { requireType } from '../types/service.ts';
import { merged } from './change.ts';
import { newRecord } from './create.ts';
import { datesOfNew } from './dates.ts';
import { changedRecord, touched } from './document.ts';
import { requireRecord } from './find.ts';
import { recordRef } from './ids.ts';
import { RECORD_MOVES } from './moves.ts';
import { writtenReply } from './reply.ts';
import { qualificationRecord } from './resource.ts';
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
  const old = await requireRecord(database, caller, ref, RECORD_MOVES.renew);
  const type = await requireType(database, caller.orgId, 'id', old.document.qualificationType.id);
  requireActive(type);
  const dates = datesOfNew(input, type.expiration);
  const inputs = input.fields === undefined ? [] : input.fields;
  const { fields, media } = await readFields(services, caller, {
    definitions: type.fields,
    inputs,
    rules: QUALIFICATION_RULES,
    before: carriedOver(old.document.fields, type.fields),
    complete: true,
  });
  return withMedia(services, caller.orgId, media, () =>
    write(database, caller, async (tx) => {
      requireActive(await requireType(tx, tx.orgId, 'id', type.id));
      const before = await requireRecord(tx, tx, ref, RECORD_MOVES.renew);
      const { id: supersedesId, owner, recordStatus } = before.document;
      const renewal = await findRenewal(tx, tx.orgId, supersedesId);
      if (renewal)
        throw badRequest(
          `Qualification record ${supersedesId} is renewed already, by ${renewal}. Renew that one.`,
        );
      await keepMedia(tx, media);
      const made = newRecord(tx, type, {
        owner,
        ...dates,
        fields: merged(type.fields, carriedOver(before.document.fields, type.fields), fields, inputs),
        supersedesId,
        ownerType: before.ownerType,
      });
      const renewed = { ...touched(tx, before.document), recordStatus: RECORD_MOVES.renew.to };
      const isMoved = recordStatus !== renewed.recordStatus;
      const renewedRow = { ...before, document: renewed };
      await saveRecords(tx, isMoved ? [made, renewedRow] : [made]);
      tx.changed(qualificationRecord, 'create', [changedRecord(made, {})]);
      if (isMoved) tx.changed(qualificationRecord, 'update', [changedRecord(renewedRow, before.externalIds)]);
      return writtenReply(services, tx, made.document, {}, base);
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
