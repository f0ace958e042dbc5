-- The requirement that made an assignment by itself.
alter table assignment add column requirement_id uuid;
