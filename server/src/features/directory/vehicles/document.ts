import { columns, type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import type { Changed } from '../../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';
import { filled } from '../entities/fields.ts';
import { type LinkRow, linkColumns, linkFacts, readLinks } from '../entities/links.ts';
import { vehicleDetails, vehicleFacts } from './schema.ts';

const text = (description: string) => Type.Optional(Type.String({ description }));

/** A vehicle's own facts. Who always drives it is a fact of the vehicle, not of the driver. */
export const VehicleDocument = Shape('VehicleDocument', {
  id: Type.String({ description: 'Id of the vehicle.' }),
  name: Type.String({ description: 'Name of the vehicle.' }),
  vin: text('Vehicle identification number.'),
  serial: text('Serial number of its gateway.'),
  gatewayModel: text('Model of its gateway.'),
  ...vehicleFacts,
  ...vehicleDetails,
  staticDriverId: text('The driver whose vehicle this always is.'),
  ...linkFacts,
  createdAtTime: Time('When the vehicle was added.'),
  updatedAtTime: Time('When the vehicle was last changed.'),
});
export type VehicleDocument = Static<typeof VehicleDocument>;

interface Row extends LinkRow {
  id: string;
  name: string;
  vin: string | null;
  serial: string | null;
  staticDriverId: string | null;
  details: string;
  createdAt: string;
  updatedAt: string;
}

const vehicleColumns = (orgId: string) =>
  columns<Row>({
    id: sql`vehicle.id`,
    name: sql`vehicle.name`,
    vin: sql`vehicle.vin`,
    serial: sql`vehicle.serial`,
    staticDriverId: sql`vehicle.static_driver_id`,
    details: sql`vehicle.details`,
    createdAt: sql`vehicle.created_at`,
    updatedAt: sql`vehicle.updated_at`,
    ...linkColumns(orgId, 'vehicle', sql`vehicle.id`),
  });

/** Vehicles as their documents. `rest` is about the table vehicle: conditions, order, limit. */
export async function selectVehicles(
  database: Queryable,
  orgId: string,
  rest: Sql,
): Promise<VehicleDocument[]> {
  const vehicle = vehicleColumns(orgId);
  const rows = await database.rows(sql`
    select ${vehicle.list} from vehicle where vehicle.org_id = ${orgId} ${rest}`);
  return rows.map((row) => toDocument(vehicle.read(row)));
}

export async function readVehicles(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<VehicleDocument>[]> {
  const vehicles = await selectVehicles(database, orgId, sql`and vehicle.id = any(${ids}::bigint[])`);
  return vehicles.map((document) => ({ id: document.id, document }));
}

function toDocument({ details, createdAt, updatedAt, ...row }: Row): VehicleDocument {
  const { tagIds, externalIds, attributes, ...own } = row;
  return {
    ...JSON.parse(details),
    ...filled(own),
    ...readLinks({ tagIds, externalIds, attributes }),
    createdAtTime: wireTime(createdAt),
    updatedAtTime: wireTime(updatedAt),
  };
}
