-- Who signs in under a name, before it is known in which organization.
create index person_username_anywhere on person (lower(username)) where deleted_at is null;
create index person_email_anywhere on person (lower(email)) where type = 'user' and deleted_at is null;
