-- Objects of authors' content: a row for each version of which the storage has the bytes, written
-- when it has. The reserved tenant's are everybody's to read.
create table content_object (
  tenant_id text collate "C" not null references tenant,
  container text collate "C" not null,
  path text collate "C" not null check (length(path) between 1 and 300),
  version text collate "C" not null check (version ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  stored_at timestamptz not null,
  stored_by text not null,
  replaced_at timestamptz,
  primary key (tenant_id, container, path, version)
);
create unique index content_object_present on content_object (tenant_id, container, path)
  where replaced_at is null;
create index content_object_replaced on content_object (tenant_id, replaced_at)
  where replaced_at is not null;
comment on column content_object.version is 'SHA-256 of the bytes, in hexadecimal';
comment on column content_object.replaced_at is 'null: the present version of the path';

alter table content_object enable row level security;
alter table content_object force row level security;
create policy reading on content_object for select using (
  (select current_tenant()) is not null
  and tenant_id in ((select current_tenant()), 'shared'));
create policy tenant on content_object for all using (tenant_id = (select current_tenant()));
