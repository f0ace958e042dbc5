-- What cameras in vehicles recorded, and the requests for more of it.

create table camera_media (
  org_id bigint not null references org,
  id uuid not null,
  vehicle_id bigint not null,
  input text not null,
  media_type text not null,
  trigger_reason text not null,
  camera_role text,
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- A millisecond of its own for each write, in the order of writes: clients follow it as a watermark.
  available_at timestamptz not null,
  file_id uuid not null,
  primary key (org_id, id)
);
create index camera_media_vehicle on camera_media (org_id, vehicle_id, start_at);
create index camera_media_start on camera_media (org_id, start_at);
create index camera_media_available on camera_media (org_id, available_at, id);

create table media_retrieval (
  org_id bigint not null references org,
  id uuid not null,
  vehicle_id bigint not null,
  media_type text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  -- What it takes from the month's quota, in seconds of high-resolution video.
  quota_seconds double precision not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (org_id, id)
);
create index media_retrieval_month on media_retrieval (org_id, created_at);

-- One for each camera input that a retrieval asks for, in the order asked.
create table media_retrieval_item (
  org_id bigint not null references org,
  retrieval_id uuid not null,
  input text not null,
  position smallint not null,
  status text not null check (status in ('pending', 'available', 'failed', 'invalid', 'unavailable')),
  media_id uuid,
  primary key (org_id, retrieval_id, input)
);
