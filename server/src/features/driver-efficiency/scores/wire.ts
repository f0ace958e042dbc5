import type { Settings } from '../settings/defaults.ts';
import { difficulty, percentages, scores, written } from './formulas.ts';
import type { Difficulty, PercentageData, RawData, ScoreData } from './schema.ts';
import type { DataFormat, Sums } from './store.ts';

/** What a driver and a vehicle have alike. */
export interface Figures {
  scoreData?: ScoreData;
  rawData?: RawData;
  percentageData?: PercentageData;
  difficultyScore?: Difficulty;
}

/** Sums in the formats that were asked for. */
export function figures(settings: Settings, sums: Sums, formats: readonly DataFormat[]): Figures {
  return {
    scoreData: formats.includes('score') ? scoreData(settings, sums) : undefined,
    rawData: formats.includes('raw') ? rawData(sums) : undefined,
    percentageData: formats.includes('percentage') ? percentageData(sums) : undefined,
    difficultyScore: difficultyScore(settings, sums),
  };
}

/** Undefined without any score that counts: the overall score is never left out of the rest. */
function scoreData(settings: Settings, sums: Sums): ScoreData | undefined {
  const { overall, metrics } = scores(settings, sums);
  if (overall === undefined) return undefined;
  const named = Object.entries(metrics).map(([name, score]) => [`${name}Score`, written(settings, score)]);
  return { overallScore: written(settings, overall), ...Object.fromEntries(named) };
}

function rawData(sums: Sums): RawData {
  const sum = (column: string): number => sums[column] ?? 0;
  const reported = (column: string): number | undefined => (sums[`${column}_n`] ? sum(column) : undefined);
  return {
    driveTimeDurationMs: sum('drive'),
    engineOnDurationMs: sum('engine_on'),
    idlingDurationMs: sum('idling'),
    totalBrakeDurationMs: sum('brake'),
    anticipationBrakeEventCount: reported('anticipation'),
    totalBrakeEventCount: reported('brake_events'),
    averageVehicleWeightKg: sums.weight_of ? Math.round(sum('weight') / sums.weight_of) : undefined,
    coastingDurationMs: reported('coasting'),
    cruiseControlDurationMs: reported('cruise_control'),
    greenBandDurationMs: reported('green_band'),
    highGradeRoadDrivingDurationMs: reported('high_grade'),
    highTorqueDurationMs: reported('high_torque'),
    overSpeedDurationMs: reported('over_speed'),
    wearFreeBrakeDurationMs: reported('wear_free_brake'),
  };
}

function percentageData(sums: Sums): PercentageData {
  const rounded = (value: number | undefined) =>
    value === undefined ? undefined : Math.round(value * 10_000) / 10_000;
  const named = Object.entries(percentages(sums)).map(([name, value]) => [
    `${name}Percentage`,
    rounded(value),
  ]);
  return Object.fromEntries(named);
}

function difficultyScore(settings: Settings, sums: Sums): Difficulty | undefined {
  const { overall, topography, vehicleWeight } = difficulty(settings, sums);
  if (topography === undefined && vehicleWeight === undefined) return undefined;
  const text = (score: number | undefined) => (score === undefined ? undefined : String(score));
  return {
    overallScore: text(overall),
    topographyScore: text(topography),
    vehicleWeightScore: text(vehicleWeight),
  };
}
