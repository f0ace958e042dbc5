-- A walk along the ledger that somebody asked for, and what it found.
create table ledger_verification (
  org_id bigint not null references org,
  id uuid not null,
  status text not null check (status in ('pending', 'complete', 'failed')),
  -- Whether it reads the stored files, too.
  with_files boolean not null,
  result json,
  -- How far it is: no fact of it, the ledger does not have it.
  writes_done bigint not null default 0,
  writes_total bigint not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  completed_at timestamptz,
  primary key (org_id, id)
);
