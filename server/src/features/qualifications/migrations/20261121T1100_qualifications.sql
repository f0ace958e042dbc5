-- Qualification types with their revisions, and records: one row for each paper of a worker or an asset.

create table qualification_type (
  org_id bigint not null references org,
  id uuid not null,
  revision_id uuid not null,
  name text not null,
  entity_type text not null check (entity_type in ('worker', 'asset')),
  -- The definitions of its fields, as served.
  fields json not null,
  expiration_required boolean not null,
  -- How long a record is valid when nobody says until when.
  months_after_issue integer,
  status text not null check (status in ('active', 'archived')),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (org_id, id)
);

-- What a type asked for at each revision: a record names the one it was made with.
create table qualification_type_revision (
  org_id bigint not null references org,
  type_id uuid not null,
  revision_id uuid not null,
  name text not null,
  fields json not null,
  expiration_required boolean not null,
  created_at timestamptz not null,
  primary key (org_id, type_id, revision_id)
);

create table qualification_record (
  org_id bigint not null references org,
  id uuid not null,
  type_id uuid not null,
  revision_id uuid not null,
  entity_type text not null check (entity_type in ('worker', 'asset')),
  owner_type text not null check (owner_type in ('driver', 'user', 'vehicle')),
  owner_id bigint not null,
  issued_at timestamptz not null,
  expires_at timestamptz,
  status text not null check (status in ('active', 'archived', 'deleted')),
  -- The record that this one renews.
  supersedes_id uuid,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  -- The whole record as it is served, but for external ids, and its files by what was uploaded instead of their state
  -- and address: a page is these lines.
  document text not null,
  primary key (org_id, id)
) with (toast_tuple_target = 8160);
create index qualification_record_stream on qualification_record (org_id, entity_type, updated_at, id);
create index qualification_record_owner on qualification_record (org_id, owner_id, updated_at, id);
create index qualification_record_type on qualification_record (org_id, type_id, updated_at, id);
create index qualification_record_expiry on qualification_record (org_id, expires_at) where status = 'active';
-- A record is renewed once, unless its renewal is deleted.
create unique index qualification_record_renewal on qualification_record (org_id, supersedes_id)
  where status <> 'deleted';
