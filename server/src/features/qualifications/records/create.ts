import type { Caller } from '../../../kernel/auth.ts';
import type { Services } from '../../../kernel/feature.ts';
import { newId, parseActor } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { readFields } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import { QUALIFICATION_RULES } from '../field-rules.ts';
import { requireActive } from '../types/moves.ts';
import type { QualificationType } from '../types/schema.ts';
import { requireType } from '../types/service.ts';
import { datesOfNew } from './dates.ts';
import { changedRecord, type RecordRow, type StoredRecord } from './document.ts';
import { checkedExternalIds } from './external-ids.ts';
import { giveExternalIds } from './naming.ts';
import { findOwner } from './owner.ts';
import { writtenReply } from './reply.ts';
import { qualificationRecord } from './resource.ts';
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
    rules: QUALIFICATION_RULES,
    complete: true,
  });
  return withMedia(services, caller.orgId, media, () =>
    write(database, caller, async (tx) => {
      requireActive(await requireType(tx, tx.orgId, 'qualificationType.id', type.id));
      await keepMedia(tx, media);
      const made = newRecord(tx, type, { ...owner, ...dates, fields });
      await saveRecords(tx, [made]);
      const kept = await giveExternalIds(tx, made.document.id, {}, externalIds);
      tx.changed(qualificationRecord, 'create', [changedRecord(made, kept)]);
      return writtenReply(services, tx, made.document, kept, base);
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
  tx: Tx,
  type: Pick<QualificationType, 'id' | 'name' | 'revisionId'>,
  { owner, ownerType, issueDate, expirationDate, fields, supersedesId }: NewRecord,
): RecordRow {
  const [at, by] = [wireTime(tx.at), parseActor(tx.actor)];
  const document: StoredRecord = {
    id: newId(),
    // The name that the revision has is a fact of the record: it stays when the type is renamed.
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
