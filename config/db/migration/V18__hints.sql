-- Hints of skills and questions: apart from what everybody may see, as keys are.
alter table content_version add column hints jsonb;
comment on column content_version.spec is 'what everybody may see: never the key, never the hints';

alter table container_session add column hints_given integer not null default 0;
comment on column container_session.hints_given is 'by Cairn; the device may say that it gave more';

-- Append-only: what was asked for, what it cost, and the text as it was given. The learner's device
-- chooses the id, so that a repeated request is paid once.
create table hint (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  question_id text collate "C" not null,
  level text collate "C" not null
    check (level in ('encouragement', 'subtle', 'clear', 'example', 'answer')),
  text text not null,
  recommended boolean not null,
  free boolean not null,
  paid integer not null check (paid >= 0),
  rule_version text not null,
  school_day date not null,
  given_at timestamptz not null,
  primary key (tenant_id, learner_id, id),
  unique (tenant_id, learner_id, session_id, question_id, level),
  foreign key (tenant_id, learner_id, session_id) references container_session,
  check (not free or paid = 0)
);
call isolate('hint', 'learner_id');
create index hint_of_day on hint (tenant_id, learner_id, school_day);
revoke update, delete on hint from cairn_app;
comment on column hint.free is 'whether it was one of the day''s free ones';
