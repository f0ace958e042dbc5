-- Who may sign in, and as what. A driver who has a password gets a row, as a learner, at their first sign-in.
create table account (
  org_id bigint not null references org,
  person_id bigint not null,
  person_type text not null check (person_type in ('driver', 'user')),
  role text not null check (role in ('administrator', 'manager', 'viewer', 'learner')),
  -- What a manager or viewer is limited to; null for the whole organization.
  tag_ids bigint[],
  status text not null default 'active' check (status in ('active', 'disabled')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, person_id)
);

-- The hash is of 32 random bytes, which only the cookie has.
create table session (
  org_id bigint not null references org,
  id uuid not null,
  hash bytea not null,
  person_id bigint not null,
  person_type text not null,
  method text not null,
  device_name text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  -- How long it lives unused, until when that is now, and its end whatever happens.
  idle interval not null,
  idle_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (org_id, id)
);
create index session_hash on session (hash) where ended_at is null;
create index session_person on session (org_id, person_id) where ended_at is null;
create index session_idle on session (idle_at) where ended_at is null;

create table sign_in_failure (
  org_id bigint not null references org,
  id uuid not null,
  person_id bigint not null,
  person_type text not null,
  method text not null,
  reason text not null,
  address text not null,
  at timestamptz not null,
  primary key (org_id, id)
);

-- Attempts by account name and by address, under a hash of either: who guesses waits longer each time.
create table sign_in_limit (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  until_at timestamptz not null
);
