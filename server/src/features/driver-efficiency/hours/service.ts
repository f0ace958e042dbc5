import type { Caller } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isNumericId, parseExternalId } from '../../../kernel/ids.ts';
import { writeTelemetry } from '../../../kernel/telemetry.ts';
import { parseTime } from '../../../kernel/time.ts';
import { findEntityIds } from '../../directory/index.ts';
import { METRICS } from '../columns.ts';
import { type EfficiencyHour, FIRST_HOUR, HOUR_MS } from './schema.ts';
import { addMonths, hoursFrom, type SavedHours, saveHours } from './store.ts';

const FIELDS = Object.entries(METRICS);

/**
 * Writes hours, all or none; of two for one driver, vehicle and hour the later counts.
 *
 * @throws 400 naming the row and field for an hour that is not whole, or not yet begun, or an id that is none; 404
 *   naming them for a driver or vehicle that is not there.
 */
export async function ingestHours(
  database: Database,
  caller: Caller,
  data: readonly EfficiencyHour[],
): Promise<SavedHours> {
  const hours = data.map(({ hour }, row) => readHour(`data[${row}].hour`, hour, caller.now));
  const drivers = await find(database, caller, 'driver', data);
  const vehicles = await find(database, caller, 'vehicle', data);
  const rows = new Map<string, object>();
  for (const [index, row] of data.entries()) {
    const [hour, driver, vehicle] = [hours[index] as string, drivers[index], vehicles[index]];
    const metrics = FIELDS.map(([column, field]) => [column, row[field]]);
    rows.set(`${hour} ${driver} ${vehicle}`, {
      hour,
      driver_id: driver,
      vehicle_id: vehicle,
      ...Object.fromEntries(metrics),
    });
  }
  const sorted = [...hours].sort();
  const months = [...new Set(hours.map((hour) => `${hour.slice(0, 7)}-01`))];
  return writeTelemetry(database, caller, async (tx) => {
    await addMonths(tx, months);
    return saveHours(
      tx,
      caller.orgId,
      hoursFrom([...rows.values()]),
      sorted[0] as string,
      sorted.at(-1) as string,
    );
  });
}

/** A whole hour that has begun, in UTC. */
export function readHour(field: string, text: string, now: Date): string {
  const hour = parseTime(field, text);
  if (Date.parse(hour) % HOUR_MS !== 0)
    throw invalid(field, `"${text.slice(0, 40)}" is not a whole hour in UTC, such as 2026-11-21T09:00:00Z.`);
  if (hour > now.toISOString()) throw invalid(field, `"${text.slice(0, 40)}" has not begun yet.`);
  if (hour < FIRST_HOUR) throw invalid(field, `"${text.slice(0, 40)}" is before the year 2000.`);
  return hour;
}

/** The id that each row's text means. */
async function find(
  database: Database,
  caller: Caller,
  type: 'driver' | 'vehicle',
  data: readonly EfficiencyHour[],
): Promise<string[]> {
  const texts = data.map((row) => row[`${type}Id`]);
  const known = await findEntityIds(database, caller, type, texts);
  return texts.map((text, row) => {
    const id = known.get(text);
    if (id !== undefined) return id;
    const field = `data[${row}].${type}Id`;
    if (!isNumericId(text.replace(/^driver-/, '')) && !parseExternalId(text))
      throw invalid(field, `"${text.slice(0, 60)}" is an invalid ID. Use 281474976710656 or key:value.`);
    throw notFound(`${field}: no ${type} ${text.slice(0, 100)}.`);
  });
}
