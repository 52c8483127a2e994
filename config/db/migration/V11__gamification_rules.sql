-- Published by the roster: where a learner goes to school, and when that school meets. The school is
-- the person's primary org, else the first at which it is a student. Zone and days without school are
-- the school's and its parents'; a ring of parents ends at ten.
create view schooling with (security_invoker = true) as
select u.tenant_id, u.id as learner_id, u.grade, place.zone, place.days
from roster_user u
cross join lateral (
  with recursive line (id, parent_id, time_zone, depth) as (
    select o.id, o.parent_id, o.time_zone, 0 from org o
    where o.tenant_id = u.tenant_id
      and o.id = coalesce(u.primary_org_id, (
        select r.org_id from user_role r
        where r.tenant_id = u.tenant_id and r.user_id = u.id and r.role = 'student'
          and r.status = 'active'
        order by r.role_type, r.org_id limit 1))
    union all
    select o.id, o.parent_id, o.time_zone, depth + 1
    from line join org o on o.tenant_id = u.tenant_id and o.id = line.parent_id
    where depth < 10
  )
  select
    (select time_zone from line where time_zone is not null order by depth limit 1) as zone,
    (select array_agg(distinct d.day order by d.day)
     from line join non_school_day d on d.tenant_id = u.tenant_id and d.org_id = line.id) as days
) place;

-- Published by the log: when a learner's latest recorded event took effect.
create view learner_activity with (security_invoker = true) as
select l.tenant_id, l.learner_id, (
    select e.effective_at from learning_event e
    where e.tenant_id = l.tenant_id and e.learner_id = l.learner_id
    order by e.position desc limit 1) as last_active_at
from learner_log l;

-- The latest day that whoever counts days has seen, as instants: it travels with the lock, so that
-- events inside it cost nothing more.
alter table learner_log add column known_from timestamptz, add column known_until timestamptz;

-- The rules by which XP is reckoned. A version never changes; which one holds from when is told by
-- the activations. The reserved tenant's are everybody's to read.
create table rule_set (
  tenant_id text collate "C" not null references tenant,
  version integer not null check (version > 0),
  spec jsonb not null,
  spec_hash text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (tenant_id, version)
);
create table rule_activation (
  tenant_id text collate "C" not null references tenant,
  starts_at timestamptz not null,
  owner_id text collate "C" not null references tenant,
  version integer not null,
  activated_at timestamptz not null,
  activated_by text not null,
  primary key (tenant_id, starts_at),
  check (owner_id in (tenant_id, 'shared'))
);
alter table rule_set enable row level security;
alter table rule_set force row level security;
alter table rule_activation enable row level security;
alter table rule_activation force row level security;
create policy reading on rule_set for select
  using ((select current_tenant()) is not null
    and tenant_id in ((select current_tenant()), 'shared'));
create policy tenant on rule_set for all using (tenant_id = (select current_tenant()));
create policy reading on rule_activation for select
  using ((select current_tenant()) is not null
    and tenant_id in ((select current_tenant()), 'shared'));
create policy tenant on rule_activation for all using (tenant_id = (select current_tenant()));
revoke update, delete on rule_set, rule_activation from cairn_app;

-- A school's calendar as it stood when days were judged by it; the id is its content's hash.
create table game_calendar (
  tenant_id text collate "C" not null references tenant,
  id text collate "C" not null,
  zone text not null,
  closed date[] not null,
  primary key (tenant_id, id)
);
call isolate('game_calendar');
revoke update, delete on game_calendar from cairn_app;

-- Days with verified activity, as judged when the first such event of the day was recorded, and what
-- the streak is after each: derived from the days before, and changed when a late one comes in.
create table game_day (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  day date not null,
  counts boolean not null,
  calendar_id text collate "C" not null,
  event_id text collate "C" not null,
  occurred_at timestamptz not null,
  length integer not null check (length >= 0),
  freezes integer not null check (freezes >= 0),
  best integer not null check (best >= length),
  primary key (tenant_id, learner_id, day),
  foreign key (tenant_id, calendar_id) references game_calendar
);
call isolate('game_day', 'learner_id');
comment on column game_day.counts is 'whether the school met';

-- What is owed for each source now, and the facts that it was judged by: enough to reckon again when
-- a streak is repaired or a rule is replayed.
create table xp_earning (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  source text collate "C" not null,
  kind text not null
    check (kind in ('ANSWER', 'LESSON', 'PERFECT', 'MASTERY', 'LOGIN', 'REWARD', 'CORRECTION')),
  category text not null check (category in ('LEARNING', 'HINT', 'ACHIEVEMENT', 'STREAK', 'BONUS')),
  reason text not null,
  basis integer not null,
  grade text,
  day date not null,
  occurred_at timestamptz not null,
  event_id text not null,
  verified boolean not null,
  rule_version text not null,
  amount integer not null,
  primary key (tenant_id, learner_id, source)
);
call isolate('xp_earning', 'learner_id');
create index xp_earning_of_day on xp_earning (tenant_id, learner_id, day);
comment on column xp_earning.basis is
  'of an answer the try that was right, of a reward or correction its XP, else 1; 0: nothing is due';
comment on column xp_earning.amount is 'owed now, after multipliers and the daily cap';

-- Each row keeps what it was reckoned from, so that it can be explained for ever.
alter table xp_transaction
  add column waived integer not null default 0,
  add column note text,
  add column kind text,
  add column basis integer,
  add column grade text,
  add column day date,
  add column streak integer,
  add column owed integer;
create index xp_transaction_of_event on xp_transaction (tenant_id, learner_id, event_id);
comment on column xp_transaction.waived is
  'the part of a correction that was not taken, since the balance was 0; negative where restored';
comment on column xp_transaction.streak is 'the streak''s length on that day, as the row knew it';

-- Lifetime XP is the sum of all that was earned and corrected, waived parts included; where a
-- district corrects more than was earned it is below 0, and shown as 0.
alter table game_profile drop constraint game_profile_lifetime_xp_check;
-- No longer written: learner_activity tells it.
alter table game_profile alter column last_active_at drop not null;
