import type { Caller } from '../../../kernel/auth.ts';
import { badRequest } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Stamp, type Writer, write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { readFields, servedText } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import { personOf } from '../person.ts';
import type { QualificationType } from '../types/schema.ts';
import { requireType } from '../types/service.ts';
import { datesOfNew } from './dates.ts';
import { type RecordRow, recordChange, type StoredRecord, withExternalIds } from './document.ts';
import { checkedExternalIds, mergedExternalIds } from './external-ids.ts';
import { findOwner } from './owner.ts';
import type { CreateRecord } from './schema.ts';
import { saveRecords } from './store.ts';

/**
 * Makes a record of a type's present revision.
 *
 * @returns the reply's text.
 * @throws 404 for an unknown type or owner; 400 for an archived type, an owner of the other kind, a value that is
 *   wrong and a required one that is missing.
 */
export async function createRecord(
  services: Services,
  caller: Caller,
  input: CreateRecord,
  base: string,
): Promise<string> {
  const { database } = services;
  const type = await requireType(database, caller.orgId, 'qualificationType.id', input.qualificationType.id);
  requireActive(type);
  const owner = await findOwner(database, caller, input.owner, type.entityType);
  const dates = datesOfNew(input, type.expiration);
  const externalIds = checkedExternalIds(input.externalIds);
  const { fields, media } = await readFields(services, caller, {
    definitions: type.fields,
    inputs: input.fields === undefined ? [] : input.fields,
    dialect: 'qualification',
    complete: true,
  });
  return withMedia(services, caller.orgId, media, () =>
    write(database, caller, async (tx, stamp) => {
      requireActive(await requireType(tx, caller.orgId, 'qualificationType.id', type.id));
      await keepMedia(tx, caller.orgId, media, stamp);
      const { document, ownerType } = newRecord(caller, stamp, type, { ...owner, ...dates, fields });
      await saveRecords(tx, caller.orgId, [{ document, ownerType }], { at: stamp.at, actor: caller.actor });
      const kept = await mergedExternalIds(tx, caller.orgId, document.id, {}, externalIds);
      stamp.record(recordChange('create', document, kept));
      const text = JSON.stringify({ data: withExternalIds(document, kept) });
      return servedText(services, tx, caller.orgId, text, base);
    }),
  );
}

/** What a new record is made of. */
export type NewRecord = Pick<
  StoredRecord,
  'owner' | 'issueDate' | 'expirationDate' | 'fields' | 'supersedesId'
> &
  Pick<RecordRow, 'ownerType'>;

/** The row of a record that this write makes. */
export function newRecord(
  writer: Writer,
  stamp: Stamp,
  type: Pick<QualificationType, 'id' | 'name' | 'revisionId'>,
  { owner, ownerType, issueDate, expirationDate, fields, supersedesId }: NewRecord,
): RecordRow {
  const by = personOf(writer.actor);
  const at = wireTime(stamp.at);
  const document: StoredRecord = {
    id: newId(),
    qualificationType: { id: type.id, name: type.name, revisionId: type.revisionId },
    issueDate,
    ...(expirationDate ? { expirationDate } : {}),
    recordStatus: 'active',
    fields,
    createdAtTime: at,
    createdBy: by,
    updatedAtTime: at,
    updatedBy: by,
    ...(supersedesId ? { supersedesId } : {}),
    owner,
  };
  return { document, ownerType };
}

/** @throws 400 for a type that is archived. */
export function requireActive(type: QualificationType): void {
  if (type.status !== 'active')
    throw badRequest(
      `Invalid value for parameter qualificationType.id: type ${type.id} is archived; records can be made of active types only.`,
    );
}
