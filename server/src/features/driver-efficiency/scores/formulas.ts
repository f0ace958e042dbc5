import type { ScoredMetric, Settings } from '../settings/defaults.ts';
import type { Sums } from './store.ts';

/** The share of each metric in percent; undefined where it was not reported or there is nothing to divide by. */
export type Percentages = Partial<Record<ScoredMetric | 'highGradeRoadDriving', number>> & { idling: number };

const share = (part: number | undefined, whole: number | undefined): number | undefined =>
  whole ? ((part ?? 0) / whole) * 100 : undefined;

/** Each metric over what it is a share of, summed over the hours that reported it. */
export function percentages(sums: Sums): Percentages {
  const of = (column: string) => share(sums[column], sums[`${column}_of`]);
  return {
    idling: share(sums.idling, sums.engine_on) ?? 0,
    anticipation: share(sums.anticipation_part, sums.anticipation_of),
    coasting: of('coasting'),
    cruiseControl: of('cruise_control'),
    greenBand: of('green_band'),
    highGradeRoadDriving: of('high_grade'),
    highTorque: of('high_torque'),
    overSpeed: of('over_speed'),
    wearFreeBrake: of('wear_free_brake'),
  };
}

/** A straight line from `zero` to `hundred`, cut off at both and rounded; `zero` above `hundred` means less is better. */
export function metricScore(percentage: number, zero: number, hundred: number): number {
  const score = ((percentage - zero) / (hundred - zero)) * 100;
  return Math.round(Math.min(100, Math.max(0, score)));
}

/** The scores of the metrics that were reported, and their weighted mean; undefined when none of them counts. */
export function scores(
  { metrics }: Settings,
  sums: Sums,
): { overall: number | undefined; metrics: Partial<Record<ScoredMetric, number>> } {
  const shares: Partial<Record<ScoredMetric, number>> = percentages(sums);
  // An engine that never ran has idled no share of its time.
  if (!sums.engine_on) delete shares.idling;
  const scored: Partial<Record<ScoredMetric, number>> = {};
  let weights = 0;
  let total = 0;
  for (const [key, { zeroAtPercentage, hundredAtPercentage, weight }] of Object.entries(metrics)) {
    const name = key as ScoredMetric;
    const percentage = shares[name];
    if (percentage === undefined) continue;
    const score = metricScore(percentage, zeroAtPercentage, hundredAtPercentage);
    scored[name] = score;
    weights += weight;
    total += weight * score;
  }
  return { overall: weights > 0 ? Math.round(total / weights) : undefined, metrics: scored };
}

/** A score as the organization wants to read it. */
export function written({ scoreFormat, letterBounds }: Settings, score: number): string {
  if (scoreFormat === 'numbers') return String(score);
  return Object.entries(letterBounds).find(([, bound]) => score >= bound)?.[0] ?? 'G';
}

/** How hard the work was, 1 to 5, by road and load, both weighted by drive time; what is not known is left out. */
export function difficulty(
  { vehicleWeightBoundsKg }: Settings,
  sums: Sums,
): { overall?: number; topography?: number; vehicleWeight?: number } {
  const mean = (column: string): number | undefined =>
    sums[`${column}_of`] ? (sums[column] ?? 0) / (sums[`${column}_of`] ?? 1) : undefined;
  const road = mean('topography');
  const kilograms = mean('weight');
  const topography = road === undefined ? undefined : Math.round(road);
  const vehicleWeight =
    kilograms === undefined
      ? undefined
      : 1 + vehicleWeightBoundsKg.filter((bound) => kilograms >= bound).length;
  const overall =
    topography === undefined ? undefined : Math.ceil((topography + (vehicleWeight ?? topography)) / 2);
  return { overall, topography, vehicleWeight };
}
