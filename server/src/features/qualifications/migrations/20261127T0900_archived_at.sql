-- When a record was archived by hand: from then on it is no evidence. Its renewal, which archives it too, leaves it empty.
alter table qualification_record add column archived_at timestamptz;
