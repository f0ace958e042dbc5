import { invalid } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { writeLinks } from '../batch/links.ts';
import { placeRows, recordSaved } from '../batch/rows.ts';
import { checkCodes } from '../entities/codes.ts';
import { knownFields } from '../entities/fields.ts';
import { requireEntities } from '../entities/required.ts';
import { AUTOMATIC, checkExternalIds } from '../external-ids/checks.ts';
import type { ExternalIdsInput } from '../external-ids/schema.ts';
import { vehicle } from '../resources.ts';
import { requireOwnTag, requireTags } from '../tags/required.ts';
import type { VehicleDocument } from './document.ts';
import { recordReassigned } from './record.ts';
import { CreateVehicle, type VehicleFields, vehicleDetails, vehicleFacts } from './schema.ts';
import { assigned, assignStatically, refuseShared } from './static-assignment.ts';
import { readRows, upsertVehicles, type VehicleRow } from './store.ts';

/** One vehicle to write: a known one has an id, a new one has a name. */
export interface VehicleWrite {
  id?: string;
  fields: VehicleFields;
}

/** Adds or changes vehicles inside a write; answers their documents, in the order given. */
export async function saveVehicles(
  tx: Tx,
  items: readonly VehicleWrite[],
  problems: Problems,
): Promise<VehicleDocument[]> {
  const given = items.flatMap(({ id }) => id ?? []);
  const known = await readRows(tx, tx.orgId, given);
  for (const [index, { fields }] of items.entries())
    checkCodes(fields, ['vin', 'gatewaySerial', 'licensePlate'], index, problems);
  const vehicles = await placeRows(tx, 'vehicle', items, known, merged, problems);
  const linked = vehicles.map((item) => ({ ...item, externalIds: withAutomatic(item, problems) }));
  const tags = vehicles.map(({ index, fields }) => ({ index, field: 'tagIds', ids: fields.tagIds ?? [] }));
  await requireTags(tx, tx, tags, problems);
  for (const { index, isNew, fields } of vehicles)
    if (isNew || fields.tagIds) requireOwnTag(tx, index, fields.tagIds ?? [], problems);
  const pairs = vehicles.flatMap(({ index, entityId, fields: { staticAssignedDriverId: driverId } }) =>
    driverId === undefined ? [] : [{ index, driverId: assigned(driverId), vehicleId: entityId }],
  );
  refuseShared(pairs, problems);
  const drivers = pairs.map(({ index, driverId }) => ({
    index,
    field: 'staticAssignedDriverId',
    ids: driverId ? [driverId] : [],
  }));
  await requireEntities(tx, tx, 'driver', drivers, problems);
  problems.check();
  await upsertVehicles(
    tx,
    vehicles.map(({ row }) => row),
  );
  await writeLinks(tx, 'vehicle', linked, problems);
  await recordReassigned(tx, await assignStatically(tx, pairs));
  return recordSaved(tx, vehicle, vehicles);
}

const KEPT = { ...vehicleDetails, ...vehicleFacts, gatewayModel: CreateVehicle.properties.gatewayModel };

/** The row after the write: what was not sent stays, an empty text clears. */
function merged(id: string, before: VehicleRow | undefined, { fields }: VehicleWrite): VehicleRow {
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
  { index, fields, row }: { index: number; fields: VehicleFields; row: VehicleRow },
  problems: Problems,
): ExternalIdsInput {
  const automatic: ExternalIdsInput = { 'samsara.vin': row.vin, 'samsara.serial': row.serial };
  const sent = Object.entries(fields.externalIds ?? {});
  const own = Object.fromEntries(sent.filter(([key]) => !key.startsWith(AUTOMATIC)));
  for (const [key, value] of sent)
    if (key.startsWith(AUTOMATIC) && value !== automatic[key])
      problems.add(
        index,
        invalid('externalIds', `${key} is set automatically; change vin or gatewaySerial.`),
      );
  checkExternalIds([{ index, ids: own }], problems);
  return { ...own, ...automatic };
}
