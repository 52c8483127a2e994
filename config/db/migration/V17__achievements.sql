-- Published by journey: lessons that are complete and scored by the server, and skills that are
-- mastered.
create view completed_lesson with (security_invoker = true) as
  select lesson.tenant_id, lesson.learner_id, lesson.id as session_id, journey.career, lesson.score,
    lesson.perfect, lesson.time_spent, lesson.expected_time
  from container_session lesson
  join journey on journey.tenant_id = lesson.tenant_id and journey.learner_id = lesson.learner_id
    and journey.id = lesson.journey_id
  where lesson.completed_by is not null and lesson.verified;

create view mastered_skill with (security_invoker = true) as
  select tenant_id, learner_id, skill_id, subject, completed_at from skill_authority
  where mastered;

-- Published by gamification: what was earned in all, and the longest streak.
create view lifetime_xp with (security_invoker = true) as
  select tenant_id, learner_id, lifetime_xp as xp from game_profile;

create view best_streak with (security_invoker = true) as
  select tenant_id, learner_id, max(best) as days from game_day group by tenant_id, learner_id;

-- How often events came that achievements count: what is kept nowhere else in a form to be counted.
create table achievement_deed (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  event_name text collate "C" not null,
  times integer not null check (times > 0),
  primary key (tenant_id, learner_id, event_name),
  foreign key (tenant_id, learner_id) references roster_user
) with (fillfactor = 70);
call isolate('achievement_deed', 'learner_id');

-- Append-only: what was unlocked stays so, whatever becomes of the counts and the rules.
create table achievement_unlocked (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  achievement text collate "C" not null,
  xp integer not null check (xp >= 0),
  rule_version text not null,
  event_id text collate "C" not null,
  unlocked_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, learner_id, achievement),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('achievement_unlocked', 'learner_id');
revoke update, delete on achievement_unlocked from cairn_app;
comment on column achievement_unlocked.event_id is 'the event that fulfilled the condition';
comment on column achievement_unlocked.unlocked_at is 'when that event counts';

-- Boards by achievements: the indexes hold those who have any.
comment on column leaderboard_entry.achievements is 'how many the learner has unlocked';
create index leaderboard_entry_achievements
  on leaderboard_entry (tenant_id, achievements desc, learner_id) include (grade, career)
  where listed and achievements > 0;
alter table leaderboard_standing add column achievements bigint not null default 0;
create index leaderboard_standing_achievements
  on leaderboard_standing (tenant_id, achievements desc, learner_id) include (grade, career)
  where achievements > 0;
