import { Body, Data, OneOf, Shape, type Static, Type } from '../../../kernel/schema.ts';
import { DEFAULT_SETTINGS, INVERSE, type ScoredMetric } from './defaults.ts';

const FORMATS = ['numbers', 'letters'] as const;
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const METRICS = Object.keys(DEFAULT_SETTINGS.metrics) as ScoredMetric[];

const bound = (letter: string) =>
  Type.Integer({ minimum: 1, maximum: 100, description: `The least score that is ${letter}.` });
const share = (what: string) =>
  Type.Number({ minimum: 0, maximum: 100, description: `The percentage ${what}.` });
const weight = Type.Integer({
  minimum: 0,
  maximum: 10,
  description:
    'How much the metric counts in the overall score, 1 to 10 beside the others; 0 is off: it does not count.',
});

const TEXTS = {
  scoreFormat:
    'How scores are written: numbers from 0 to 100, or letters from A to G. Difficulty is not affected.',
  letterBounds: 'The least score of each letter; below F is G.',
  metrics: 'How each metric becomes a score: a straight line between two percentages.',
  bounds: 'The four average weights, in kilograms, from which the vehicle weight score is 2, 3, 4 and 5.',
};
const metricText = (name: ScoredMetric): string =>
  `${name}: of this ${INVERSE.includes(name) ? 'less' : 'more'} is better.`;
const bounds = Type.Array(Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Kilograms.' }), {
  minItems: 4,
  maxItems: 4,
  description: TEXTS.bounds,
});

const each = <N extends string, T>(names: readonly N[], make: (name: N) => T): Record<N, T> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, T>;

const MetricReply = (name: ScoredMetric) =>
  Shape(
    'EfficiencyMetricSettings',
    {
      zeroAtPercentage: share('at which the score is 0, and beyond'),
      hundredAtPercentage: share('at which the score is 100, and beyond'),
      weight,
    },
    metricText(name),
  );

export const EfficiencySettings = Shape('DriverEfficiencySettings', {
  scoreFormat: OneOf(FORMATS as never as ['numbers', 'letters'], { description: TEXTS.scoreFormat }),
  letterBounds: Shape('EfficiencyLetterBounds', each(LETTERS, bound), TEXTS.letterBounds),
  metrics: Shape('EfficiencyMetricsSettings', each(METRICS, MetricReply), TEXTS.metrics),
  vehicleWeightBoundsKg: bounds,
});
export const SettingsReply = Data(EfficiencySettings);

const MetricInput = (name: ScoredMetric) =>
  Type.Optional(
    Type.Object(
      {
        zeroAtPercentage: Type.Optional(share('at which the score is 0, and beyond')),
        hundredAtPercentage: Type.Optional(share('at which the score is 100, and beyond')),
        weight: Type.Optional(weight),
      },
      {
        title: 'EfficiencyMetricSettingsInput',
        additionalProperties: false,
        description: metricText(name),
      },
    ),
  );

const open = { additionalProperties: false };
export const PatchSettings = Body('PatchDriverEfficiencySettings', {
  scoreFormat: Type.Optional(
    OneOf(FORMATS as never as ['numbers', 'letters'], { description: TEXTS.scoreFormat }),
  ),
  letterBounds: Type.Optional(
    Type.Object(
      each(LETTERS, (letter) => Type.Optional(bound(letter))),
      { ...open, title: 'EfficiencyLetterBoundsInput', description: TEXTS.letterBounds },
    ),
  ),
  metrics: Type.Optional(
    Type.Object(each(METRICS, MetricInput), {
      ...open,
      title: 'EfficiencyMetricsSettingsInput',
      description: TEXTS.metrics,
    }),
  ),
  vehicleWeightBoundsKg: Type.Optional(bounds),
});
export type PatchSettings = Static<typeof PatchSettings>;
