-- The tenant of the present transaction, and the learner that it is narrowed to, if any.
-- Both are set transaction-locally; after a commit such a setting reads '', hence the nullif.
create function current_tenant() returns text
  language sql stable parallel safe
  return nullif(current_setting('cairn.tenant', true), '');

create function current_learner() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('cairn.learner', true), '')::uuid;

-- Puts a table under row-level security: rows of the transaction's tenant only, and for tables of
-- learners' records only the learner's own where the transaction is narrowed to one.
-- FORCE, so that not even the owner reads past it.
create procedure isolate(target regclass, learner_column text default null)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (tenant_id = (select current_tenant()))', target);
  if learner_column is not null then
    execute format(
      'create policy learner on %1$s as restrictive using (
         (select current_learner()) is null or %2$I = (select current_learner()))',
      target, learner_column);
  end if;
end $$;

grant usage on schema cairn to cairn_app;
alter default privileges in schema cairn
  grant select, insert, update, delete on tables to cairn_app;

create table tenant (
  id text collate "C" primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null check (length(name) between 1 and 200),
  registered_at timestamptz not null
);
alter table tenant enable row level security;
alter table tenant force row level security;
-- The reserved tenant registers and lists the others; every other one sees itself.
create policy own on tenant for select
  using (id = (select current_tenant()) or (select current_tenant()) = 'shared');
create policy registering on tenant for all
  using ((select current_tenant()) = 'shared');
grant select, insert, update, delete on tenant to cairn_app;

select set_config('cairn.tenant', 'shared', true);
insert into tenant (id, name, registered_at) values ('shared', 'Shared definitions', now());
