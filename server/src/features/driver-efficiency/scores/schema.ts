import {
  After,
  List,
  OneOf,
  Page,
  Shape,
  type Static,
  TimeInput,
  type TSchema,
  Type,
} from '../../../kernel/schema.ts';

const LATE = 'Hours of the last three days may still come in or change.';
/** More values than this are 414 for every list. */
const MOST = { maxItems: 2000 };

export const windowQuery = {
  startTime: TimeInput(
    `The first hour, a whole hour of the clock it is written in, at least a day before endTime. ${LATE}`,
  ),
  endTime: TimeInput(
    `The end, not included: a whole hour of the clock it is written in, at least three hours ago. Days and months that lie inside are read from their sums. ${LATE}`,
  ),
  dataFormats: Type.Optional(
    List(OneOf(['score', 'raw', 'percentage'], { description: 'A format.' }), {
      maxItems: 3,
      description: 'What to answer: scores, which is the default, raw sums, percentages.',
    }),
  ),
  tagIds: Type.Optional(
    List(Type.String(), {
      ...MOST,
      description: 'Those in one of these tags, by id, beside those named by other filters.',
    }),
  ),
  parentTagIds: Type.Optional(
    List(Type.String(), {
      ...MOST,
      description: 'Those in one of these tags or below one of them, beside those named by other filters.',
    }),
  ),
  after: After,
};

const ids = (what: string) =>
  Type.Optional(
    List(Type.String(), {
      ...MOST,
      description: `Only these ${what}, by id or external id key:value, beside those that the tags name.`,
    }),
  );
export const DriversQuery = Type.Object({ ...windowQuery, driverIds: ids('drivers') });
export const VehiclesQuery = Type.Object({ ...windowQuery, vehicleIds: ids('vehicles') });

const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
const score = (of: string) =>
  Type.String({ description: `The score of ${of}: 0 to 100, or a letter from A to G by the settings.` });

const ScoreData = Shape(
  'EfficiencyScores',
  {
    overallScore: score('all metrics that were reported, by their weights'),
    anticipationScore: optional(score('looking ahead: less braking right after accelerating')),
    coastingScore: optional(score('coasting')),
    cruiseControlScore: optional(score('cruise control')),
    greenBandScore: optional(score('driving at economical engine speed')),
    highTorqueScore: optional(score('keeping below 90 % of the torque')),
    idlingScore: optional(score('not idling')),
    overSpeedScore: optional(score('not driving faster than is efficient')),
    wearFreeBrakeScore: optional(score('braking by retarder or engine')),
  },
  'Absent when nothing that counts was reported.',
);
export type ScoreData = Static<typeof ScoreData>;

const ms = (description: string) =>
  Type.Integer({ format: 'int64', description: `${description} Milliseconds.` });
const count = (description: string) => Type.Integer({ format: 'int64', description });

const RawData = Shape(
  'EfficiencySums',
  {
    driveTimeDurationMs: ms('Time driven.'),
    engineOnDurationMs: ms('Time with the engine on.'),
    idlingDurationMs: ms('Time idling.'),
    totalBrakeDurationMs: ms('Time braked.'),
    anticipationBrakeEventCount: optional(count('Brakings within a second of accelerating.')),
    totalBrakeEventCount: optional(count('Brakings.')),
    averageVehicleWeightKg: optional(count('Mean weight over the drive time, in kilograms.')),
    coastingDurationMs: optional(ms('Time coasting.')),
    cruiseControlDurationMs: optional(ms('Time with cruise control.')),
    greenBandDurationMs: optional(ms('Time at economical engine speed.')),
    highGradeRoadDrivingDurationMs: optional(ms('Time on steep roads.')),
    highTorqueDurationMs: optional(ms('Time above 90 % of the torque.')),
    overSpeedDurationMs: optional(ms('Time faster than is efficient.')),
    wearFreeBrakeDurationMs: optional(ms('Time braked by retarder or engine.')),
  },
  'Sums over the hours of the window; a metric that no hour reported is absent.',
);
export type RawData = Static<typeof RawData>;

const share = (of: string) => Type.Number({ format: 'double', description: `Percentage of ${of}.` });
const PercentageData = Shape(
  'EfficiencyPercentages',
  {
    idlingPercentage: share('the engine-on time: idling'),
    anticipationPercentage: optional(share('all brakings: within a second of accelerating')),
    coastingPercentage: optional(share('the drive time: coasting')),
    cruiseControlPercentage: optional(share('the drive time: with cruise control')),
    greenBandPercentage: optional(share('the drive time: at economical engine speed')),
    highGradeRoadDrivingPercentage: optional(share('the drive time: on steep roads')),
    highTorquePercentage: optional(share('the drive time: above 90 % of the torque')),
    overSpeedPercentage: optional(share('the drive time: faster than is efficient')),
    wearFreeBrakePercentage: optional(share('the braking time: by retarder or engine')),
  },
  'Each metric over the hours that reported it, with up to four decimals.',
);
export type PercentageData = Static<typeof PercentageData>;

const grade = (of: string) => Type.String({ description: `1 (easy) to 5 (hard), by ${of}.` });
const Difficulty = Shape(
  'EfficiencyDifficulty',
  {
    overallScore: optional(grade('road and load together; by the road alone when the load is not known')),
    topographyScore: optional(grade('the road')),
    vehicleWeightScore: optional(grade('the mean weight')),
  },
  'How hard the work was; it does not change the other scores. Absent when nothing tells it.',
);
export type Difficulty = Static<typeof Difficulty>;

const figures = {
  scoreData: optional(ScoreData),
  rawData: optional(RawData),
  percentageData: optional(PercentageData),
  difficultyScore: optional(Difficulty),
};
export const DriversPage = Page(
  Shape('DriverEfficiency', { driverId: Type.String({ description: 'The driver.' }), ...figures }),
  'Drivers with hours in the window, in the order of their ids.',
);
export const VehiclesPage = Page(
  Shape('VehicleEfficiency', { vehicleId: Type.String({ description: 'The vehicle.' }), ...figures }),
  'Vehicles with hours in the window, in the order of their ids.',
);
