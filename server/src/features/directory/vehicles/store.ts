import { type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';

/** A vehicle's own columns, as they are written. */
export interface VehicleRow {
  id: string;
  name: string;
  vin: string | null;
  serial: string | null;
  details: Record<string, unknown>;
}

/** The rows of vehicles, by id. */
export async function readRows(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, VehicleRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.rows(sql`
    select id, name, vin, serial, details from vehicle where org_id = ${orgId} and id = any(${ids}::bigint[])`);
  return new Map(
    rows.map(([id, name, vin, serial, details]) => [
      id,
      { id, name, vin, serial, details: JSON.parse(details) },
    ]),
  );
}

/** Inserts new vehicles and overwrites known ones, all in one statement. */
export async function upsertVehicles(tx: Tx, vehicles: readonly VehicleRow[]): Promise<void> {
  await tx.rows(sql`
    insert into vehicle (org_id, id, name, vin, serial, details, created_at, updated_at)
    select ${tx.orgId}::bigint, given.*, ${tx.at}::timestamptz, ${tx.at}::timestamptz
    from ${table('given', vehicles, {
      id: ['bigint', ({ id }) => id],
      name: ['text', ({ name }) => name],
      vin: ['text', ({ vin }) => vin],
      serial: ['text', ({ serial }) => serial],
      details: ['json', ({ details }) => JSON.stringify(details)],
    })}
    on conflict (org_id, id) do update set name = excluded.name, vin = excluded.vin, serial = excluded.serial,
      details = excluded.details, updated_at = excluded.updated_at`);
}
