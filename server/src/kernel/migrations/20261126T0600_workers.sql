-- Who runs jobs on this database, and when each was last heard of: jobs of those that are gone are taken over.
create table job_worker (
  id text primary key,
  seen_at timestamptz not null
);
