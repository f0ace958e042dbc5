import { sql } from '../../../kernel/database/database.ts';
import { column, type DatasetColumn } from '../../../kernel/dataset.ts';
import type { METRICS } from '../columns.ts';

/** Duration columns of an hour, with their labels. */
export const DURATIONS: [column: keyof typeof METRICS, label: string][] = [
  ['drive', 'Driving time'],
  ['engine_on', 'Engine on'],
  ['idling', 'Idling'],
  ['brake', 'Braking'],
  ['cruise_control', 'Cruise control'],
  ['coasting', 'Coasting'],
  ['high_torque', 'High torque'],
  ['green_band', 'Green band'],
  ['over_speed', 'Over speed'],
  ['wear_free_brake', 'Wear-free braking'],
  ['high_grade', 'High grade road'],
];
export const EVENTS: [column: keyof typeof METRICS, label: string][] = [
  ['anticipation', 'Brake events after accelerating'],
  ['brake_events', 'Brake events'],
];

/** Whom a row of `found` is about: columns, and the tables they need. */
export const ABOUT = {
  driver: {
    columns: [
      column.text('driverId', 'Driver: ID', sql`found.driver_id::text`),
      column.text('driverName', 'Driver: name', sql`driver.name`),
    ] as DatasetColumn[],
    join: (orgId: string) =>
      sql`left join person driver on driver.org_id = ${orgId} and driver.id = found.driver_id`,
  },
  vehicle: {
    columns: [
      column.text('vehicleId', 'Vehicle: ID', sql`found.vehicle_id::text`),
      column.text('vehicleName', 'Vehicle: name', sql`vehicle.name`),
    ] as DatasetColumn[],
    join: (orgId: string) =>
      sql`left join vehicle on vehicle.org_id = ${orgId} and vehicle.id = found.vehicle_id`,
  },
};
