import { isDeepStrictEqual } from 'node:util';
import type { Database, Queryable } from '../../../kernel/database.ts';
import { badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { type Change, type Stamp, type Writer, write } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { parseDefinitions } from '../../fields/index.ts';
import { personOf } from '../person.ts';
import type { CreateType, QualificationType, UpdateType } from './schema.ts';
import { findType, saveType } from './store.ts';

/** Makes a type. */
export const createType = (
  database: Database,
  writer: Writer,
  input: CreateType,
): Promise<QualificationType> => write(database, writer, (tx, stamp) => addType(tx, writer, stamp, input));

/** The same inside a write that does more. */
export async function addType(
  tx: Queryable,
  writer: Writer,
  stamp: Stamp,
  input: CreateType,
): Promise<QualificationType> {
  const by = personOf(writer.actor);
  const type: QualificationType = {
    id: newId(),
    revisionId: newId(),
    name: nameOf(input.name),
    entityType: input.entityType,
    fields: parseDefinitions(input.fields, 'qualification'),
    expiration: input.expiration ?? { required: false },
    status: 'active',
    createdAtTime: wireTime(stamp.at),
    createdBy: by,
    updatedAtTime: wireTime(stamp.at),
    updatedBy: by,
  };
  await saveType(tx, writer.orgId, type, { at: stamp.at, actor: writer.actor });
  stamp.record(typeChange('create', type));
  return type;
}

/**
 * Changes what is named. A given list of fields is the whole list: a field keeps its id by sending it. Other
 * content makes a new revision; records keep theirs.
 *
 * @throws 404 for an unknown type; 400 for an archived one.
 */
export async function updateType(
  database: Database,
  writer: Writer,
  input: UpdateType,
): Promise<QualificationType> {
  return write(database, writer, async (tx, stamp) => {
    const before = await requireType(tx, writer.orgId, 'id', input.id);
    if (before.status === 'archived')
      throw badRequest(`Qualification type ${before.id} is archived and cannot be changed.`);
    const after: QualificationType = {
      ...before,
      name: input.name === undefined ? before.name : nameOf(input.name),
      fields: input.fields ? parseDefinitions(input.fields, 'qualification') : before.fields,
      expiration: input.expiration ?? before.expiration,
    };
    if (isDeepStrictEqual(after, before)) return before;
    return keep(tx, writer, stamp, { ...after, revisionId: newId() });
  });
}

/** Archives a type: its records stay, new ones cannot be made. One that is archived already is left alone. */
export async function archiveType(
  database: Database,
  writer: Writer,
  id: string,
): Promise<QualificationType> {
  return write(database, writer, async (tx, stamp) => {
    const before = await requireType(tx, writer.orgId, 'id', id);
    return before.status === 'archived' ? before : keep(tx, writer, stamp, { ...before, status: 'archived' });
  });
}

async function keep(
  tx: Queryable,
  writer: Writer,
  stamp: Stamp,
  type: QualificationType,
): Promise<QualificationType> {
  const after = { ...type, updatedAtTime: wireTime(stamp.at), updatedBy: personOf(writer.actor) };
  await saveType(tx, writer.orgId, after, { at: stamp.at, actor: writer.actor });
  stamp.record(typeChange('update', after));
  return after;
}

/** @throws 404 naming `field` unless the organization has the type. */
export async function requireType(
  database: Queryable,
  orgId: string,
  field: string,
  id: string,
): Promise<QualificationType> {
  const type = isUuid(id) ? await findType(database, orgId, id) : undefined;
  if (!type) throw notFound(`${field}: no qualification type ${id.slice(0, 60)}.`);
  return type;
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name === '') throw invalid('name', 'it is empty.');
  return name;
}

const typeChange = (operation: Change['operation'], type: QualificationType): Change => ({
  resource: 'qualificationType',
  id: type.id,
  operation,
  document: JSON.stringify(type),
});
