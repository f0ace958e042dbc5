import type { Problems } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { writeLinks } from '../batch/links.ts';
import { type Placed, placeRows, recordSaved } from '../batch/rows.ts';
import { requireEntities } from '../entities/required.ts';
import type { PersonDocument } from '../people/document.ts';
import { type PersonRow, readPeople, savePeople } from '../people/store.ts';
import { driver } from '../resources.ts';
import { requireOwnTag, requireTags } from '../tags/required.ts';
import { recordReassigned } from '../vehicles/record.ts';
import { assigned, assignStatically, refuseShared } from '../vehicles/static-assignment.ts';
import { type DriverWrite, mergeDriver } from './merge.ts';
import { refuseTaken } from './unique.ts';

/** Adds or changes drivers inside a write; answers their documents, in the order given. */
export async function saveDrivers(
  tx: Tx,
  items: readonly DriverWrite[],
  problems: Problems,
): Promise<PersonDocument[]> {
  const given = items.flatMap(({ id }) => id ?? []);
  const known = await readPeople(tx, tx.orgId, 'driver', given);
  const drivers = await placeRows(tx, 'driver', items, known, mergeDriver, problems);
  const rows = drivers.map(({ row }) => row);
  await refuseTaken(tx, tx.orgId, rows, problems);
  await requireNamedTags(tx, drivers, problems);
  const pairs = drivers.flatMap(({ index, entityId, fields: { staticAssignedVehicleId: vehicleId } }) =>
    vehicleId === undefined ? [] : [{ index, driverId: entityId, vehicleId: assigned(vehicleId) }],
  );
  refuseShared(pairs, problems);
  const vehicles = pairs.map(({ index, vehicleId }) => ({
    index,
    field: 'staticAssignedVehicleId',
    ids: vehicleId ? [vehicleId] : [],
  }));
  await requireEntities(tx, tx, 'vehicle', vehicles, problems);
  problems.check();
  await savePeople(tx, rows);
  await writeLinks(
    tx,
    'driver',
    drivers.map((item) => ({ ...item, externalIds: item.fields.externalIds ?? {} })),
    problems,
  );
  await recordReassigned(tx, await assignStatically(tx, pairs));
  return recordSaved(tx, driver, drivers);
}

async function requireNamedTags(
  tx: Tx,
  drivers: readonly Placed<DriverWrite, PersonRow>[],
  problems: Problems,
): Promise<void> {
  const named = drivers.flatMap(({ fields, index }) => [
    { index, field: 'tagIds', ids: fields.tagIds ?? [] },
    ...(['peerGroupTagId', 'trailerGroupTagId', 'vehicleGroupTagId'] as const).map((field) => ({
      index,
      field,
      ids: fields[field] ? [fields[field]] : [],
    })),
  ]);
  await requireTags(tx, tx, named, problems);
  for (const { index, isNew, fields } of drivers)
    if (isNew || fields.tagIds) requireOwnTag(tx, index, fields.tagIds ?? [], problems);
}
