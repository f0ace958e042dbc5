import { After, List, OneOf, Page, PageLimit, Shape, type Static, Type } from '../../../kernel/schema.ts';
import { windowQuery } from '../scores/schema.ts';
import { DEFAULT_SETTINGS, type ScoredMetric } from '../settings/defaults.ts';

const type = OneOf(['driver', 'vehicle'], { description: 'Drivers or vehicles.' });
const { startTime, endTime } = windowQuery;

export const SORTS = ['worst', 'best', 'fallen', 'risen'] as const;

export const RankingQuery = Type.Object({
  type,
  startTime,
  endTime,
  tagIds: Type.Optional(
    List(Type.String(), { maxItems: 512, description: 'Only those in one of these tags or below it.' }),
  ),
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Only those who have this text, in any case, in their name or an external id.',
    }),
  ),
  sort: Type.Optional(
    OneOf([...SORTS], {
      description:
        'The lowest or the highest score first, or who has lost or gained most since the period before. Who has none comes last.',
      default: 'worst',
    }),
  ),
  limit: PageLimit,
  after: After,
});

const score = (of: string) =>
  Type.Union([Type.Integer(), Type.Null()], {
    description: `${of}, 0 to 100; null when nothing that counts was reported.`,
  });
const drive = Type.Integer({ format: 'int64', description: 'Time driven, in milliseconds.' });

export const RankingPage = Page(
  Shape('EfficiencyRank', {
    id: Type.String({ description: 'Id of the driver or vehicle.' }),
    type,
    name: Type.String({ description: 'Name.' }),
    overallScore: score('The overall score of the window'),
    previousScore: score('That of the period before: as long, and ending where the window begins'),
    change: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Points gained since the period before, below zero for lost; null without both scores.',
    }),
    driveTimeDurationMs: drive,
  }),
  'Those with hours in the window, in the order asked for. Deleted drivers are left out.',
);

export const BUCKETS = ['day', 'week', 'month'] as const;

export const SeriesQuery = Type.Object({
  id: Type.String({ description: 'A driver or vehicle, by id or external id key:value.' }),
  startTime,
  endTime,
  bucket: Type.Optional(
    OneOf([...BUCKETS], {
      description:
        'What a point is over, in UTC; weeks begin on Monday. A bucket that the window cuts has only what lies inside.',
      default: 'day',
    }),
  ),
});

const METRICS = Object.keys(DEFAULT_SETTINGS.metrics) as ScoredMetric[];
/** One value for each metric that was reported. */
const byMetric = (title: string, description: string, of: string) =>
  Shape(
    title,
    Object.fromEntries(
      METRICS.map((name) => [name, Type.Optional(Type.Number({ description: `${of}: ${name}.` }))]),
    ) as Record<ScoredMetric, ReturnType<typeof Type.Optional<ReturnType<typeof Type.Number>>>>,
    description,
  );

const Point = Shape('EfficiencyPoint', {
  day: Type.String({ format: 'date', description: 'The first day of the bucket, such as 2026-11-16.' }),
  overallScore: score('The overall score of the bucket'),
  scores: byMetric(
    'EfficiencyPointScores',
    'The scores of the metrics that were reported.',
    'Score, 0 to 100',
  ),
  percentages: byMetric(
    'EfficiencyPointPercentages',
    'What the scores are made from, with up to four decimals.',
    'Percentage',
  ),
  driveTimeDurationMs: drive,
});
export type Point = Static<typeof Point>;

export const SeriesReply = Type.Object({
  data: Shape('EfficiencySeries', {
    id: Type.String({ description: 'Id of the driver or vehicle.' }),
    type,
    points: Type.Array(Point, { description: 'Buckets with hours, oldest first.' }),
  }),
});
