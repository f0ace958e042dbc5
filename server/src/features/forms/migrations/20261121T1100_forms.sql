-- Form templates with their revisions, submissions of them, and the PDFs that are made of submissions.

create table form_template (
  org_id bigint not null references org,
  id uuid not null,
  revision_id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (org_id, id)
);

-- What a template says at each revision: a submission keeps the one that it was made with.
create table form_template_revision (
  org_id bigint not null references org,
  template_id uuid not null,
  revision_id uuid not null,
  -- title, description, formCategory, approvalConfig, sections and fields, as they are served
  content json not null,
  created_at timestamptz not null,
  primary key (org_id, template_id, revision_id)
);

create table form_submission (
  org_id bigint not null references org,
  id uuid not null,
  template_id uuid not null,
  revision_id uuid not null,
  status text not null check (status in
    ('notStarted', 'inProgress', 'completed', 'needsReview', 'changesRequested', 'approved', 'archived')),
  title text,
  is_required boolean not null,
  assigned_type text check (assigned_type in ('driver', 'user')),
  assigned_id bigint,
  assigned_at timestamptz,
  due_at timestamptz,
  -- Routes are kept elsewhere: the id as it was sent.
  route_stop_id text,
  submitted_type text check (submitted_type in ('driver', 'user')),
  submitted_id bigint,
  submitted_at timestamptz,
  latitude double precision,
  longitude double precision,
  score_points double precision,
  score_max double precision,
  approval_comment text,
  -- The answers as they are served, but for the state of their media: text that is passed on, never taken apart.
  fields json not null default '[]',
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index form_submission_stream on form_submission (org_id, updated_at, id);
create index form_submission_template on form_submission (org_id, template_id, updated_at, id);
create index form_submission_assigned on form_submission (org_id, assigned_id, updated_at, id);
create index form_submission_submitted on form_submission (org_id, submitted_id, updated_at, id);
create index form_submission_route_stop on form_submission (org_id, route_stop_id, updated_at, id)
  where route_stop_id is not null;

-- What an answer that calls for one has opened. It stays when the answer goes.
create table form_issue (
  org_id bigint not null references org,
  id uuid not null,
  submission_id uuid not null,
  field_id uuid not null,
  title text not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);

create table form_pdf (
  org_id bigint not null references org,
  id uuid not null,
  submission_id uuid not null,
  -- The tags that its token was limited to: it tells what that one may see.
  token_tag_ids bigint[],
  status text not null check (status in ('pending', 'done', 'failed')),
  error text,
  requested_at timestamptz not null,
  completed_at timestamptz,
  expires_at timestamptz not null,
  primary key (org_id, id)
);
create index form_pdf_expires on form_pdf (org_id, expires_at);
