import { Body, Data, Shape, type Static, TimeInput, Type } from '../../../kernel/schema.ts';
import { METRICS } from '../columns.ts';

export const HOUR_MS = 3_600_000;
/** The first hour that is taken. */
export const FIRST_HOUR = '2000-01-01T00:00:00.000Z';

const duration = (description: string) =>
  Type.Integer({ minimum: 0, maximum: HOUR_MS, description: `${description} Milliseconds of the hour.` });
const optional = (description: string) =>
  Type.Optional(duration(`${description} Leave it out when the vehicle does not report it.`));
const events = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description }));

const EfficiencyHour = Body('EfficiencyHour', {
  driverId: Type.String({
    description: 'Who drove: 281474976710702, driver-281474976710702 or an external id key:value.',
  }),
  vehicleId: Type.String({ description: 'What was driven: an id or an external id key:value.' }),
  hour: TimeInput('The hour as its beginning, a whole hour in UTC that has begun.'),
  driveTimeDurationMs: duration('Time driven.'),
  engineOnDurationMs: duration('Time with the engine on.'),
  idlingDurationMs: duration('Time with the engine on and the vehicle standing, power take-off left out.'),
  totalBrakeDurationMs: duration('Time braked, by whatever brake.'),
  cruiseControlDurationMs: optional('Time driven with cruise control.'),
  coastingDurationMs: optional('Time driven with neither accelerator nor brake.'),
  highTorqueDurationMs: optional('Time driven with more than 90 % of the torque.'),
  greenBandDurationMs: optional('Time driven inside the economical range of engine speed.'),
  overSpeedDurationMs: optional('Time driven faster than is efficient.'),
  wearFreeBrakeDurationMs: optional('Time braked by retarder or engine.'),
  highGradeRoadDrivingDurationMs: optional('Time driven on steep roads.'),
  anticipationBrakeEventCount: events(
    'How often the brake followed the accelerator within a second. Leave it out when it is not reported.',
  ),
  totalBrakeEventCount: events('How often the brake was used. Leave it out when it is not reported.'),
  averageVehicleWeightKg: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: 'Weight of the vehicle with its load, in kilograms. Leave it out when it is not known.',
    }),
  ),
  topographyScore: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 5,
      description: 'How hard the road was, 1 flat to 5 mountains. Leave it out when it is not known.',
    }),
  ),
});
export type EfficiencyHour = Static<typeof EfficiencyHour>;

/** A metric of an hour: what it is sent as, whether it must be, and its least and greatest value. */
export interface HourMetric {
  field: string;
  required: boolean;
  minimum: number;
  maximum: number;
}

/** The metrics of an hour, in the order of METRIC_COLUMNS. */
export const HOUR_METRICS: readonly HourMetric[] = Object.values(METRICS).map((field) => {
  const { minimum = 0, maximum = 0 } = EfficiencyHour.properties[field] as {
    minimum?: number;
    maximum?: number;
  };
  return { field, required: EfficiencyHour.required.includes(field as never), minimum, maximum };
});

export const PostHours = Body('PostEfficiencyHours', {
  data: Type.Array(EfficiencyHour, {
    minItems: 1,
    maxItems: 1000,
    description:
      'Hours, all written or none. One that was sent before, by driver, vehicle and hour, is replaced; of two alike in one request the later counts.',
  }),
});

export const HoursReply = Data(
  Shape('EfficiencyHoursOutcome', {
    created: Type.Integer({ description: 'Hours that were not there before.' }),
    updated: Type.Integer({ description: 'Hours that were there with other values.' }),
    unchanged: Type.Integer({ description: 'Hours that were there with these values.' }),
  }),
);
