-- What every feature stands on: organizations, their head row and ledger, tokens, safe writes.

create table installation (
  id smallint primary key default 1 check (id = 1),
  secret bytea not null,
  created_at timestamptz not null default now()
);

-- Ids of people, vehicles and tags: decimal strings on the wire, in the range clients know.
create sequence numeric_id start with 281474976710657;

create table org (
  org_id bigint primary key default nextval('numeric_id'),
  name text not null,
  carrier json not null default '{}',
  created_at timestamptz not null default now()
);

-- One row an organization: the lock that puts its writes in one order.
create table org_head (
  org_id bigint primary key references org,
  last_seq bigint not null default 0,
  last_at timestamptz not null default now(),
  last_hash text not null default '',
  -- The user "Crewready", who acts when nobody else does.
  system_user_id bigint not null default nextval('numeric_id')
) with (fillfactor = 50);

create table ledger_write (
  org_id bigint not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  request_id text not null,
  previous_hash text not null,
  hash text not null,
  primary key (org_id, seq)
);

create table ledger_change (
  org_id bigint not null,
  seq bigint not null,
  resource text not null,
  id text not null,
  operation text not null,
  -- SHA-256 over the salt and the document: what the chain covers. Erasing takes salt and document away.
  digest bytea not null,
  salt bytea,
  document json,
  primary key (org_id, resource, id, seq)
);
create index ledger_change_seq on ledger_change (org_id, seq);

-- Whom a change concerns: people and vehicles.
create table ledger_about (
  org_id bigint not null,
  entity_id bigint not null,
  seq bigint not null,
  resource text not null,
  id text not null,
  primary key (org_id, entity_id, seq, resource, id)
);

create table token (
  org_id bigint not null references org,
  id uuid not null,
  hash bytea not null,
  name text not null,
  user_id bigint not null,
  scopes text[] not null,
  tag_ids bigint[],
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id)
);
create index token_hash on token (hash);

create table idempotency_key (
  org_id bigint not null,
  token_id uuid not null,
  key text not null,
  fingerprint text not null,
  status smallint not null,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, token_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);
