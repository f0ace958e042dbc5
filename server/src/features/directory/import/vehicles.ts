import type { Database } from '../../../kernel/database.ts';
import { badRequest } from '../../../kernel/errors.ts';
import { type Writer, write } from '../../../kernel/write.ts';
import { allProblems } from '../rows.ts';
import { CreateVehicle, type VehicleFields } from '../vehicles/schema.ts';
import { saveVehicles } from '../vehicles/service.ts';
import { type Imported, matchRows, outcomes, readRows, rowSchema } from './rows.ts';

const vehicleRow = rowSchema(CreateVehicle);

/**
 * Writes vehicles, all or none. A row whose external id, VIN or gateway serial is a vehicle's changes that
 * vehicle, and an empty cell changes nothing; any other row adds one, which needs a name.
 *
 * @throws BatchError with every problem of every row.
 */
export async function importVehicles(
  database: Database,
  writer: Writer,
  rows: readonly VehicleFields[],
): Promise<Imported[]> {
  const problems = allProblems();
  const filled = readRows(rows, vehicleRow, problems);
  problems.check();
  return write(database, writer, async (tx, stamp) => {
    const { orgId } = writer;
    const named = filled.map(({ vin, gatewaySerial, externalIds }) => ({
      externalIds: {
        ...externalIds,
        ...(vin ? { 'samsara.vin': vin } : {}),
        ...(gatewaySerial ? { 'samsara.serial': gatewaySerial } : {}),
      },
      named: undefined,
    }));
    const matched = await matchRows(tx, orgId, 'vehicle', named, problems);
    const items = filled.map((fields, index) => ({ id: matched[index], fields }));
    for (const [index, { id, fields }] of items.entries())
      if (!id && !fields.name) problems.add(index, badRequest('name is missing'));
    problems.check();
    return outcomes(await saveVehicles(tx, stamp, { orgId, tagIds: null }, items, problems), matched);
  });
}
