import { type Sql, sql } from '../../kernel/database/database.ts';
import { column, type Dataset, type ReportView } from '../../kernel/dataset.ts';
import { visibleTag, visibleTo } from './tags/scope.ts';
import { notServiceAccount } from './weekly10/api-ids.ts';

const { text, time } = column;

const tagNames =
  (entity: Sql) =>
  (view: ReportView): Sql =>
    sql`(
    select string_agg(tag.name, ', ' order by tag.name) from tag_member member
    join tag on tag.org_id = ${view.orgId} and tag.id = member.tag_id
    where member.org_id = ${view.orgId} and member.entity_id = ${entity} ${visibleTag(view, sql`tag.id`)})`;

/** One row a driver or user who is not deleted. */
const people: Dataset = {
  id: 'People',
  label: 'People',
  scopes: ['Read Drivers', 'Read Users'],
  columns: [
    text('personId', 'Person: ID', sql`person.id::text`),
    text('personName', 'Person: name', sql`person.name`),
    text('personType', 'Person: type', sql`person.type`),
    text('status', 'Status', sql`person.status`),
    text('username', 'Username', sql`person.username`),
    text('email', 'Email', sql`person.email`),
    text('licenseNumber', 'License: number', sql`person.license_number`),
    text('licenseState', 'License: state', sql`person.license_state`),
    text('tagNames', 'Tags', tagNames(sql`person.id`)),
    time('createdAtTime', 'Added at', sql`person.created_at`),
    time('updatedAtTime', 'Last change at', sql`person.updated_at`),
  ],
  source: ({ orgId }) => sql`from person where person.org_id = ${orgId} and person.deleted_at is null
    ${notServiceAccount}`,
  entity: sql`person.id`,
  order: sql`person.name, person.id`,
};

/** One row a vehicle. */
const vehicles: Dataset = {
  id: 'Vehicles',
  label: 'Vehicles',
  scopes: ['Read Vehicles'],
  columns: [
    text('vehicleId', 'Vehicle: ID', sql`vehicle.id::text`),
    text('vehicleName', 'Vehicle: name', sql`vehicle.name`),
    text('vin', 'VIN', sql`vehicle.vin`),
    text('serial', 'Serial', sql`vehicle.serial`),
    text('staticDriverId', 'Static driver: ID', sql`driver.id::text`),
    text('staticDriverName', 'Static driver: name', sql`driver.name`),
    text('tagNames', 'Tags', tagNames(sql`vehicle.id`)),
    time('createdAtTime', 'Added at', sql`vehicle.created_at`),
    time('updatedAtTime', 'Last change at', sql`vehicle.updated_at`),
  ],
  source: (view) => sql`
    from vehicle
    left join person driver on driver.org_id = ${view.orgId} and driver.id = vehicle.static_driver_id
      ${visibleTo(view, sql`driver.id`)}
    where vehicle.org_id = ${view.orgId}`,
  entity: sql`vehicle.id`,
  order: sql`vehicle.name, vehicle.id`,
};

export const directoryDatasets: Dataset[] = [people, vehicles];
