import { type Queryable, sql } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Stamp } from '../../../kernel/ledger/write.ts';
import type { Problems } from '../../../kernel/problems.ts';
import { setAttributes } from '../attributes/links.ts';
import { knownFields } from '../entities/known-fields.ts';
import { selectDrivers } from '../drivers/store.ts';
import { AUTOMATIC, checkExternalIds, mergeExternalIds } from '../external-ids/merge.ts';
import { takeIds } from '../people/store.ts';
import { recordServed } from '../record.ts';
import { assigned, assignStatically, refuseShared, requireEntities } from './static-assignment.ts';
import { replaceTags, requireOwnTag, requireTags, type Scope } from '../tags/links.ts';
import type { ExternalIdsInput } from '../wire.ts';
import { CreateVehicle, type Vehicle, type VehicleFields, vehicleDetails, vehicleFacts } from './schema.ts';
import { readVehicles, selectVehicles, upsertVehicles, type VehicleRow } from './store.ts';

/** One vehicle to write: a known one has an id, a new one has a name. */
export interface VehicleWrite {
  id?: string;
  fields: VehicleFields;
}

/** Adds or changes vehicles inside a write; answers them as served, in the order given. */
export async function saveVehicles(
  tx: Queryable,
  stamp: Stamp,
  scope: Scope,
  items: readonly VehicleWrite[],
  problems: Problems,
): Promise<Vehicle[]> {
  const { orgId } = scope;
  const known = await readVehicles(
    tx,
    orgId,
    items.flatMap(({ id }) => id ?? []),
  );
  const fresh = await takeIds(tx, items.filter(({ id }) => !id).length);
  const rows = items.map((item, index): VehicleRow => {
    const before = item.id ? known.get(item.id) : undefined;
    if (item.id && !before) problems.add(index, notFound(`No vehicle ${item.id}.`));
    return merged(item.id ?? (fresh.shift() as string), before, item.fields);
  });
  const each = items.map(({ id, fields }, index) => ({ id, fields, index, row: rows[index] as VehicleRow }));
  const named = each.map(({ index, fields, row }) => ({
    index,
    entityId: row.id,
    ids: withAutomatic(index, fields.externalIds ?? {}, row, problems),
  }));
  await requireTags(
    tx,
    scope,
    each.map(({ index, fields }) => ({ index, field: 'tagIds', ids: fields.tagIds ?? [] })),
    problems,
  );
  for (const { index, id, fields } of each)
    if (!id || fields.tagIds) requireOwnTag(scope, index, fields.tagIds ?? [], problems);
  const pairs = each.flatMap(({ index, fields: { staticAssignedDriverId: driver }, row }) =>
    driver === undefined ? [] : [{ index, driverId: assigned(driver), vehicleId: row.id }],
  );
  refuseShared(pairs, problems);
  await requireEntities(
    tx,
    scope,
    'driver',
    pairs.map(({ index, driverId }) => ({
      index,
      field: 'staticAssignedDriverId',
      ids: driverId ? [driverId] : [],
    })),
    problems,
  );
  problems.check();
  await upsertVehicles(tx, orgId, stamp.at, rows);
  await replaceTags(
    tx,
    scope,
    'vehicle',
    each.flatMap(({ fields: { tagIds }, row }) => (tagIds ? [{ entityId: row.id, tagIds }] : [])),
  );
  await mergeExternalIds(tx, orgId, 'vehicle', named, problems);
  await setAttributes(
    tx,
    orgId,
    'asset',
    each.map(({ index, fields, row }) => ({ index, entityId: row.id, attributes: fields.attributes ?? [] })),
    problems,
  );
  problems.check();
  const touched = await assignStatically(tx, orgId, stamp.at, pairs);
  const ids = rows.map(({ id }) => id);
  const written = new Set(ids);
  const others = touched.vehicles.filter((id) => !written.has(id));
  const vehicle = { resource: 'vehicle', column: sql`vehicle.id`, select: selectVehicles };
  const driver = { resource: 'driver', column: sql`person.id`, select: selectDrivers };
  await recordServed(tx, stamp, orgId, { ...vehicle, ids: others }, () => 'update');
  await recordServed(tx, stamp, orgId, { ...driver, ids: touched.drivers }, () => 'update');
  return recordServed(tx, stamp, orgId, { ...vehicle, ids }, (index) =>
    items[index]?.id ? 'update' : 'create',
  );
}

const KEPT = { ...vehicleDetails, ...vehicleFacts, gatewayModel: CreateVehicle.properties.gatewayModel };

/** The row after the write: what was not sent stays, an empty text clears. */
function merged(id: string, before: VehicleRow | undefined, fields: VehicleFields): VehicleRow {
  const details: Record<string, unknown> = { ...before?.details };
  for (const key of Object.keys(KEPT) as (keyof typeof KEPT)[]) {
    const value = knownFields(KEPT[key], fields[key]);
    if (value === undefined) continue;
    const unset = value === '' || ((key === 'engineHours' || key === 'odometerMeters') && value === 0);
    if (unset) delete details[key];
    else details[key] = value;
  }
  return {
    id,
    name: fields.name ?? before?.name ?? '',
    vin: fields.vin ?? before?.vin ?? null,
    serial: fields.gatewaySerial === undefined ? (before?.serial ?? null) : fields.gatewaySerial || null,
    details,
  };
}

/** The external ids to write: those sent, and the two that follow from the vehicle itself. */
function withAutomatic(
  index: number,
  sent: ExternalIdsInput,
  row: VehicleRow,
  problems: Problems,
): ExternalIdsInput {
  const automatic: ExternalIdsInput = { 'samsara.vin': row.vin, 'samsara.serial': row.serial };
  const own = Object.entries(sent).filter(([key]) => !key.startsWith(AUTOMATIC));
  for (const [key, value] of Object.entries(sent))
    if (key.startsWith(AUTOMATIC) && value !== automatic[key])
      problems.add(
        index,
        invalid('externalIds', `${key} is set automatically; change vin or gatewaySerial.`),
      );
  checkExternalIds([{ index, ids: Object.fromEntries(own) }], problems);
  return { ...Object.fromEntries(own), ...automatic };
}
