-- One-time codes that stand for a password: of links, and of the codes that a camera reads. The hash is of 32 random bytes.
create table sign_in_code (
  org_id bigint not null references org,
  id uuid not null,
  hash bytea not null,
  purpose text not null,
  -- Null for the one that sets the organization up.
  person_id bigint,
  person_type text,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (org_id, id)
);
create index sign_in_code_hash on sign_in_code (hash) where ended_at is null;
create index sign_in_code_person on sign_in_code (org_id, person_id) where ended_at is null;
create index sign_in_code_ends on sign_in_code (ends_at) where ended_at is null;
