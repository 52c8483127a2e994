-- Published by the roster: who is in a class since when, and when the class's school meets. Zone and
-- days without school are the school's and its parents'; a ring of parents ends at ten.
create view class_member with (security_invoker = true) as
  select student.tenant_id, student.class_id, student.user_id as learner_id,
    student.begin_date as since
  from enrollment student
  where student.role = 'student' and student.status = 'active';

create view class_calendar with (security_invoker = true) as
select c.tenant_id, c.id as class_id, place.zone, place.days
from class c
cross join lateral (
  with recursive line (id, parent_id, time_zone, depth) as (
    select o.id, o.parent_id, o.time_zone, 0 from org o
    where o.tenant_id = c.tenant_id and o.id = c.school_id
    union all
    select o.id, o.parent_id, o.time_zone, depth + 1
    from line join org o on o.tenant_id = c.tenant_id and o.id = line.parent_id
    where depth < 10
  )
  select
    (select time_zone from line where time_zone is not null order by depth limit 1) as zone,
    (select array_agg(distinct d.day order by d.day)
     from line join non_school_day d on d.tenant_id = c.tenant_id and d.org_id = line.id) as days
) place
where c.status = 'active';

-- Published by journeys: what was begun, completed, scored and mastered.
create view journey_begun with (security_invoker = true) as
  select tenant_id, learner_id, id as journey_id, grade, school_year, career, started_at,
    completed_at
  from journey;

create view lesson_done with (security_invoker = true) as
  select tenant_id, learner_id, id as session_id, journey_id, container, subject, skill_id, score,
    attempted, completed_at
  from container_session
  where completed_by is not null;

create view answer_scored with (security_invoker = true) as
  select tenant_id, learner_id, event_id, question_id, subject, skill_id, correct, effective_at
  from question_attempt
  where verified;

create view skill_trained with (security_invoker = true) as
  select tenant_id, learner_id, skill_id, subject, best_score, mastered from skill_authority;

-- The newest answers to a skill and a learner's newest lessons, however much there is before them.
create index question_attempt_of_skill
  on question_attempt (tenant_id, learner_id, skill_id, effective_at, event_id)
  include (correct) where verified;
create index container_session_done
  on container_session (tenant_id, learner_id, completed_at, id) where completed_by is not null;

-- Published by onboarding, by progress sync, by gamification and by leaderboards.
create view track_walked with (security_invoker = true) as
  select tenant_id, learner_id, track_key, started_at, completed_at from onboarding_progress;

create view device_synced with (security_invoker = true) as
  select tenant_id, learner_id, synced_at from progress_device;

create view progress_reached with (security_invoker = true) as
  select tenant_id, learner_id, latest_at from progress_state;

create view active_day with (security_invoker = true) as
  select tenant_id, learner_id, day from game_day;

create view learner_score with (security_invoker = true) as
  select tenant_id, learner_id, xp, streak, streak_until from leaderboard_entry;

-- When a learner's own device last told of something that is neither verified, which makes an
-- active day, nor of progress sync, which keeps its own latest time. By the events' times.
create table learner_presence (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  active_at timestamptz not null,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user
) with (fillfactor = 70);
call isolate('learner_presence', 'learner_id');

-- Skills that a learner is to work on, each once for the grade that it is of.
create table remediation_item (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  id uuid not null,
  skill_id text collate "C" not null,
  subject text collate "C" not null,
  grade text collate "C" not null,
  priority integer not null check (priority between 1 and 10),
  due_on date,
  status text collate "C" not null
    check (status in ('pending', 'in_progress', 'completed', 'skipped')),
  by_mastery boolean not null default false,
  source text not null check (source in ('journey', 'override', 'teacher')),
  source_id uuid,
  note text,
  revision integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  completed_at timestamptz,
  primary key (tenant_id, learner_id, id),
  unique (tenant_id, learner_id, skill_id, grade),
  foreign key (tenant_id, learner_id) references roster_user,
  check ((status = 'completed') = (completed_at is not null)),
  check (status = 'completed' or not by_mastery)
);
call isolate('remediation_item', 'learner_id');
comment on column remediation_item.by_mastery is
  'completed because the skill was mastered; opened again where it turns out that it was not';
comment on column remediation_item.source_id is 'the journey or override that brought it';

-- A guardian's decision that a child goes on to a grade although skills are not mastered.
create table grade_override (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  id uuid not null,
  from_grade text collate "C" not null,
  to_grade text collate "C" not null,
  school_year integer not null,
  reason text not null,
  status text collate "C" not null check (status in ('requested', 'effective', 'refused')),
  skills_mastered integer not null,
  skills_of_grade integer not null check (skills_of_grade >= skills_mastered),
  incomplete_skills text[] not null,
  requested_by text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  primary key (tenant_id, learner_id, id),
  foreign key (tenant_id, learner_id) references roster_user,
  check (status = 'effective' or (status = 'requested') = (decided_at is null))
);
call isolate('grade_override', 'learner_id');
create index grade_override_newest on grade_override (tenant_id, requested_at, id);
create unique index grade_override_waiting on grade_override (tenant_id, learner_id)
  where status = 'requested';
comment on column grade_override.skills_mastered is
  'with skills_of_grade and incomplete_skills: as it stood when it was requested, and again when it
  was decided; of all grades from the one on and before the other';

-- The grades that a learner has gone on to, beside what the roster says.
create table grade_progression (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  grade text collate "C" not null,
  school_year integer not null,
  override_id uuid not null,
  reached_at timestamptz not null,
  primary key (tenant_id, learner_id, grade, school_year),
  foreign key (tenant_id, learner_id, override_id) references grade_override
);
call isolate('grade_progression', 'learner_id');
revoke update, delete on grade_progression from cairn_app;

create table support_settings (
  tenant_id text collate "C" not null references tenant,
  revision integer not null,
  approval_required boolean not null,
  inactive_school_days integer not null check (inactive_school_days between 1 and 60),
  score_drop integer not null check (score_drop between 1 and 100),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
call isolate('support_settings');
