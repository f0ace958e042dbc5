-- Requirements with their published revisions, what lifts them or calls for them, and the statuses that follow.

create table requirement (
  org_id bigint not null references org,
  id uuid not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  -- Name, citation, severity, rule and assignment as last written; a revision has them as published.
  content json not null,
  -- The published revision in force.
  revision_id uuid,
  archived_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (org_id, id)
);

create table requirement_revision (
  org_id bigint not null references org,
  requirement_id uuid not null,
  revision_id uuid not null,
  content json not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (org_id, requirement_id, revision_id)
);

-- A requirement that is lifted for a subject for a while.
create table waiver (
  org_id bigint not null references org,
  id uuid not null,
  requirement_id uuid not null,
  subject_id bigint not null,
  subject_type text not null check (subject_type in ('driver', 'user', 'vehicle')),
  from_at timestamptz not null,
  -- The last moment; for ever unless given.
  until_at timestamptz,
  reason text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, id)
);
create index waiver_subject on waiver (org_id, subject_id);

-- Something that happened to a subject.
create table occurrence (
  org_id bigint not null references org,
  id uuid not null,
  subject_id bigint not null,
  subject_type text not null check (subject_type in ('driver', 'user', 'vehicle')),
  type text not null,
  at timestamptz not null,
  -- The id that an integration has for it: the same type and external id is the same occurrence.
  external_id text,
  details json not null default '{}',
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, id)
);
create index occurrence_subject on occurrence (org_id, subject_id, at);
create index occurrence_newest on occurrence (org_id, at, id);
create unique index occurrence_external on occurrence (org_id, type, external_id);

-- Somebody who may work though a requirement blocks it, because somebody else answers for it.
create table eligibility_override (
  org_id bigint not null references org,
  id uuid not null,
  subject_id bigint not null,
  subject_type text not null check (subject_type in ('driver', 'user', 'vehicle')),
  -- The requirement that it overrides; all unless given.
  requirement_id uuid,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, id)
);
create index eligibility_override_subject on eligibility_override (org_id, subject_id);

-- What a requirement says of a subject. Without a row nobody needs it, and time alone will not change that.
-- No reference to org: it would be looked up for each of a million rows, and the follower's row has one.
create table requirement_status (
  org_id bigint not null,
  requirement_id uuid not null,
  subject_id bigint not null,
  id uuid not null,
  subject_type text not null check (subject_type in ('driver', 'user', 'vehicle')),
  status text not null check (status in ('notNeeded', 'waived', 'missing', 'current', 'expiring', 'expired')),
  is_overdue boolean not null,
  is_in_hand boolean not null,
  since timestamptz not null,
  until timestamptz,
  due_at timestamptz,
  grace_until timestamptz,
  -- When time alone changes any of this.
  next_change_at timestamptz,
  -- When time alone makes it missing or expired, and overdue.
  lapses_at timestamptz,
  overdue_at timestamptz,
  -- When the assignment of its cycle is to be made, until it is.
  assign_at timestamptz,
  updated_at timestamptz not null,
  -- The matrix reads this index alone.
  primary key (org_id, subject_id, requirement_id) include (status, is_overdue)
) with (fillfactor = 80);
create unique index requirement_status_id on requirement_status (org_id, id);
create index requirement_status_stream on requirement_status (org_id, updated_at, id);
create index requirement_status_next on requirement_status (org_id, next_change_at) where next_change_at is not null;
create index requirement_status_assign on requirement_status (org_id, assign_at) where assign_at is not null;

-- The assignment that a requirement made for a cycle: one each, whatever became of it.
create table requirement_assignment (
  org_id bigint not null references org,
  requirement_id uuid not null,
  subject_id bigint not null,
  -- When the cycle is due.
  due_at timestamptz not null,
  assignment_id uuid not null,
  primary key (org_id, requirement_id, subject_id, due_at)
);

-- Up to where the kept statuses follow the ledger, and who does the following until when.
create table requirement_follower (
  org_id bigint primary key references org,
  -- The last entry that is followed whole, and how far into the next one.
  seq bigint not null,
  resource text not null default '',
  id text not null default '',
  lease_id uuid,
  lease_until timestamptz not null default '-infinity'
) with (fillfactor = 50);

-- Requirements that everybody is to be looked at for, and up to whom it is done.
create table requirement_sweep (
  org_id bigint not null references org,
  requirement_id uuid not null,
  after_id bigint not null,
  primary key (org_id, requirement_id)
);
