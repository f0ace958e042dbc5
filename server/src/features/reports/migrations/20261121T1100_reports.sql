-- Custom reports: what to report, each time it was reported, and the result as finished pages.

create table report_config (
  org_id bigint not null references org,
  id uuid not null,
  name text not null,
  -- Dataset, columns, filters, groups and order, as features/reports/definition/ has them.
  definition json not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);

create table report_run (
  org_id bigint not null references org,
  id uuid not null,
  config_id uuid,
  -- The definition as it was when the run was asked for: a config may change meanwhile.
  definition json not null,
  -- The tags that its token was limited to.
  token_tag_ids bigint[],
  status text not null default 'pending' check (status in ('pending', 'complete', 'failed', 'canceled')),
  failure text,
  rows_expected bigint,
  rows_done bigint not null default 0,
  -- Whoever works on it keeps this ahead of the clock: one that is past belongs to a process that is gone.
  lease_until timestamptz,
  attempts integer not null default 0,
  schedule_id uuid,
  due_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index report_run_creator on report_run (org_id, created_by, id);
create index report_run_pending on report_run (org_id, lease_until) where status = 'pending';
create index report_run_age on report_run (org_id, created_at);
-- A time of a schedule is run once, whoever notices it.
create unique index report_run_due on report_run (org_id, schedule_id, due_at) where schedule_id is not null;

-- 1,024 rows as JSON arrays, joined by a comma and a line feed, which no JSON text has inside; raw deflate.
create table report_run_page (
  org_id bigint not null,
  run_id uuid not null,
  page integer not null,
  body bytea not null,
  primary key (org_id, run_id, page)
);
alter table report_run_page alter column body set storage external;

create table report_schedule (
  org_id bigint not null references org,
  id uuid not null,
  config_id uuid not null,
  cron text not null,
  timezone text not null,
  last_days integer,
  -- The next time it is due; null while it is paused.
  next_at timestamptz,
  token_tag_ids bigint[],
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index report_schedule_due on report_schedule (org_id, next_at) where next_at is not null;
create index report_schedule_config on report_schedule (org_id, config_id);
