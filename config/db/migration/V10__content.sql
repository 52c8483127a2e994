-- Skills, questions, paths and careers: one model for all. The head of each says what is in work,
-- its versions what was published. The reserved tenant's content is everybody's to read.
create table content_item (
  tenant_id text collate "C" not null references tenant,
  kind text collate "C" not null check (kind in ('CAREER', 'PATH', 'QUESTION', 'SKILL')),
  item_id text collate "C" not null,
  version integer not null default 0 check (version >= 0),
  retired boolean not null default false,
  draft jsonb,
  revision bigint not null,
  subject text collate "C",
  grades text[] not null,
  skill_id text collate "C",
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, kind, item_id),
  check (version > 0 or draft is not null)
);
comment on column content_item.version is 'the version in force; 0 before the first';
comment on column content_item.revision is 'one more with each change, for those who edit';

-- Append-only: an answer is judged by the version that the learner was shown.
create table content_version (
  tenant_id text collate "C" not null,
  kind text collate "C" not null,
  item_id text collate "C" not null,
  version integer not null check (version > 0),
  spec jsonb not null,
  answer_key jsonb,
  spec_hash text not null,
  subject text collate "C",
  grades text[] not null,
  skill_id text collate "C",
  published_at timestamptz not null,
  published_by text not null,
  primary key (tenant_id, kind, item_id, version),
  foreign key (tenant_id, kind, item_id) references content_item
);
create index content_version_of_skill on content_version (tenant_id, kind, skill_id, item_id);
comment on column content_version.spec is 'what everybody may see: never the key';

do $$
declare
  target text;
begin
  foreach target in array array['content_item', 'content_version'] loop
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
      'create policy reading on %s for select using ((select current_tenant()) is not null
         and tenant_id in ((select current_tenant()), ''shared''))', target);
    execute format(
      'create policy tenant on %s for all using (tenant_id = (select current_tenant()))', target);
  end loop;
end $$;
revoke update, delete on content_version from cairn_app;
