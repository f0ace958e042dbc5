-- People, vehicles, tags and attributes. `details` keeps what we do not use, to be given back as it came.

create table person (
  org_id bigint not null references org,
  id bigint not null default nextval('numeric_id'),
  type text not null check (type in ('driver', 'user')),
  name text not null,
  -- A driver's login name; unique among drivers. Users sign in with their email.
  username text,
  email text,
  status text not null default 'active' check (status in ('active', 'deactivated')),
  license_number text,
  license_state text,
  peer_group_tag_id bigint,
  trailer_group_tag_id bigint,
  vehicle_group_tag_id bigint,
  -- scrypt, as `salt$hash` in base64; only for a later login, never served.
  password_hash text,
  password_set_at timestamptz,
  -- When a user's temporary access ends.
  expire_at timestamptz,
  details json not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (org_id, id)
);
create unique index person_username on person (org_id, lower(username)) where deleted_at is null;
create unique index person_email on person (org_id, lower(email)) where type = 'user' and deleted_at is null;
create unique index person_license on person (org_id, lower(license_number), lower(license_state))
  where deleted_at is null;
create index person_list on person (org_id, type, id);

create table vehicle (
  org_id bigint not null references org,
  id bigint not null default nextval('numeric_id'),
  name text not null,
  vin text,
  serial text,
  static_driver_id bigint,
  details json not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create unique index vehicle_static_driver on vehicle (org_id, static_driver_id);

create table tag (
  org_id bigint not null references org,
  id bigint not null default nextval('numeric_id'),
  name text not null,
  parent_id bigint,
  -- Members of kinds that this product does not keep (addresses, assets, machines, sensors), as they came.
  details json not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index tag_parent on tag (org_id, parent_id);

-- A driver, user or vehicle in a tag. Ids of all three come from one sequence, so they never meet.
create table tag_member (
  org_id bigint not null references org,
  tag_id bigint not null,
  entity_id bigint not null,
  entity_type text not null check (entity_type in ('driver', 'user', 'vehicle')),
  entered_at timestamptz not null,
  primary key (org_id, tag_id, entity_id)
);
create index tag_member_entity on tag_member (org_id, entity_id);

-- Memberships that have ended.
create table tag_member_past (
  org_id bigint not null references org,
  entity_id bigint not null,
  tag_id bigint not null,
  entered_at timestamptz not null,
  left_at timestamptz not null,
  entity_type text not null check (entity_type in ('driver', 'user', 'vehicle')),
  primary key (org_id, entity_id, tag_id, entered_at)
);

-- One value per key across every kind of entity.
create table external_id (
  org_id bigint not null references org,
  key text not null,
  value text not null,
  entity_type text not null,
  entity_id text not null,
  primary key (org_id, key, value)
);
create unique index external_id_entity on external_id (org_id, entity_type, entity_id, key);

create table user_role (
  org_id bigint not null references org,
  id text not null,
  name text not null,
  primary key (org_id, id)
);

-- A role that a user holds, in the whole organization or within one tag.
create table user_role_assignment (
  org_id bigint not null references org,
  user_id bigint not null,
  position smallint not null,
  role_id text not null,
  tag_id bigint,
  primary key (org_id, user_id, position)
);
create index user_role_assignment_tag on user_role_assignment (org_id, tag_id) where tag_id is not null;

create table attribute (
  org_id bigint not null references org,
  id uuid not null,
  name text not null,
  entity_type text not null check (entity_type in ('driver', 'asset')),
  attribute_type text not null,
  unit text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create unique index attribute_name on attribute (org_id, entity_type, name);

create table attribute_value (
  org_id bigint not null references org,
  id uuid not null,
  attribute_id uuid not null,
  -- The value as text; numbers and dates in their JSON spelling, number_value beside for ranges.
  value text not null,
  number_value double precision,
  -- Declared with the attribute, and so offered for choice; free values are not.
  is_option boolean not null,
  primary key (org_id, id)
);
create unique index attribute_value_text on attribute_value (org_id, attribute_id, value);

create table attribute_entity (
  org_id bigint not null references org,
  attribute_value_id uuid not null,
  entity_id bigint not null,
  primary key (org_id, attribute_value_id, entity_id)
);
create index attribute_entity_entity on attribute_entity (org_id, entity_id);
