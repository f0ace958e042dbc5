import { raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { column, type Dataset } from '../../../kernel/dataset.ts';
import { METRICS } from '../columns.ts';
import { ABOUT, DURATIONS, EVENTS } from './columns.ts';

const { time, count, milliseconds, kilograms } = column;

const at = (name: string): Sql => raw(`found.${name}::bigint`);

/** One row a driver, vehicle and hour, as it was reported. */
export const byHour: Dataset = {
  id: 'DriverEfficiencyHours',
  label: 'Driver efficiency by hour',
  scopes: ['Read Driver Efficiency'],
  columns: [
    time('hour', 'Hour', sql`found.hour`),
    ...ABOUT.driver.columns,
    ...ABOUT.vehicle.columns,
    ...DURATIONS.map(([name, label]) => milliseconds(METRICS[name], label, at(name))),
    ...EVENTS.map(([name, label]) => count(METRICS[name], label, at(name))),
    kilograms(METRICS.weight, 'Weight', at('weight')),
    count(METRICS.topography, 'Topography: 1 flat to 5 mountains', at('topography')),
  ],
  source: (view) => sql`
    from efficiency_hour found ${ABOUT.driver.join(view)} ${ABOUT.vehicle.join(view)} where found.org_id = ${view.orgId}`,
  time: { value: sql`found.hour`, limitDays: 93 },
  entity: sql`found.driver_id`,
  order: sql`found.hour, found.driver_id, found.vehicle_id`,
};
