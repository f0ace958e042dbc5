import { DAY_MS } from '../../../kernel/time.ts';
import { percentages, scores } from '../scores/formulas.ts';
import type { Sums } from '../scores/store.ts';
import type { ScoredMetric, Settings } from '../settings/defaults.ts';
import type { BUCKETS, Point } from './schema.ts';

type Bucket = (typeof BUCKETS)[number];

/** The first day of the bucket that a day, `2026-11-21`, lies in. */
function firstDay(day: string, bucket: Bucket): string {
  if (bucket === 'day') return day;
  if (bucket === 'month') return `${day.slice(0, 8)}01`;
  const at = new Date(day);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

/** Sums of days as points, a bucket each, in the order of the days. */
export function pointsOf(
  settings: Settings,
  days: readonly { day: string; sums: Sums }[],
  bucket: Bucket,
): Point[] {
  const buckets = new Map<string, Sums>();
  for (const { day, sums } of days) {
    const first = firstDay(day, bucket);
    const known = buckets.get(first) ?? {};
    for (const [column, value] of Object.entries(sums)) known[column] = (known[column] ?? 0) + value;
    buckets.set(first, known);
  }
  return [...buckets].map(([day, sums]) => pointOf(settings, day, sums));
}

function pointOf(settings: Settings, day: string, sums: Sums): Point {
  const { overall, metrics } = scores(settings, sums);
  const shares: Partial<Record<ScoredMetric, number>> = percentages(sums);
  const reported = Object.keys(metrics) as ScoredMetric[];
  return {
    day,
    overallScore: overall ?? null,
    scores: metrics,
    percentages: Object.fromEntries(
      reported.map((name) => [name, Math.round((shares[name] as number) * 10_000) / 10_000]),
    ),
    driveTimeDurationMs: sums.drive ?? 0,
  };
}
