-- Lesson plans: which journeys are to have one, and what the one in the object storage was made of.
create table lesson_plan (
  tenant_id text collate "C" not null references tenant,
  learner_id uuid not null,
  journey_id uuid not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  made_of text collate "C" check (made_of ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, learner_id, journey_id),
  foreign key (tenant_id, learner_id, journey_id) references journey,
  check ((made_at is null) = (made_of is null))
);
call isolate('lesson_plan', 'learner_id');
create index lesson_plan_to_make on lesson_plan (tenant_id, learner_id, journey_id)
  where made_at is null;
comment on column lesson_plan.made_of is
  'SHA-256 of the page that the PDF was made of, in hexadecimal: other figures make another one';

-- Published by journeys: how long answers took.
create view answer_given with (security_invoker = true) as
  select tenant_id, learner_id, subject, time_spent, effective_at from question_attempt;

-- What a district lets guardians see.
create table guardian_settings (
  tenant_id text collate "C" not null references tenant,
  revision integer not null,
  answers_shown boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
call isolate('guardian_settings');
