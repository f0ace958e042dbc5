import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid, newId, parseActor } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { parseDefinitions } from '../../fields/index.ts';
import { QUALIFICATION_RULES } from '../field-rules.ts';
import { requireChangeable, TYPE_MOVES } from './moves.ts';
import { qualificationType } from './resource.ts';
import type { CreateType, QualificationType, UpdateType } from './schema.ts';
import { readTypes, saveType } from './store.ts';

/** Makes a type, inside a write. */
export async function addType(tx: Tx, input: CreateType): Promise<QualificationType> {
  const [at, by] = [wireTime(tx.at), parseActor(tx.actor)];
  return keep(tx, 'create', {
    id: newId(),
    revisionId: newId(),
    name: nameOf(input.name),
    entityType: input.entityType,
    fields: parseDefinitions(input.fields, [], QUALIFICATION_RULES),
    expiration: input.expiration ?? { required: false },
    status: 'active',
    createdAtTime: at,
    createdBy: by,
    updatedAtTime: at,
    updatedBy: by,
  });
}

/**
 * Changes what is named. A given list of fields is the whole list: a field keeps its id by sending it. Other
 * content makes a new revision; records keep theirs.
 *
 * @throws 404 for an unknown type; 400 for an archived one.
 */
export async function updateType(tx: Tx, input: UpdateType): Promise<QualificationType> {
  const before = await requireType(tx, tx.orgId, 'id', input.id);
  requireChangeable(before);
  const after: QualificationType = {
    ...before,
    name: input.name === undefined ? before.name : nameOf(input.name),
    fields: input.fields ? parseDefinitions(input.fields, [], QUALIFICATION_RULES) : before.fields,
    expiration: input.expiration ?? before.expiration,
  };
  if (isDeepStrictEqual(after, before)) return before;
  return keep(tx, 'update', { ...after, revisionId: newId() });
}

/** Archives a type: its records stay, new ones cannot be made. One that is archived already is left alone. */
export async function archiveType(tx: Tx, id: string): Promise<QualificationType> {
  const before = await requireType(tx, tx.orgId, 'id', id);
  const status = TYPE_MOVES.archive.to;
  return before.status === status ? before : keep(tx, 'update', { ...before, status });
}

async function keep(
  tx: Tx,
  operation: 'create' | 'update',
  type: QualificationType,
): Promise<QualificationType> {
  const document = { ...type, updatedAtTime: wireTime(tx.at), updatedBy: parseActor(tx.actor) };
  await saveType(tx, document);
  tx.changed(qualificationType, operation, [{ id: type.id, document }]);
  return document;
}

/** @throws 404 naming `field` unless the organization has the type. */
export async function requireType(
  database: Queryable,
  orgId: string,
  field: string,
  id: string,
): Promise<QualificationType> {
  const [type] = isUuid(id) ? await readTypes(database, orgId, [id]) : [];
  if (!type) throw notFound(`${field}: no qualification type ${id.slice(0, 60)}.`);
  return type;
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name === '') throw invalid('name', 'it is empty.');
  return name;
}
