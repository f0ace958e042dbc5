import type { Sight } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { filled, pick } from '../entities/fields.ts';
import { type Names, namedLinks, readNames } from '../entities/names.ts';
import type { VehicleDocument } from './document.ts';
import { type Vehicle, vehicleDetails, vehicleFacts } from './schema.ts';

/** The legal definition of the international pound. */
const KILOGRAMS_A_POUND = 0.45359237;

const DETAILS = Object.keys({ ...vehicleDetails, ...vehicleFacts }) as (
  | keyof typeof vehicleDetails
  | keyof typeof vehicleFacts
)[];

/** A vehicle as the API serves it. */
export function toVehicle(document: VehicleDocument, names: Names): Vehicle {
  const { id, name, vin, serial, gatewayModel, staticDriverId, createdAtTime, updatedAtTime } = document;
  const driver = staticDriverId === undefined ? undefined : names.person(staticDriverId);
  return {
    ...(filled({ id, name, vin, serial }) as Pick<Vehicle, 'id' | 'name' | 'vin' | 'serial'>),
    ...(gatewayModel && serial ? { gateway: { model: gatewayModel, serial } } : {}),
    ...pick(document, DETAILS),
    ...weights(document),
    ...namedLinks(document, names),
    ...(driver ? { staticAssignedDriver: { id: driver.id, name: driver.name } } : {}),
    createdAtTime,
    updatedAtTime,
  };
}

function weights({ grossVehicleWeight }: VehicleDocument) {
  const { weight, unit } = grossVehicleWeight ?? {};
  if (weight === undefined) return {};
  if (unit === undefined) return { vehicleWeight: weight };
  const kilograms = unit === 'kg' ? weight : weight * KILOGRAMS_A_POUND;
  return {
    vehicleWeight: weight,
    vehicleWeightInKilograms: Math.round(kilograms),
    vehicleWeightInPounds: unit === 'lb' ? weight : Math.round(kilograms / KILOGRAMS_A_POUND),
  };
}

/** Vehicles as the API serves them now. */
export async function serveVehicles(
  database: Queryable,
  sight: Sight,
  documents: readonly VehicleDocument[],
): Promise<Vehicle[]> {
  const names = await readNames(database, sight, documents);
  return documents.map((document) => toVehicle(document, names));
}
