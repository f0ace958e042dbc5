import type { Queryable } from '../../../kernel/database.ts';
import { ApiError, invalid, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Stamp } from '../../../kernel/ledger/write.ts';
import { firstProblem } from '../../../kernel/problems.ts';
import { insertValues, setAttributes, valuesOf } from './links.ts';
import { findHolders } from '../external-ids/merge.ts';
import { requireEntities } from '../vehicles/static-assignment.ts';
import type { Scope } from '../tags/links.ts';
import type { AttributeExpanded, AttributeFields } from './schema.ts';
import {
  type AttributeRow,
  deleteAttribute,
  dropValues,
  nameTaken,
  selectExpanded,
  upsertAttribute,
} from './store.ts';

/** 403 for a token limited to tags: an attribute belongs to the whole organization. */
export function requireWholeOrganization(scope: Scope): void {
  if (scope.tagIds)
    throw new ApiError(403, 'Permission denied. This token is limited to tags; attributes are not in any.');
}

/** Adds an attribute, or changes `before`, inside a write; answers it as served. */
export async function saveAttribute(
  tx: Queryable,
  stamp: Stamp,
  scope: Scope,
  before: AttributeExpanded | undefined,
  fields: AttributeFields,
): Promise<AttributeExpanded> {
  const { orgId } = scope;
  const row = merged(before, fields);
  const options = optionsOf(row, fields);
  if (before && before.attributeType !== row.type && before.entities.length > 0)
    throw invalid('attributeType', 'it cannot change while drivers or vehicles have values.');
  if (await nameTaken(tx, orgId, row)) throw invalid('name', `"${row.name}" is taken.`);
  await upsertAttribute(tx, orgId, stamp.at, row);
  if (before && before.attributeType !== row.type) await dropValues(tx, orgId, row.id, []);
  else if (before && options) await dropValues(tx, orgId, row.id, options);
  await insertValues(
    tx,
    orgId,
    (options ?? []).map((value) => ({ id: newId(), attribute: row, value })),
    true,
  );
  await applyTo(tx, scope, row, fields.entities ?? []);
  const attribute = (await selectExpanded(tx, scope, row.entityType, row.id)) as AttributeExpanded;
  const document = JSON.stringify(attribute);
  stamp.record({ resource: 'attribute', id: row.id, operation: before ? 'update' : 'create', document });
  return attribute;
}

function merged(before: AttributeExpanded | undefined, fields: AttributeFields): AttributeRow {
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
  tx: Queryable,
  scope: Scope,
  row: AttributeRow,
  entities: NonNullable<AttributeFields['entities']>,
): Promise<void> {
  if (entities.length === 0) return;
  const type = row.entityType === 'driver' ? 'driver' : 'vehicle';
  const names = entities.flatMap(({ externalIds }) =>
    Object.entries(externalIds ?? {}).map(([key, value]) => ({ key, value: String(value ?? '') })),
  );
  const holders = await findHolders(tx, scope.orgId, names);
  const items = entities.map(({ entityId, externalIds, ...values }, index) => {
    const [key, value] = Object.entries(externalIds ?? {})[0] ?? [];
    const holder = holders.get(`${key}:${value}`);
    const id = entityId ?? (holder?.type === type ? holder.id : undefined);
    if (!id)
      throw notFound(
        `entities[${index}]: no ${type} ${key === undefined ? 'without an id' : `${key}:${value}`}.`,
      );
    return { index, entityId: id, attributes: [{ id: row.id, ...values }] };
  });
  const named = items.map(({ index, entityId }) => ({ index, field: `entities[${index}]`, ids: [entityId] }));
  await requireEntities(tx, scope, type, named, firstProblem);
  await setAttributes(tx, scope.orgId, row.entityType, items, firstProblem);
}

/** Deletes an attribute, and its values wherever they are. */
export async function removeAttribute(
  tx: Queryable,
  stamp: Stamp,
  orgId: string,
  attribute: AttributeExpanded,
): Promise<void> {
  await deleteAttribute(tx, orgId, attribute.id);
  const document = JSON.stringify(attribute);
  stamp.record({ resource: 'attribute', id: attribute.id, operation: 'delete', document });
}
