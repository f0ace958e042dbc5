-- Courses with their revisions, and assignments: one row for each time a person trains.

create table course_category (
  org_id bigint not null references org,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index course_category_name on course_category (org_id, lower(name));

create table course (
  org_id bigint not null references org,
  id uuid not null,
  revision_id uuid not null,
  category_id uuid not null,
  title text not null,
  description text,
  estimated_minutes integer not null,
  -- [{name, type}]
  labels json not null default '[]',
  status text not null check (status in ('draft', 'published', 'archived', 'deleted')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);

-- What a course said at each revision: an assignment names the one it was made with.
create table course_revision (
  org_id bigint not null references org,
  course_id uuid not null,
  revision_id uuid not null,
  -- The last one that it had while it was the present revision.
  category_id uuid not null,
  title text not null,
  description text,
  estimated_minutes integer not null,
  created_at timestamptz not null,
  primary key (org_id, course_id, revision_id)
);

create table assignment (
  org_id bigint not null references org,
  id uuid not null,
  course_id uuid not null,
  revision_id uuid not null,
  learner_type text not null check (learner_type in ('driver', 'user')),
  learner_id bigint not null,
  status text not null check (status in ('notStarted', 'inProgress', 'completed')),
  duration_minutes bigint not null default 0,
  score_percent double precision,
  due_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  -- Frozen at completion: a later change of the due date does not rewrite history.
  completed_late boolean,
  -- The due time whose passing is already in the ledger.
  overdue_noted_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  deleted_at timestamptz,
  primary key (org_id, id)
);
create index assignment_stream on assignment (org_id, updated_at, id);
create index assignment_learner on assignment (org_id, learner_id, updated_at, id);
create index assignment_course on assignment (org_id, course_id, updated_at, id);
-- At most one unfinished assignment of a course and learner.
create unique index assignment_unfinished on assignment (org_id, course_id, learner_id)
  where status <> 'completed' and deleted_at is null;
create index assignment_due on assignment (org_id, due_at)
  where status <> 'completed' and deleted_at is null and overdue_noted_at is null;
