import { sql, table } from '../../../kernel/database/database.ts';
import { badRequest } from '../../../kernel/errors.ts';
import { type Problems, refuseRepeated } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';

/** A driver and the vehicle that is always theirs; null takes an assignment away. */
export interface Assignment {
  driverId: string | null;
  vehicleId: string | null;
}

/** The id in a static assignment field; null for "" and "0", which unassign. */
export const assigned = (text: string): string | null => (text === '' || text === '0' ? null : text);

/** Reports rows of one batch that want the same driver or vehicle. */
export function refuseShared(pairs: readonly (Assignment & { index: number })[], problems: Problems): void {
  for (const [field, kind] of [
    ['driverId', 'driver'],
    ['vehicleId', 'vehicle'],
  ] as const) {
    const at: Problems = { ...problems, add: (i, error) => problems.add(pairs[i]?.index ?? 0, error) };
    const ids = pairs.map((pair) => pair[field]);
    refuseRepeated(ids, at, (id) => badRequest(`${kind} ${id} is assigned twice.`));
  }
}

/** Whose assignments a write has changed. */
export interface Reassigned {
  drivers: string[];
  vehicles: string[];
  /** The drivers who had each vehicle before. */
  former: Map<string, string[]>;
}

/** Makes the assignments; whoever had one of these vehicles, and whatever these drivers had, is freed. */
export async function assignStatically(tx: Tx, pairs: readonly Assignment[]): Promise<Reassigned> {
  if (pairs.length === 0) return { drivers: [], vehicles: [], former: new Map() };
  const { orgId, at } = tx;
  const drivers = pairs.flatMap(({ driverId }) => driverId ?? []);
  const vehicles = pairs.flatMap(({ vehicleId }) => vehicleId ?? []);
  const before = await tx.rows(sql`
    select id, static_driver_id from vehicle where org_id = ${orgId} and static_driver_id is not null
      and (id = any(${vehicles}::bigint[]) or static_driver_id = any(${drivers}::bigint[]))`);
  await tx.rows(sql`
    update vehicle set static_driver_id = null, updated_at = ${at}
    where org_id = ${orgId} and id = any(${before.map(([id]) => id)}::bigint[])`);
  const made = pairs.filter((pair) => pair.driverId && pair.vehicleId);
  await tx.rows(sql`
    update vehicle set static_driver_id = pair.driver_id, updated_at = ${at}
    from ${table('pair', made, {
      vehicle_id: ['bigint', ({ vehicleId }) => vehicleId],
      driver_id: ['bigint', ({ driverId }) => driverId],
    })}
    where vehicle.org_id = ${orgId} and vehicle.id = pair.vehicle_id`);
  const touched = [...new Set([...before.map(([, driver]) => driver as string), ...drivers])];
  // A driver shows the vehicle, and so has changed.
  await tx.rows(sql`
    update person set updated_at = ${at} where org_id = ${orgId} and id = any(${touched}::bigint[])`);
  return {
    drivers: touched,
    vehicles: [...new Set([...before.map(([vehicle]) => vehicle as string), ...vehicles])],
    former: new Map(before.map(([vehicle, driver]) => [vehicle, [driver]])),
  };
}
