/** A metric that is scored: where its score is 0 and 100, in percent, and its weight in the overall score. */
export interface MetricSettings {
  zeroAtPercentage: number;
  hundredAtPercentage: number;
  /** 1 to 10; 0 leaves the metric out of the overall score. */
  weight: number;
}

const metric = (zeroAtPercentage: number, hundredAtPercentage: number): MetricSettings => ({
  zeroAtPercentage,
  hundredAtPercentage,
  weight: 5,
});

/**
 * What holds until an organization sets its own. The thresholds of cruise control and anticipation are those of the
 * public documentation's examples, the others are ours.
 */
export const DEFAULT_SETTINGS = {
  scoreFormat: 'numbers' as 'numbers' | 'letters',
  /** The least number of each letter; below the last is G. */
  letterBounds: { A: 85, B: 70, C: 55, D: 40, E: 25, F: 10 },
  metrics: {
    anticipation: metric(26, 7),
    coasting: metric(2, 20),
    cruiseControl: metric(1, 61),
    greenBand: metric(40, 95),
    highTorque: metric(25, 2),
    idling: metric(30, 4),
    overSpeed: metric(25, 1),
    wearFreeBrake: metric(10, 85),
  },
  /** From which average weight a vehicle's weight score is 2, 3, 4 and 5. */
  vehicleWeightBoundsKg: [8000, 16_000, 24_000, 32_000],
};

export type Settings = typeof DEFAULT_SETTINGS;
export type ScoredMetric = keyof Settings['metrics'];

/** Metrics of which less is better. */
export const INVERSE: readonly ScoredMetric[] = ['anticipation', 'highTorque', 'idling', 'overSpeed'];
