-- Published by the log, for whoever reads it by position; by leaderboards, how small a group may be
-- told of.
create view logged_event with (security_invoker = true) as
  select tenant_id, learner_id, position, event_id, name, payload, trust, effective_at
  from learning_event;
create view log_end with (security_invoker = true) as
  select tenant_id, learner_id, last_position from learner_log;
create view group_minimum with (security_invoker = true) as
  select tenant_id, minimum_group from leaderboard_settings;

-- How far the feed has read each learner's log.
create table analytics_cursor (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  position bigint not null,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user
) with (fillfactor = 70);
call isolate('analytics_cursor', 'learner_id');

-- When the feed has last read all logs of a district: what was recorded before is in the figures.
create table analytics_feed (
  tenant_id text collate "C" not null references tenant,
  begun_at timestamptz not null,
  fed_at timestamptz,
  primary key (tenant_id)
);
call isolate('analytics_feed');

-- What an event adds to the figures; a partition for each month. Months are of UTC. No foreign keys:
-- they would take locks on the roster while partitions come and go. Texts are '' where there is none.
create table analytics_event (
  tenant_id text collate "C" not null,
  month date not null,
  learner_id uuid not null,
  position bigint not null,
  at timestamptz not null,
  cohort date not null,
  school_id uuid,
  grade text collate "C" not null,
  career text collate "C" not null,
  companion text collate "C" not null,
  container text collate "C" not null,
  subject text collate "C" not null,
  skill_id text collate "C" not null,
  started integer not null,
  completed integer not null,
  journey_score bigint not null,
  duration integer,
  seconds bigint not null,
  attempted integer not null,
  first_tries integer not null,
  first_right integer not null,
  lessons integer not null,
  lesson_score bigint not null,
  mastered integer not null,
  containers integer not null,
  primary key (tenant_id, month, learner_id, position)
) partition by range (month);
call isolate('analytics_event', 'learner_id');
comment on column analytics_event.position is 'of the event, in the learner''s log';
comment on column analytics_event.cohort is 'the month in which the journey began';
comment on column analytics_event.school_id is 'where the learner went to school when it was fed';
comment on column analytics_event.journey_score is 'the overall score of a completed journey, in hundredths';
comment on column analytics_event.duration is 'seconds from the start of a journey to its end';
comment on column analytics_event.containers is '1: the fourth lesson of its container was completed';

-- The same of closed months, added up for each learner by everything that figures are asked by; and
-- what came too late for its month, or from a month that never had a partition.
create table analytics_month (
  tenant_id text collate "C" not null,
  month date not null,
  learner_id uuid not null,
  cohort date not null,
  school_id uuid,
  grade text collate "C" not null,
  career text collate "C" not null,
  companion text collate "C" not null,
  container text collate "C" not null,
  subject text collate "C" not null,
  skill_id text collate "C" not null,
  started integer not null,
  completed integer not null,
  journey_score bigint not null,
  durations integer[] not null,
  seconds bigint not null,
  attempted integer not null,
  first_tries integer not null,
  first_right integer not null,
  lessons integer not null,
  lesson_score bigint not null,
  mastered integer not null,
  containers integer not null,
  unique nulls not distinct (tenant_id, month, learner_id, cohort, school_id, grade, career,
    companion, container, subject, skill_id)
);
call isolate('analytics_month', 'learner_id');

-- Months that are closed to the feed, and how far each is on its way out.
create table analytics_closing (
  tenant_id text collate "C" not null references tenant,
  month date not null,
  closed_at timestamptz not null,
  rolled_through uuid,
  rolled_at timestamptz,
  salt text,
  parts integer not null default 0,
  archived_rows bigint not null default 0,
  archived_learner uuid,
  archived_position bigint,
  archived_at timestamptz,
  primary key (tenant_id, month)
);
call isolate('analytics_closing');
-- The maintenance of partitions, which works in the reserved tenant, waits for all districts.
create policy maintenance on analytics_closing for select
  using ((select current_tenant()) = 'shared');
comment on column analytics_closing.rolled_through is
  'events of learners up to this one are in analytics_month and count there';
comment on column analytics_closing.salt is
  'what pseudonyms in the archive are made with; forgotten when the month is archived';

create table analytics_part (
  tenant_id text collate "C" not null,
  month date not null,
  part integer not null,
  lines integer not null,
  sha256 text collate "C" not null,
  stored_at timestamptz not null,
  primary key (tenant_id, month, part),
  foreign key (tenant_id, month) references analytics_closing
);
call isolate('analytics_part');
comment on column analytics_part.sha256 is 'of the object as it was given to the archive';

