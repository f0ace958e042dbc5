-- What an organization says of itself for rules: the zone of its days, and which attribute of its drivers or vehicles
-- is the date on which they started.
alter table org
  add column time_zone text not null default 'UTC',
  add column start_date_attribute_id uuid;
