-- An import of OneRoster CSV: received as chunks of bytes, staged row by row, checked and applied
-- by set-based SQL. Bytes and staged rows go when it ends; the record and its errors stay.

create table roster_import (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  state text not null
    check (state in ('RECEIVED', 'RUNNING', 'APPLIED', 'CHECKED', 'STOPPED', 'FAILED')),
  sha256 text not null,
  dry_run boolean not null,
  threshold integer not null check (threshold between 0 and 100),
  received_by text not null,
  received_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  kinds text[] not null,
  not_imported text[] not null,
  rows_total bigint not null,
  rows_done bigint not null default 0,
  detail text,
  primary key (tenant_id, id)
);
call isolate('roster_import');
-- One at a time for a district: two would decide on each other's half-truths.
create unique index roster_import_running on roster_import (tenant_id)
  where state in ('RECEIVED', 'RUNNING');
comment on column roster_import.kinds is 'the files that the manifest calls bulk and Cairn reads';
comment on column roster_import.touched_at is 'its last sign of life';

create table roster_import_count (
  tenant_id text collate "C" not null references tenant,
  import_id uuid not null,
  kind text not null,
  created bigint not null,
  changed bigint not null,
  deactivated bigint not null,
  reactivated bigint not null,
  unchanged bigint not null,
  primary key (tenant_id, import_id, kind),
  foreign key (tenant_id, import_id) references roster_import on delete cascade
);
call isolate('roster_import_count');

create table roster_import_bytes (
  tenant_id text collate "C" not null references tenant,
  import_id uuid not null,
  number integer not null,
  bytes bytea not null,
  primary key (tenant_id, import_id, number),
  foreign key (tenant_id, import_id) references roster_import on delete cascade
);
call isolate('roster_import_bytes');
-- Already compressed: storing it plain spares the attempt.
alter table roster_import_bytes alter column bytes set storage external;

create table roster_row (
  tenant_id text collate "C" not null references tenant,
  import_id uuid not null,
  kind text collate "C" not null,
  line bigint not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  refused boolean not null,
  fields jsonb not null,
  primary key (tenant_id, import_id, kind, line)
);
call isolate('roster_row');
create index roster_row_sourced on roster_row (tenant_id, import_id, kind, sourced_id);
-- The planner must know what was staged before it joins it; the application's role may tell it.
grant maintain on roster_row to cairn_app;

create table roster_error (
  tenant_id text collate "C" not null references tenant,
  import_id uuid not null,
  kind text collate "C" not null,
  line bigint not null,
  field text collate "C" not null,
  sourced_id text not null,
  effect text not null check (effect in ('ROW_REFUSED', 'VALUE_LEFT_OUT')),
  message text not null,
  primary key (tenant_id, import_id, kind, line, field),
  foreign key (tenant_id, import_id) references roster_import on delete cascade
);
call isolate('roster_error');
comment on table roster_error is 'Never holds a value of the row but its sourcedId';