-- All figures: events, but for those that count in their month's sum already, and sums of months.
create view analytics_fact with (security_invoker = true) as
  select e.tenant_id, e.month, e.learner_id, e.cohort, e.school_id, e.grade, e.career, e.companion,
    e.container, e.subject, e.skill_id, e.started, e.completed, e.journey_score,
    case when e.duration is null then '{}' else array[e.duration] end as durations, e.seconds,
    e.attempted, e.first_tries, e.first_right, e.lessons, e.lesson_score, e.mastered, e.containers
  from analytics_event e
  where not exists (select from analytics_closing c
    where c.tenant_id = e.tenant_id and c.month = e.month and e.learner_id <= c.rolled_through)
  union all
  select m.tenant_id, m.month, m.learner_id, m.cohort, m.school_id, m.grade, m.career, m.companion,
    m.container, m.subject, m.skill_id, m.started, m.completed, m.journey_score, m.durations,
    m.seconds, m.attempted, m.first_tries, m.first_right, m.lessons, m.lesson_score, m.mastered,
    m.containers
  from analytics_month m;

-- Partitions that are there, in use or detached, by their names.
create function analytics_partitions() returns table (month date, attached boolean)
  language sql stable as $$
    select to_date(substr(p.relname, 17), 'YYYY_MM'),
      exists (select from pg_inherits i where i.inhrelid = p.oid)
    from pg_class p
    where p.relnamespace = 'cairn'::regnamespace and p.relkind = 'r'
      and p.relname ~ '^analytics_event_[0-9]{4}_[0-9]{2}$'
  $$;

-- The application owns no table and makes none: these three functions, which run as the owner, are
-- all that it can do to partitions, in the reserved tenant only. No wait for a lock lasts longer than
-- 20 ms, since others would have to wait behind it; who does not get it gives way and comes again.
create function analytics_partition(target date) returns text
  language plpgsql immutable as $$
begin
  if target is null or target <> date_trunc('month', target)::date
      or target not between date '2000-01-01' and date '2099-12-01' then
    raise exception 'no month: %', target;
  end if;
  return 'analytics_event_' || to_char(target, 'YYYY_MM');
end $$;

create function make_analytics_partition(target date) returns boolean
  language plpgsql security definer
  set search_path = cairn, pg_temp
  set lock_timeout = '20ms' as $$
declare
  name text := analytics_partition(target);
begin
  if current_tenant() is distinct from 'shared' then
    raise exception 'partitions are made in the reserved tenant';
  end if;
  if (select count(*) from analytics_partitions()) >= 120 then
    raise exception 'there are too many partitions';
  end if;
  if to_regclass(format('cairn.%I', name)) is not null then
    return false;
  end if;
  execute format('create table %I (like analytics_event including all)', name);
  execute format('call isolate(%L, %L)', name, 'learner_id');
  execute format('revoke all on %I from cairn_app', name);
  execute format('alter table analytics_event attach partition %I for values from (%L) to (%L)',
    name, target, (target + interval '1 month')::date);
  return true;
exception when lock_not_available then
  return false;
end $$;

create function analytics_archived(target date) returns boolean
  language sql stable
  return not exists (
    select from tenant t
    where t.id <> 'shared' and not exists (
      select from analytics_closing c
      where c.tenant_id = t.id and c.month = target and c.archived_at is not null));

create function detach_analytics_partition(target date) returns boolean
  language plpgsql security definer
  set search_path = cairn, pg_temp
  set lock_timeout = '20ms' as $$
declare
  name text := analytics_partition(target);
begin
  if current_tenant() is distinct from 'shared' then
    raise exception 'partitions are detached in the reserved tenant';
  end if;
  if not analytics_archived(target)
      or not exists (select from analytics_partitions() p where p.month = target and p.attached) then
    return false;
  end if;
  execute format('alter table analytics_event detach partition %I', name);
  return true;
exception when lock_not_available then
  return false;
end $$;

create function drop_analytics_partition(target date) returns boolean
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
  then
    return false;
  end if;
  execute format('drop table %I', name);
  return true;
exception when lock_not_available then
  return false;
end $$;

revoke all on function make_analytics_partition(date), detach_analytics_partition(date),
  drop_analytics_partition(date) from public;
grant execute on function make_analytics_partition(date), detach_analytics_partition(date),
  drop_analytics_partition(date) to cairn_app;

-- The months that a new installation begins with; the nightly job goes on.
do $$
begin
  perform set_config('cairn.tenant', 'shared', true);
  for ago in -3 .. 13 loop
    perform make_analytics_partition((date_trunc('month', now()) - make_interval(months => ago))::date);
  end loop;
end $$;
