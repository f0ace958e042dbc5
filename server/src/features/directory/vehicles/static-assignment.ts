import { empty, type Queryable, sql } from '../../../kernel/database.ts';
import { badRequest, notFound } from '../../../kernel/errors.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import { type Problems, refuseRepeated } from '../../../kernel/problems.ts';
import type { Scope } from '../tags/links.ts';
import { visibleTo } from '../tags/scope.ts';

/** A driver and the vehicle that is always theirs; null takes an assignment away. */
export interface Assignment {
  driverId: string | null;
  vehicleId: string | null;
}

/** The id in a static assignment field; null for "" and "0", which unassign. */
export const assigned = (text: string): string | null => (text === '' || text === '0' ? null : text);

/** Reports every driver or vehicle that is not there, or out of the token's sight, as 404 naming it. */
export async function requireEntities(
  tx: Queryable,
  scope: Scope,
  type: 'driver' | 'vehicle',
  named: { index: number; field: string; ids: readonly string[] }[],
  problems: Problems,
): Promise<void> {
  const wanted = [...new Set(named.flatMap(({ ids }) => ids))].filter(isNumericId);
  const table = type === 'driver' ? sql`person` : sql`vehicle`;
  const living = type === 'driver' ? sql`and type = 'driver' and deleted_at is null` : empty;
  const rows =
    wanted.length === 0
      ? []
      : await tx.rows(sql`
          select id from ${table} where org_id = ${scope.orgId} and id = any(${wanted}::bigint[]) ${living}
          ${visibleTo(scope, sql`${table}.id`)}`);
  const known = new Set(rows.map(([id]) => id as string));
  for (const { index, field, ids } of named) {
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length > 0)
      problems.add(index, notFound(`${field}: no ${type} ${missing.slice(0, 5).join(', ').slice(0, 200)}.`));
  }
}

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

/**
 * Makes the assignments; whoever had one of these vehicles, and whatever these drivers had, is freed.
 * @returns every driver and vehicle whose assignment changed.
 */
export async function assignStatically(
  tx: Queryable,
  orgId: string,
  at: string,
  pairs: readonly Assignment[],
): Promise<{ drivers: string[]; vehicles: string[] }> {
  if (pairs.length === 0) return { drivers: [], vehicles: [] };
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
    from unnest(${made.map((pair) => pair.vehicleId)}::bigint[], ${made.map((pair) => pair.driverId)}::bigint[])
      as pair (vehicle_id, driver_id)
    where vehicle.org_id = ${orgId} and vehicle.id = pair.vehicle_id`);
  const touched = {
    drivers: [...new Set([...before.map(([, driver]) => driver as string), ...drivers])],
    vehicles: [...new Set([...before.map(([vehicle]) => vehicle as string), ...vehicles])],
  };
  await tx.rows(sql`
    update person set updated_at = ${at} where org_id = ${orgId} and id = any(${touched.drivers}::bigint[])`);
  return touched;
}
