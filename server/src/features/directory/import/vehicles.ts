import type { Writer } from '../../../kernel/auth.ts';
import { missing } from '../../../kernel/errors.ts';
import { allProblems } from '../../../kernel/http/problems.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import { type Target, writeInto } from '../../../kernel/ledger/write.ts';
import { Type } from '../../../kernel/schema.ts';
import { saveVehicles } from '../vehicles/save.ts';
import { CreateVehicle, type VehicleFields } from '../vehicles/schema.ts';
import { readRows as readVehicles, type VehicleRow } from '../vehicles/store.ts';
import { type Imported, matchRows, readRows, rowSchema } from './rows.ts';
import { changesNothing, readLinks, saveChanged } from './unchanged.ts';

const vehicleRow = rowSchema(CreateVehicle, { id: Type.String() });

/** One vehicle of an import. */
export type VehicleImport = VehicleFields & { id?: string };

/**
 * Writes vehicles, all or none. A row whose id, external id, VIN or gateway serial is a vehicle's changes that
 * vehicle, and an empty cell changes nothing; any other row adds one, which needs a name. A row that changes nothing is not written.
 *
 * @throws BatchError with every problem of every row.
 */
export async function importVehicles(
  target: Target,
  writer: Writer,
  rows: readonly VehicleImport[],
): Promise<Imported[]> {
  const problems = allProblems();
  const filled = readRows(rows, vehicleRow, problems);
  problems.check();
  return writeInto(target, writer, async (tx) => {
    const { orgId } = tx;
    const keys = filled.map(({ id, vin, gatewaySerial, externalIds }) => ({
      id,
      externalIds: {
        ...externalIds,
        ...(vin ? { 'samsara.vin': vin } : {}),
        ...(gatewaySerial ? { 'samsara.serial': gatewaySerial } : {}),
      },
    }));
    const given = filled.flatMap(({ id }) => (id && isNumericId(id) ? [id] : []));
    const existing = await readVehicles(tx, orgId, given);
    const matched = await matchRows(tx, orgId, 'vehicle', keys, problems, existing);
    const items = filled.map(({ id: _, ...fields }, index) => ({ id: matched[index], fields }));
    for (const [index, { id, fields }] of items.entries())
      if (!id && !fields.name) problems.add(index, missing('name'));
    problems.check();
    const ids = matched.flatMap((id) => id ?? []);
    const before = await readVehicles(tx, orgId, ids);
    const links = await readLinks(tx, orgId, 'vehicle', ids);
    const isUnchanged = ({ id, fields }: { id: string; fields: VehicleFields }): boolean => {
      const { details, serial: gatewaySerial, ...row } = before.get(id) as VehicleRow;
      return changesNothing({ ...details, ...row, gatewaySerial, ...links(id) }, fields);
    };
    return saveChanged(items, isUnchanged, problems, (changed, noted) => saveVehicles(tx, changed, noted));
  });
}
