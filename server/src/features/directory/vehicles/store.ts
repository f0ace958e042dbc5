import { type Queryable, type Row, type Sql, sql } from '../../../kernel/database.ts';
import { wireTime } from '../../../kernel/time.ts';
import { attributesOf, externalIdsOf, tagsOf } from '../entities/links.ts';
import type { Vehicle } from './schema.ts';

/** Vehicles as the API serves them, in the order of their ids. `where` is about the table vehicle. */
export async function selectVehicles(
  database: Queryable,
  orgId: string,
  where: Sql,
  limit: number,
): Promise<Vehicle[]> {
  const org = sql`vehicle.org_id`;
  const id = sql`vehicle.id`;
  const rows = await database.rows(sql`
    select vehicle.id, vehicle.name, vin, serial, vehicle.details, vehicle.created_at, vehicle.updated_at,
      ${tagsOf(org, id)}, ${attributesOf(org, id)}, ${externalIdsOf(org, 'vehicle', id)}, person.id, person.name
    from vehicle
    left join person on person.org_id = vehicle.org_id and person.id = vehicle.static_driver_id
    where vehicle.org_id = ${orgId} ${where}
    order by vehicle.id limit ${limit}`);
  return rows.map(toVehicle);
}

const parse = <T>(text: string | null): T | undefined =>
  text === null ? undefined : (JSON.parse(text) as T);

/** The legal definition of the international pound. */
const KILOGRAMS_A_POUND = 0.45359237;

function toVehicle(row: Row): Vehicle {
  const { gatewayModel, ...details } = JSON.parse(row[4]);
  const { weight, unit } = details.grossVehicleWeight ?? {};
  const kilograms = unit === 'kg' ? weight : unit === 'lb' ? weight * KILOGRAMS_A_POUND : undefined;
  return {
    id: row[0],
    name: row[1],
    vin: row[2] ?? undefined,
    serial: row[3] ?? undefined,
    gateway: gatewayModel && row[3] ? { model: gatewayModel, serial: row[3] } : undefined,
    ...details,
    ...(weight === undefined ? {} : { vehicleWeight: weight }),
    ...(kilograms === undefined || weight === undefined
      ? {}
      : {
          vehicleWeightInKilograms: Math.round(kilograms),
          vehicleWeightInPounds: unit === 'lb' ? weight : Math.round(kilograms / KILOGRAMS_A_POUND),
        }),
    tags: parse(row[7]),
    attributes: parse(row[8]),
    externalIds: parse(row[9]),
    staticAssignedDriver: row[10] === null ? undefined : { id: row[10], name: row[11] },
    createdAtTime: wireTime(row[5]),
    updatedAtTime: wireTime(row[6]),
  };
}

/** A vehicle's own columns, as they are written. */
export interface VehicleRow {
  id: string;
  name: string;
  vin: string | null;
  serial: string | null;
  details: Record<string, unknown>;
}

/** The rows of vehicles, by id. */
export async function readVehicles(
  tx: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, VehicleRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows(sql`
    select id, name, vin, serial, details from vehicle where org_id = ${orgId} and id = any(${ids}::bigint[])`);
  return new Map(
    rows.map(([id, name, vin, serial, details]) => [
      id,
      { id, name, vin, serial, details: JSON.parse(details) },
    ]),
  );
}

/** Inserts new vehicles and overwrites known ones, all in one statement. */
export async function upsertVehicles(
  tx: Queryable,
  orgId: string,
  at: string,
  vehicles: readonly VehicleRow[],
): Promise<void> {
  await tx.rows(sql`
    insert into vehicle (org_id, id, name, vin, serial, details, created_at, updated_at)
    select ${orgId}, id, name, vin, serial, details, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(vehicles)}::json)
      as given (id bigint, name text, vin text, serial text, details json)
    on conflict (org_id, id) do update set name = excluded.name, vin = excluded.vin, serial = excluded.serial,
      details = excluded.details, updated_at = excluded.updated_at`);
}
