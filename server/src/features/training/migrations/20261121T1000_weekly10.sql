-- What clients of the weekly10 surface call a record or a package; one that was made elsewhere goes by its own id.

alter table course
  add column chosen_api_id text collate "C",
  add column api_id text collate "C" generated always as (coalesce(chosen_api_id, id::text)) stored;
create unique index course_api_id on course (org_id, chosen_api_id)
  where chosen_api_id is not null and status <> 'deleted';

alter table assignment
  add column chosen_api_id text collate "C",
  add column api_id text collate "C" generated always as (coalesce(chosen_api_id, id::text)) stored;
create unique index assignment_api_id on assignment (org_id, chosen_api_id)
  where chosen_api_id is not null and deleted_at is null;
-- A page of records is a piece of this index; a search reads who and what from it, without the rows.
create index assignment_newest on assignment (org_id, created_at desc, api_id) include (id, learner_id, course_id)
  where deleted_at is null;
