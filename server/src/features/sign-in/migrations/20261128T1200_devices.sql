-- A device on which a learner signs in with a PIN: the hash is of 32 random bytes that only its cookie has.
create table sign_in_device (
  org_id bigint not null references org,
  id uuid not null,
  hash bytea not null,
  person_id bigint not null,
  person_type text not null,
  device_name text not null,
  pin_hash text not null,
  -- Wrong PINs since the last right one.
  failures integer not null default 0,
  made_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (org_id, id)
);
create index sign_in_device_hash on sign_in_device (hash) where ended_at is null;
create index sign_in_device_person on sign_in_device (org_id, person_id) where ended_at is null;
