-- When who is reminded: the organization's policy, and those that requirements have of their own.
create table reminder_policy (
  org_id bigint not null references org,
  -- `organization`, or the requirement's id.
  id text not null,
  content json not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (org_id, id)
);

-- When the next step of a status that calls for reminders comes; no row for one that has none left.
create table reminder_plan (
  org_id bigint not null references org,
  subject_id bigint not null,
  requirement_id uuid not null,
  next_at timestamptz not null,
  primary key (org_id, subject_id, requirement_id)
);
create index reminder_plan_next on reminder_plan (org_id, next_at);

-- Up to which change of a status steps are planned, and how the mail server is; there from the first policy on.
create table reminder_follower (
  org_id bigint primary key references org,
  status_at timestamptz not null default '-infinity',
  status_id uuid not null default '00000000-0000-0000-0000-000000000000',
  -- After the mail server could not be reached: what it said, how often, and when it is tried again.
  mail_problem text,
  mail_failures int not null default 0,
  mail_retry_at timestamptz not null default '-infinity'
);

-- A step that came, and what became of it: one row, one message.
create table reminder (
  org_id bigint not null references org,
  id uuid not null,
  subject_id bigint not null,
  subject_type text not null,
  requirement_id uuid not null,
  -- The due time of the cycle.
  due_at timestamptz not null,
  -- Days from the due day, `-30`, `0`, `7`; or `now 2026-11-27`, asked for by hand on that day.
  step text not null,
  channel text not null,
  -- The subject, or a manager who gets a copy.
  recipient_id bigint not null,
  -- When the step came, and from when on it may be sent.
  planned_at timestamptz not null,
  send_at timestamptz not null,
  state text not null,
  reason text,
  attempts int not null default 0,
  -- How often nobody knows what became of a message that was given to the mail server.
  unanswered int not null default 0,
  sent_at timestamptz,
  answered_at timestamptz,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create unique index reminder_once on reminder (org_id, subject_id, requirement_id, due_at, step, channel, recipient_id);
create index reminder_waiting on reminder (org_id, send_at) where state = 'planned';
create index reminder_sending on reminder (org_id, sent_at) where state = 'sent';

-- People who want no reminders by mail.
create table reminder_refusal (
  org_id bigint not null references org,
  person_id bigint not null,
  refused_at timestamptz not null,
  primary key (org_id, person_id)
);
