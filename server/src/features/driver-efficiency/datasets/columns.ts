import { raw, type Sql, sql } from '../../../kernel/database/database.ts';
import { column, type DatasetColumn, type ReportView } from '../../../kernel/dataset.ts';
import { visibleTo } from '../../directory/index.ts';
import type { METRICS } from '../columns.ts';

/** Duration columns of an hour, with their labels. */
export const DURATIONS: [column: keyof typeof METRICS, label: string][] = [
  ['drive', 'Driving time'],
  ['engine_on', 'Engine on'],
  ['idling', 'Idling'],
  ['brake', 'Braking'],
  ['cruise_control', 'Cruise control'],
  ['coasting', 'Coasting'],
  ['high_torque', 'High torque'],
  ['green_band', 'Green band'],
  ['over_speed', 'Over speed'],
  ['wear_free_brake', 'Wear-free braking'],
  ['high_grade', 'High grade road'],
];
export const EVENTS: [column: keyof typeof METRICS, label: string][] = [
  ['anticipation', 'Brake events after accelerating'],
  ['brake_events', 'Brake events'],
];

/** Whom a row of `found` is about: columns, and the tables they need. What may not be seen has neither id nor name. */
const about = (type: 'driver' | 'vehicle', label: string) => ({
  columns: [
    column.text(`${type}Id`, `${label}: ID`, ({ tagIds }) =>
      tagIds ? sql`${raw(type)}.id::text` : sql`found.${raw(type)}_id::text`,
    ),
    column.text(`${type}Name`, `${label}: name`, sql`${raw(type)}.name`),
  ] as DatasetColumn[],
  join: (view: ReportView): Sql => sql`
    left join ${raw(type === 'driver' ? 'person' : 'vehicle')} ${raw(type)} on ${raw(type)}.org_id = ${view.orgId}
      and ${raw(type)}.id = found.${raw(type)}_id ${visibleTo(view, sql`${raw(type)}.id`)}`,
});

export const ABOUT = { driver: about('driver', 'Driver'), vehicle: about('vehicle', 'Vehicle') };
