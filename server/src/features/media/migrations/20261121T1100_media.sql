-- Files that people and devices send. Their bytes are blobs, under keys made of org_id and id.

create table media_file (
  org_id bigint not null references org,
  id uuid not null,
  -- As found in the bytes themselves.
  content_type text not null,
  size bigint not null,
  sha256 text not null,
  status text not null check (status in ('processing', 'finished')),
  -- A smaller picture of an image, a blob too.
  thumbnail_id uuid,
  created_at timestamptz not null,
  primary key (org_id, id)
);

-- Blobs that are being stored. What stays here belongs to an upload that did not come to its end: its blob goes.
create table media_upload (
  org_id bigint not null references org,
  id uuid not null,
  started_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index media_upload_started on media_upload (started_at);
