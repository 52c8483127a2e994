-- Since when a partition of analytics is detached, as the maintenance in the reserved tenant noted.
create table analytics_detached (
  tenant_id text collate "C" not null references tenant,
  month date not null,
  detached_at timestamptz not null,
  primary key (tenant_id, month)
);
call isolate('analytics_detached');
revoke insert, update, delete on analytics_detached from cairn_app;

drop function detach_analytics_partition(date);
drop function drop_analytics_partition(date);

-- Detaches a month's partition and notes when; of one that was detached by somebody else notes when
-- that was seen. The note goes with the lock where that cannot be had.
create function detach_analytics_partition(target date, moment timestamptz) returns boolean
  language plpgsql security definer
  set search_path = cairn, pg_temp
  set lock_timeout = '20ms' as $$
declare
  name text := analytics_partition(target);
  is_attached boolean;
begin
  if current_tenant() is distinct from 'shared' then
    raise exception 'partitions are detached in the reserved tenant';
  end if;
  select p.attached into is_attached from analytics_partitions() p where p.month = target;
  if is_attached is null or not analytics_archived(target)
      or not is_attached and exists (select from analytics_detached d
        where d.tenant_id = 'shared' and d.month = target) then
    return false;
  end if;
  insert into analytics_detached (tenant_id, month, detached_at) values ('shared', target, moment)
    on conflict (tenant_id, month) do update set detached_at = excluded.detached_at;
  if is_attached then
    execute format('alter table analytics_event detach partition %I', name);
  end if;
  return true;
exception when lock_not_available then
  return false;
end $$;

-- Drops what was detached before that moment, or then.
create function drop_analytics_partition(target date, detached_by timestamptz) returns boolean
  language plpgsql security definer
  set search_path = cairn, pg_temp
  set lock_timeout = '20ms' as $$
declare
  name text := analytics_partition(target);
begin
  if current_tenant() is distinct from 'shared' then
    raise exception 'partitions are dropped in the reserved tenant';
  end if;
  if not analytics_archived(target)
      or not exists (select from analytics_partitions() p where p.month = target and not p.attached)
      or not exists (select from analytics_detached d
        where d.tenant_id = 'shared' and d.month = target and d.detached_at <= detached_by) then
    return false;
  end if;
  delete from analytics_detached where tenant_id = 'shared' and month = target;
  execute format('drop table %I', name);
  return true;
exception when lock_not_available then
  return false;
end $$;

revoke all on function detach_analytics_partition(date, timestamptz),
  drop_analytics_partition(date, timestamptz) from public;
grant execute on function detach_analytics_partition(date, timestamptz),
  drop_analytics_partition(date, timestamptz) to cairn_app;
