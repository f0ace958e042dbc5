import { invalid, notFound } from '../../../kernel/errors.ts';
import { firstProblem } from '../../../kernel/http/problems.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { recordSaved } from '../batch/rows.ts';
import { requireEntities } from '../entities/required.ts';
import { idsByExternalId } from '../external-ids/find.ts';
import { refuseStartDate } from '../organization/settings.ts';
import { attribute, driver, vehicle } from '../resources.ts';
import type { AttributeDocument } from './document.ts';
import { insertValues, setAttributes, valuesOf } from './links.ts';
import type { AttributeFields } from './schema.ts';
import {
  type AttributeRow,
  deleteAttribute,
  dropValues,
  nameTaken,
  selectHolders,
  upsertAttribute,
} from './store.ts';

/** Adds an attribute, or changes `before`, inside a write; answers its document. */
export async function saveAttribute(
  tx: Tx,
  before: AttributeDocument | undefined,
  fields: AttributeFields,
): Promise<AttributeDocument> {
  const row = merged(before, fields);
  const options = optionsOf(row, fields);
  const isOtherType = before !== undefined && before.attributeType !== row.type;
  if (isOtherType && (await selectHolders(tx, tx, before)).length > 0)
    throw invalid('attributeType', 'it cannot change while drivers or vehicles have values.');
  if (await nameTaken(tx, row)) throw invalid('name', `"${row.name}" is taken.`);
  await upsertAttribute(tx, row);
  if (before && (isOtherType || options))
    recordHolders(tx, row, await dropValues(tx, row.id, isOtherType ? [] : (options ?? [])));
  await insertValues(
    tx,
    (options ?? []).map((value) => ({ id: newId(), attribute: row, value })),
    true,
  );
  await applyTo(tx, row, fields.entities ?? []);
  const [document] = await recordSaved(tx, attribute, [{ entityId: row.id, isNew: !before }]);
  return document as AttributeDocument;
}

/** The values of an attribute are facts of whoever has them. */
function recordHolders(
  tx: Tx,
  { entityType }: Pick<AttributeDocument, 'entityType'>,
  ids: readonly string[],
): void {
  if (entityType === 'driver') tx.changed(driver, 'update', ids);
  else tx.changed(vehicle, 'update', ids);
}

function merged(before: AttributeDocument | undefined, fields: AttributeFields): AttributeRow {
  const type = fields.attributeType ?? before?.attributeType ?? 'multi-select';
  const unit = fields.unit ?? before?.unit;
  if (fields.unit && fields.unit !== 'NO_UNIT' && type !== 'number')
    throw invalid('unit', 'only attributes of the type number have one.');
  return {
    id: before?.id ?? newId(),
    name: fields.name ?? before?.name ?? '',
    entityType: fields.entityType ?? before?.entityType ?? 'driver',
    type,
    unit: type === 'number' ? (unit ?? 'NO_UNIT') : null,
  };
}

/** The values to offer from now on; undefined leaves them. Types that take any text offer none. */
function optionsOf(row: AttributeRow, fields: AttributeFields): string[] | undefined {
  const { stringValues, numberValues } = fields;
  if (stringValues === undefined && numberValues === undefined) return undefined;
  if (row.type === 'text' || row.type === 'freeform-multi-select') return undefined;
  const many = row.type === 'single-select' ? 'multi-select' : row.type;
  return valuesOf({ name: row.name, type: many }, { stringValues, numberValues }, 0, firstProblem);
}

/** Gives values to the drivers or vehicles that the request names. */
async function applyTo(
  tx: Tx,
  row: AttributeRow,
  entities: NonNullable<AttributeFields['entities']>,
): Promise<void> {
  if (entities.length === 0) return;
  const type = row.entityType === 'driver' ? 'driver' : 'vehicle';
  const names = entities.flatMap(({ externalIds }) =>
    Object.entries(externalIds ?? {}).map(([key, value]) => ({ key, value: String(value ?? '') })),
  );
  const holders = await idsByExternalId(tx, tx.orgId, type, names);
  const items = entities.map(({ entityId, externalIds, ...values }, index) => {
    const [key, value] = Object.entries(externalIds ?? {})[0] ?? [];
    const id = entityId ?? holders.get(`${key}:${value}`);
    if (!id)
      throw notFound(
        `entities[${index}]: no ${type} ${key === undefined ? 'without an id' : `${key}:${value}`}.`,
      );
    return { index, entityId: id, attributes: [{ id: row.id, ...values }] };
  });
  const named = items.map(({ index, entityId }) => ({ index, field: `entities[${index}]`, ids: [entityId] }));
  await requireEntities(tx, tx, type, named, firstProblem);
  await setAttributes(tx, row.entityType, items, firstProblem);
  recordHolders(
    tx,
    row,
    items.map(({ entityId }) => entityId),
  );
}

/**
 * Deletes an attribute, and its values wherever they are.
 *
 * @throws 400 for the one that says when people started
 */
export async function removeAttribute(tx: Tx, before: AttributeDocument): Promise<void> {
  await refuseStartDate(tx, before.id);
  await tx.removing(attribute, [before.id]);
  recordHolders(tx, before, await deleteAttribute(tx, before.id));
}
