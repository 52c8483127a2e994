-- Published by the roster: places, who learns there and who works there.

create view school with (security_invoker = true) as
  select s.tenant_id, s.id as school_id, coalesce(s.time_zone, above.time_zone) as zone
  from org s
  left join org above on above.tenant_id = s.tenant_id and above.id = s.parent_id
  where s.status = 'active' and s.type = 'school';

-- Where a learner goes to school: the person's primary org, else the first at which it is a student.
create view learner_place with (security_invoker = true) as
  select u.tenant_id, u.id as learner_id, u.grade, u.status = 'active' and u.enabled as active,
    coalesce(u.primary_org_id, (
      select r.org_id from user_role r
      where r.tenant_id = u.tenant_id and r.user_id = u.id and r.role = 'student'
        and r.status = 'active'
      order by r.role_type, r.org_id limit 1)) as school_id
  from roster_user u;

-- Students of a class who are enrolled on the school's today, each once.
create view class_student with (security_invoker = true) as
  select distinct student.tenant_id, student.class_id, student.user_id as learner_id
  from enrollment student
  join class on class.tenant_id = student.tenant_id and class.id = student.class_id
  join org school on school.tenant_id = class.tenant_id and school.id = class.school_id
  left join org district
    on district.tenant_id = school.tenant_id and district.id = school.parent_id
  cross join lateral (
    select (now() at time zone coalesce(school.time_zone, district.time_zone, 'UTC'))::date as day
  ) today
  where student.role = 'student' and student.status = 'active' and class.status = 'active'
    and today.day between coalesce(student.begin_date, '-infinity')
      and coalesce(student.end_date, 'infinity');

create view class_place with (security_invoker = true) as
  select tenant_id, id as class_id, school_id from class where status = 'active';

-- The schools at which somebody teaches or which somebody runs.
create view staff_place with (security_invoker = true) as
  select tenant_id, user_id as viewer_id, org_id as school_id,
    role in ('principal', 'siteAdministrator') as administers
  from user_role
  where role in ('teacher', 'principal', 'siteAdministrator') and status = 'active';

-- When terms begin: each goes on until the next one begins.
create view term_start with (security_invoker = true) as
  select tenant_id, start_date from academic_session
  where status = 'active' and type in ('term', 'semester', 'schoolYear');

-- Whose row of the roster an import has changed last.
create view roster_change with (security_invoker = true) as
  select tenant_id, changed_in as import_id, id as learner_id from roster_user
  union all
  select tenant_id, changed_in, user_id from user_role;

create table leaderboard_settings (
  tenant_id text collate "C" not null references tenant,
  revision integer not null,
  enabled boolean not null,
  minimum_group integer not null check (minimum_group between 2 and 1000),
  schools_off uuid[] not null,
  classes_off uuid[] not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
call isolate('leaderboard_settings');

create table leaderboard_opt_out (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  by_learner boolean not null,
  since timestamptz not null,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('leaderboard_opt_out', 'learner_id');
comment on column leaderboard_opt_out.by_learner is
  'what others decided for a learner, the learner cannot take back';

-- Who may be on a board: active learners above grade 2 (as GradeBand has it) who have not opted
-- out and whose school has boards. The one definition for all that write entries.
create view leaderboard_candidate with (security_invoker = true) as
  select p.tenant_id, p.learner_id, p.school_id, p.grade,
    p.active and p.grade is not null
      and p.grade not in ('IT', 'PR', 'PK', 'TK', 'KG', '01', '02')
      and o.learner_id is null
      and (s.tenant_id is null or p.school_id is null or p.school_id <> all (s.schools_off))
      as listed
  from learner_place p
  left join leaderboard_opt_out o
    on o.tenant_id = p.tenant_id and o.learner_id = p.learner_id
  left join leaderboard_settings s on s.tenant_id = p.tenant_id;

-- One row for each learner who has earned anything, changed in the transaction that pays. What is
-- indexed is compared by leakproof operators only. Weeks and terms are named by their first day, so
-- that none has to be closed: a row of an earlier one is on no board of the present one.
create table leaderboard_entry (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  listed boolean not null,
  school_id uuid,
  grade text collate "C",
  career text collate "C",
  companion text,
  career_at timestamptz not null default '-infinity',
  xp bigint not null default 0,
  streak bigint not null default 0,
  streak_until timestamptz not null default '-infinity',
  term date not null default '-infinity',
  term_xp bigint not null default 0,
  week date not null default '-infinity',
  week_xp bigint not null default 0,
  achievements bigint not null default 0,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_insert_scale_factor = 0.02);
call isolate('leaderboard_entry');
-- A learner's own transaction reads others' rows, too: those on boards, and nothing else.
create policy listed on leaderboard_entry as restrictive for select using (
  listed or (select current_learner()) is null or learner_id = (select current_learner()));
create policy own_insert on leaderboard_entry as restrictive for insert with check (
  (select current_learner()) is null or learner_id = (select current_learner()));
create policy own_update on leaderboard_entry as restrictive for update using (
  (select current_learner()) is null or learner_id = (select current_learner()));
create policy own_delete on leaderboard_entry as restrictive for delete using (
  (select current_learner()) is null or learner_id = (select current_learner()));

create index leaderboard_entry_xp on leaderboard_entry (tenant_id, xp desc, learner_id)
  include (grade, career) where listed;
create index leaderboard_entry_streak on leaderboard_entry (tenant_id, streak desc, learner_id)
  include (grade, career, streak_until) where listed;
create index leaderboard_entry_term on leaderboard_entry (tenant_id, term, term_xp desc, learner_id)
  include (grade, career) where listed;
create index leaderboard_entry_week on leaderboard_entry (tenant_id, week, week_xp desc, learner_id)
  include (grade, career) where listed;
create index leaderboard_entry_school on leaderboard_entry (tenant_id, school_id) where listed;
comment on column leaderboard_entry.streak_until is
  'when the streak has ended unless the learner is active before; later the board shows 0';
comment on column leaderboard_entry.achievements is 'for later; 0 until there are any';

-- How those on boards stood when the day began: what trends are told by. The upkeep writes it.
create table leaderboard_standing (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  school_id uuid,
  grade text collate "C",
  career text collate "C",
  xp bigint not null,
  streak bigint not null,
  term date not null,
  term_xp bigint not null,
  week date not null,
  week_xp bigint not null,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user
) with (fillfactor = 70);
call isolate('leaderboard_standing');
create index leaderboard_standing_xp on leaderboard_standing (tenant_id, xp desc, learner_id)
  include (grade, career);
create index leaderboard_standing_streak
  on leaderboard_standing (tenant_id, streak desc, learner_id) include (grade, career);
create index leaderboard_standing_term
  on leaderboard_standing (tenant_id, term, term_xp desc, learner_id) include (grade, career);
create index leaderboard_standing_week
  on leaderboard_standing (tenant_id, week, week_xp desc, learner_id) include (grade, career);
create index leaderboard_standing_school on leaderboard_standing (tenant_id, school_id);

-- What pseudonyms are made with, one for each term: without it no name tells a learner.
create table leaderboard_key (
  tenant_id text collate "C" not null references tenant,
  term date not null,
  key text not null check (length(key) = 64),
  primary key (tenant_id, term)
);
call isolate('leaderboard_key');
