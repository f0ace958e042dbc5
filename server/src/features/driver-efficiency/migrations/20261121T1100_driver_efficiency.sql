-- What vehicles report of each hour of a driver at the wheel, and its sums by day and by month (UTC), which every
-- write keeps equal to their hours. Durations are milliseconds; a metric that was not reported is null.

create table efficiency_hour (
  org_id bigint not null,
  hour timestamptz not null,
  driver_id bigint not null,
  vehicle_id bigint not null,
  drive int not null,
  engine_on int not null,
  idling int not null,
  brake int not null,
  cruise_control int,
  coasting int,
  high_torque int,
  green_band int,
  over_speed int,
  wear_free_brake int,
  high_grade int,
  -- Events, not durations.
  anticipation int,
  brake_events int,
  -- Kilograms; 1 (flat) to 5 (mountains).
  weight int,
  topography int,
  primary key (org_id, hour, driver_id, vehicle_id)
) partition by range (hour);

-- Makes the partition of a month, unless it is there. The lock, which attaching takes anyway, lets readers and writers
-- go on, and makes two transactions that add months wait for each other; an advisory lock would not do, because taking
-- it does not tell a session of tables that others have made meanwhile.
create function efficiency_add_month(month date) returns void language plpgsql as $$
declare
  name text := 'efficiency_hour_' || to_char(month, 'YYYYMM');
begin
  lock table efficiency_hour in share update exclusive mode;
  if to_regclass(name) is not null then
    return;
  end if;
  execute format('create table %I (like efficiency_hour including all)', name);
  execute format('alter table efficiency_hour attach partition %I for values from (%L) to (%L)', name,
    to_char(month, 'YYYY-MM-DD') || ' 00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00+00');
end $$;

-- Sums over the hours of a day. Beside an optional metric stand the hours that reported it (…_n) and the sum of what
-- it is a share of in those hours (…_of).
create table efficiency_day (
  org_id bigint not null,
  day date not null,
  driver_id bigint not null,
  vehicle_id bigint not null,
  hours int not null,
  drive bigint not null,
  engine_on bigint not null,
  idling bigint not null,
  brake bigint not null,
  cruise_control bigint not null,
  cruise_control_n int not null,
  cruise_control_of bigint not null,
  coasting bigint not null,
  coasting_n int not null,
  coasting_of bigint not null,
  high_torque bigint not null,
  high_torque_n int not null,
  high_torque_of bigint not null,
  green_band bigint not null,
  green_band_n int not null,
  green_band_of bigint not null,
  over_speed bigint not null,
  over_speed_n int not null,
  over_speed_of bigint not null,
  wear_free_brake bigint not null,
  wear_free_brake_n int not null,
  wear_free_brake_of bigint not null,
  high_grade bigint not null,
  high_grade_n int not null,
  high_grade_of bigint not null,
  anticipation bigint not null,
  anticipation_n int not null,
  -- Those of the hours that reported brake events too.
  anticipation_part bigint not null,
  anticipation_of bigint not null,
  brake_events bigint not null,
  brake_events_n int not null,
  -- Multiplied by the drive time of the hour.
  weight bigint not null,
  weight_of bigint not null,
  topography bigint not null,
  topography_of bigint not null,
  primary key (org_id, day, driver_id, vehicle_id)
) with (fillfactor = 80);

create table efficiency_month (like efficiency_day including all) with (fillfactor = 80);
alter table efficiency_month rename column day to month;

-- What differs from the defaults, as it is served.
create table efficiency_settings (
  org_id bigint primary key references org,
  document json not null,
  updated_at timestamptz not null
);
