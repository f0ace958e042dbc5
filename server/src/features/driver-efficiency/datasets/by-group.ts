import { join, raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { column, type Dataset } from '../../../kernel/dataset.ts';
import { columns, METRICS, SUM_COLUMNS } from '../columns.ts';
import { type Group, summedParts } from '../scores/store.ts';
import { DEFAULT_SETTINGS, type ScoredMetric } from '../settings/defaults.ts';
import { ABOUT, DURATIONS, EVENTS } from './columns.ts';

const { count, milliseconds, kilograms, percents } = column;

const at = (name: string): Sql => raw(`found.${name}`);
/** A sum of hours, empty when none of them reported it. */
const reported = (name: string): Sql =>
  SUM_COLUMNS.includes(`${name}_n`) ? raw(`case when found.${name}_n > 0 then found.${name} end`) : at(name);

/** What is scored or shown as a share: what the wire calls it, its label, and the sums it is a share of. */
const SHARES: [metric: string, label: string, part: Sql, whole: Sql][] = [
  ['anticipation', 'Anticipation', at('anticipation_part'), at('anticipation_of')],
  ...DURATIONS.flatMap(([name, label]): [string, string, Sql, Sql][] => {
    const whole = name === 'idling' ? 'engine_on' : `${name}_of`;
    if (!SUM_COLUMNS.includes(whole)) return [];
    return [[METRICS[name].replace('DurationMs', ''), label, at(name), at(whole)]];
  }),
];
const SCORED = SHARES.filter(([metric]) => metric in DEFAULT_SETTINGS.metrics);

// The same figures as in scores/formulas.ts, which has the reasons.

const share = (part: Sql, whole: Sql): Sql =>
  sql`(${part}::double precision / nullif(${whole}, 0)::double precision * 100)`;

const setting = (metric: string, name: keyof (typeof DEFAULT_SETTINGS.metrics)[ScoredMetric]): Sql =>
  sql`(settings.document -> 'metrics' -> ${raw(`'${metric}'`)} ->> ${raw(`'${name}'`)})::double precision`;

const score = ([metric, , part, whole]: (typeof SHARES)[number]): Sql => {
  const zero = setting(metric, 'zeroAtPercentage');
  const along = sql`(${share(part, whole)} - ${zero}) / (${setting(metric, 'hundredAtPercentage')} - ${zero}) * 100`;
  // "greatest" passes over null, and what was not reported has no score.
  return sql`case when ${whole} > 0 then floor(least(100, greatest(0, ${along})) + 0.5)::bigint end`;
};

const weighted = join(SCORED.map((one) => sql`(${setting(one[0], 'weight')}, ${score(one)})`));
/** The overall score of the sums `found`, by `settings`. */
export const OVERALL = sql`(
  select floor(sum(weight * score) / nullif(sum(weight), 0) + 0.5)::bigint
  from (values ${weighted}) as scored (weight, score) where score is not null)`;

const mean = (name: string): Sql => sql`(${at(name)}::double precision / nullif(${at(`${name}_of`)}, 0))`;
const ROAD = sql`floor(${mean('topography')} + 0.5)::bigint`;
const LOAD = sql`case when ${at('weight_of')} > 0 then (
  select 1 + count(*) from json_array_elements_text(settings.document -> 'vehicleWeightBoundsKg') bound
  where ${mean('weight')} >= bound::double precision) end`;

const DEFAULTS = JSON.stringify(DEFAULT_SETTINGS);
/** The organization's settings as a table `settings` of a statement. */
export const settingsOf = (orgId: string): Sql => sql`(
  select coalesce((select document from efficiency_settings where org_id = ${orgId}), ${DEFAULTS}::json) as document) settings`;
/** Longer than any data: the range of who names none. */
const EVER = { startTime: '1970-01-01T00:00:00Z', endTime: '9999-01-01T00:00:00Z' };
const iso = (time: string): string => new Date(time).toISOString();

/** One row a driver or vehicle: sums, shares and scores over the run's range, by the settings of the moment. */
export const byGroup = (id: string, label: string, group: Group): Dataset => ({
  id,
  label,
  scopes: ['Read Driver Efficiency'],
  columns: [
    ...ABOUT[group].columns,
    count('overallScore', 'Score: overall', OVERALL),
    ...SCORED.map((one) => count(`${one[0]}Score`, `Score: ${one[1].toLowerCase()}`, score(one))),
    count(
      'difficultyOverallScore',
      'Difficulty: overall, 1 to 5',
      sql`ceil((${ROAD} + coalesce(${LOAD}, ${ROAD})) / 2.0)::bigint`,
    ),
    count('difficultyTopographyScore', 'Difficulty: topography, 1 to 5', ROAD),
    count('difficultyVehicleWeightScore', 'Difficulty: weight, 1 to 5', LOAD),
    count('hours', 'Hours with data', at('hours')),
    ...DURATIONS.map(([name, label]) => milliseconds(METRICS[name], label, reported(name))),
    ...SHARES.map(([metric, label, part, whole]) =>
      percents(
        `${metric}Percentage`,
        `${label}: share`,
        sql`floor(${share(part, whole)} * 10000 + 0.5) / 10000`,
      ),
    ),
    ...EVENTS.map(([name, label]) => count(METRICS[name], label, reported(name))),
    kilograms(METRICS.weight, 'Weight: average', sql`floor(${mean('weight')} + 0.5)::bigint`),
  ],
  source: (view, { startTime, endTime } = EVER) => sql`
    from (
      select ${view.orgId}::bigint as org_id, ${raw(`${group}_id`)},
        ${columns(SUM_COLUMNS, (name) => `sum(${name})::bigint as ${name}`)}
      from (${summedParts(view.orgId, group, { from: iso(startTime), to: iso(endTime) }, SUM_COLUMNS)}) part
      group by ${raw(`${group}_id`)}) found
    cross join ${settingsOf(view.orgId)} ${ABOUT[group].join(view)} where found.org_id = ${view.orgId}`,
  time: { limitDays: 366 },
  entity: at(`${group}_id`),
  order: at(`${group}_id`),
});
