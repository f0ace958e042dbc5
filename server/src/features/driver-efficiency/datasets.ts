import { raw, type Sql, sql } from '../../kernel/database.ts';
import { column, type Dataset, type DatasetColumn } from '../../kernel/dataset.ts';
import { METRICS } from './columns.ts';

const { text, time, count, milliseconds, kilograms, percents } = column;

/** Duration columns of an hour, with their labels and what each is a share of. */
const DURATIONS: [
  column: keyof typeof METRICS,
  label: string,
  of: 'drive' | 'engine_on' | 'brake' | undefined,
][] = [
  ['drive', 'Driving time', undefined],
  ['engine_on', 'Engine on', undefined],
  ['idling', 'Idling', 'engine_on'],
  ['brake', 'Braking', undefined],
  ['cruise_control', 'Cruise control', 'drive'],
  ['coasting', 'Coasting', 'drive'],
  ['high_torque', 'High torque', 'drive'],
  ['green_band', 'Green band', 'drive'],
  ['over_speed', 'Over speed', 'drive'],
  ['wear_free_brake', 'Wear-free braking', 'brake'],
  ['high_grade', 'High grade road', 'drive'],
];
const EVENTS: [column: keyof typeof METRICS, label: string][] = [
  ['anticipation', 'Brake events after accelerating'],
  ['brake_events', 'Brake events'],
];

const PEOPLE: DatasetColumn[] = [
  text('driverId', 'Driver: ID', sql`found.driver_id::text`),
  text('driverName', 'Driver: name', sql`driver.name`),
];
const VEHICLES: DatasetColumn[] = [
  text('vehicleId', 'Vehicle: ID', sql`found.vehicle_id::text`),
  text('vehicleName', 'Vehicle: name', sql`vehicle.name`),
];
const WITH_DRIVER = sql`left join person driver on driver.org_id = found.org_id and driver.id = found.driver_id`;
const WITH_VEHICLE = sql`left join vehicle on vehicle.org_id = found.org_id and vehicle.id = found.vehicle_id`;

const at = (name: string): Sql => raw(`found.${name}`);

/** One row a driver, vehicle and hour, as it was reported. */
const hours: Dataset = {
  id: 'DriverEfficiencyHours',
  label: 'Driver efficiency by hour',
  columns: [
    time('hour', 'Hour', sql`found.hour`),
    ...PEOPLE,
    ...VEHICLES,
    ...DURATIONS.map(([name, label]) => milliseconds(METRICS[name], label, sql`${at(name)}::bigint`)),
    ...EVENTS.map(([name, label]) => count(METRICS[name], label, sql`${at(name)}::bigint`)),
    kilograms(METRICS.weight, 'Weight', sql`found.weight::bigint`),
    count(METRICS.topography, 'Topography: 1 flat to 5 mountains', sql`found.topography::bigint`),
  ],
  source: (orgId) =>
    sql`from efficiency_hour found ${WITH_DRIVER} ${WITH_VEHICLE} where found.org_id = ${orgId}`,
  time: { value: sql`found.hour`, limitDays: 93 },
  entity: sql`found.driver_id`,
  order: sql`found.hour, found.driver_id, found.vehicle_id`,
};

/** Sums of the hours in the range; a share is of those hours that reported its metric. */
const sums = sql`count(*) as hours, ${raw(
  [
    ...DURATIONS.map(([name, , of]) =>
      of
        ? `sum(${name})::bigint as ${name}, sum(${of}) filter (where ${name} is not null) as ${name}_of`
        : `sum(${name})::bigint as ${name}`,
    ),
    ...EVENTS.map(([name]) => `sum(${name})::bigint as ${name}`),
  ].join(', '),
)}`;

const summed = (id: string, label: string, key: 'driver' | 'vehicle'): Dataset => ({
  id,
  label,
  columns: [
    ...(key === 'driver' ? PEOPLE : VEHICLES),
    count('hours', 'Hours with data', sql`found.hours`),
    ...DURATIONS.map(([name, label]) => milliseconds(METRICS[name], label, at(name))),
    ...DURATIONS.filter(([, , of]) => of).map(([name, label]) =>
      percents(
        METRICS[name].replace('DurationMs', 'Percentage'),
        `${label}: share`,
        sql`(100.0 * ${at(name)} / nullif(${at(`${name}_of`)}, 0))::double precision`,
      ),
    ),
    ...EVENTS.map(([name, label]) => count(METRICS[name], label, at(name))),
  ],
  source: (orgId, range) => sql`
    from (
      select org_id, ${raw(`${key}_id`)}, ${sums} from efficiency_hour
      where org_id = ${orgId} and hour >= ${range?.startTime ?? '-infinity'}::timestamptz
        and hour < ${range?.endTime ?? 'infinity'}::timestamptz
      group by org_id, ${raw(`${key}_id`)}) found
    ${key === 'driver' ? WITH_DRIVER : WITH_VEHICLE} where found.org_id = ${orgId}`,
  time: { limitDays: 366 },
  entity: at(`${key}_id`),
  order: at(`${key}_id`),
});

export const efficiencyDatasets: Dataset[] = [
  summed('DriverEfficiencyByDriver', 'Driver efficiency by driver', 'driver'),
  summed('DriverEfficiencyByVehicle', 'Driver efficiency by vehicle', 'vehicle'),
  hours,
];
