import { join, raw, type Sql } from '../../kernel/database/database.ts';

/** An hour's columns that always have a value, with the fields they are sent as. */
export const REQUIRED = {
  drive: 'driveTimeDurationMs',
  engine_on: 'engineOnDurationMs',
  idling: 'idlingDurationMs',
  brake: 'totalBrakeDurationMs',
} as const;

/** An hour's columns that may be null: the metric was not reported. */
export const OPTIONAL = {
  cruise_control: 'cruiseControlDurationMs',
  coasting: 'coastingDurationMs',
  high_torque: 'highTorqueDurationMs',
  green_band: 'greenBandDurationMs',
  over_speed: 'overSpeedDurationMs',
  wear_free_brake: 'wearFreeBrakeDurationMs',
  high_grade: 'highGradeRoadDrivingDurationMs',
  anticipation: 'anticipationBrakeEventCount',
  brake_events: 'totalBrakeEventCount',
  weight: 'averageVehicleWeightKg',
  topography: 'topographyScore',
} as const;

/** Every column of an hour besides its key, with the field it is sent as. */
export const METRICS = { ...REQUIRED, ...OPTIONAL };

/** What a metric is a share of, where that is a sum of another column. */
const SHARE_OF = {
  cruise_control: 'drive',
  coasting: 'drive',
  high_torque: 'drive',
  green_band: 'drive',
  over_speed: 'drive',
  wear_free_brake: 'brake',
  high_grade: 'drive',
} as const;

/** One hour in the columns of its day and month: the column, and its value for the hour `h`. */
export const SUMS: readonly (readonly [column: string, ofHour: string])[] = [
  ['hours', '1'],
  ...Object.keys(REQUIRED).map((column) => [column, `h.${column}`] as const),
  ...Object.entries(SHARE_OF).flatMap(([column, base]) => [
    [column, `coalesce(h.${column}, 0)`] as const,
    [`${column}_n`, `(h.${column} is not null)::int`] as const,
    [`${column}_of`, `case when h.${column} is not null then h.${base} else 0 end`] as const,
  ]),
  ['anticipation', 'coalesce(h.anticipation, 0)'],
  ['anticipation_n', '(h.anticipation is not null)::int'],
  ['anticipation_part', 'case when h.brake_events is not null then coalesce(h.anticipation, 0) else 0 end'],
  ['anticipation_of', 'case when h.anticipation is not null then coalesce(h.brake_events, 0) else 0 end'],
  ['brake_events', 'coalesce(h.brake_events, 0)'],
  ['brake_events_n', '(h.brake_events is not null)::int'],
  ['weight', 'coalesce(h.weight::bigint * h.drive, 0)'],
  ['weight_of', 'case when h.weight is not null then h.drive else 0 end'],
  ['topography', 'coalesce(h.topography::bigint * h.drive, 0)'],
  ['topography_of', 'case when h.topography is not null then h.drive else 0 end'],
];

/** Columns with what `write` makes of each, separated by commas. */
export const columns = (names: readonly string[], write: (name: string) => string = (name) => name): Sql =>
  join(names.map((name) => raw(write(name))));

export const METRIC_COLUMNS = Object.keys(METRICS);
export const SUM_COLUMNS = SUMS.map(([column]) => column);
/** The hour `h` in the columns of its day. */
export const HOUR_AS_SUMS = columns(SUMS.map(([column, ofHour]) => `${ofHour} as ${column}`));
