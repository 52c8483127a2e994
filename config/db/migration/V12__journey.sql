-- What the roster publishes of its years, and the terms in them.
create view school_term with (security_invoker = true) as
  select tenant_id, start_date, end_date, school_year from academic_session
  where status = 'active';

-- Above a learner's journeys of one grade and school year: where they lead, and how far the grade
-- is. It is the grade's progression, too, which has the same key.
create table learning_journey (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  grade text collate "C" not null,
  school_year integer not null,
  career text not null,
  companion text not null,
  journeys_started integer not null,
  journeys_completed integer not null default 0,
  skills_mastered integer not null default 0,
  skills_of_grade integer not null,
  started_at timestamptz not null,
  last_at timestamptz not null,
  primary key (tenant_id, learner_id, grade, school_year),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('learning_journey', 'learner_id');
comment on column learning_journey.career is 'of the latest journey';

-- The learner's device chooses the id, so that a repeated start is the same journey.
create table journey (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  id uuid not null,
  grade text collate "C" not null,
  school_year integer not null,
  career text not null,
  companion text not null,
  started_at timestamptz not null,
  completed_at timestamptz,
  primary key (tenant_id, learner_id, id),
  foreign key (tenant_id, learner_id, grade, school_year) references learning_journey
);
call isolate('journey', 'learner_id');
create index journey_newest on journey (tenant_id, learner_id, started_at desc, id desc);

-- One lesson: its questions as they were assigned, and how the learner stands on them.
create table container_session (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  container text not null check (container in ('LEARN', 'EXPERIENCE', 'DISCOVER')),
  subject text collate "C" not null
    check (subject in ('Math', 'ELA', 'Science', 'Social Studies')),
  skill_id text collate "C" not null,
  question_ids text[] not null,
  question_versions integer[] not null,
  question_shared boolean[] not null,
  expected_time integer not null,
  started_at timestamptz not null,
  answered integer not null default 0,
  attempted integer not null default 0,
  correct integer not null default 0,
  score integer not null default 0 check (score between 0 and 100),
  perfect boolean not null default false,
  verified boolean not null default false,
  time_spent bigint not null default 0,
  attempts integer not null default 0,
  hints_used integer not null default 0,
  completed_at timestamptz,
  completed_by text,
  completed_grade text,
  primary key (tenant_id, learner_id, id),
  unique (tenant_id, learner_id, journey_id, container, subject),
  foreign key (tenant_id, learner_id, journey_id) references journey,
  check (correct <= attempted and attempted <= answered and answered <= cardinality(question_ids)),
  check (cardinality(question_ids) >= 5)
);
call isolate('container_session', 'learner_id');
create index container_session_of_skill on container_session (tenant_id, learner_id, skill_id);
comment on column container_session.attempted is 'answered questions that the server could score';

-- Append-only: every try, with what it was judged by.
create table question_attempt (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  event_id text collate "C" not null,
  journey_id uuid not null,
  session_id uuid not null,
  question_id text collate "C" not null,
  school_year integer not null,
  subject text not null,
  skill_id text not null,
  question_type text not null check (question_type in ('practice', 'assessment')),
  answer text[] not null,
  verified boolean not null,
  correct boolean not null,
  key_version integer not null,
  grade text,
  school_day date not null,
  attempt_number integer,
  time_spent integer not null check (time_spent >= 0),
  hints_used integer not null check (hints_used >= 0),
  effective_at timestamptz not null,
  primary key (tenant_id, learner_id, event_id),
  foreign key (tenant_id, learner_id, session_id) references container_session,
  check (verified or not correct)
);
call isolate('question_attempt', 'learner_id');
create index question_attempt_of_session on question_attempt (tenant_id, learner_id, session_id);
create index question_attempt_of_question
  on question_attempt (tenant_id, learner_id, question_id, school_year);
revoke update, delete on question_attempt from cairn_app;
comment on column question_attempt.attempt_number is 'as the device counts; the server does not';

-- Which learner completed which skill, and when.
create table skill_authority (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  skill_id text collate "C" not null,
  subject text not null,
  best_score integer not null check (best_score between 0 and 100),
  mastered boolean not null,
  completed_at timestamptz not null,
  event_id text not null,
  primary key (tenant_id, learner_id, skill_id),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('skill_authority', 'learner_id');

create table journey_device (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  device_id text collate "C" not null,
  journey_id uuid not null,
  session_id uuid,
  last_seen_at timestamptz not null,
  primary key (tenant_id, learner_id, device_id),
  foreign key (tenant_id, learner_id, journey_id) references journey
);
call isolate('journey_device', 'learner_id');
comment on table journey_device is 'Where a journey was last gone on with; the device names itself';
