import type { Sight } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { findPeople, findVehicles } from '../../directory/index.ts';
import type { EntityType } from '../types/store.ts';
import type { RecordRow } from './document.ts';

/** The owner as a record keeps it. */
export interface Owner {
  owner: { entityType: EntityType; id: string };
  ownerType: RecordRow['ownerType'];
}

/** Finds the owner that a request names. @throws 400 when it is of another kind than the type's; 404. */
export async function findOwner(
  database: Queryable,
  sight: Sight,
  given: { entityType: EntityType; id: string },
  entityType: EntityType,
): Promise<Owner> {
  if (given.entityType !== entityType)
    throw invalid('owner.entityType', `the qualification type is for ${entityType}s.`);
  const [found] = await findOwners(database, sight, 'owner.id', [given.id], entityType, false);
  const { id, type } = found as { id: string; type: RecordRow['ownerType'] };
  return { owner: { entityType, id }, ownerType: type };
}

/** The workers or assets that `texts` name, each once; deleted people only with `deleted`. @throws 400, 404. */
export async function findOwners(
  database: Queryable,
  sight: Sight,
  field: string,
  texts: readonly string[],
  entityType: EntityType,
  deleted: boolean,
): Promise<{ id: string; type: RecordRow['ownerType'] }[]> {
  if (entityType === 'worker') return findPeople(database, sight, field, texts, { anyType: true, deleted });
  const ids = await findVehicles(database, sight, field, texts);
  return ids.map((id) => ({ id, type: 'vehicle' as const }));
}
