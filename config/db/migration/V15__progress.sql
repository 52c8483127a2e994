-- Progress sync gives events back as they came, the text of their time included. An event with that
-- text is one of progress sync; the index is what its devices read by.
alter table learning_event add column occurred_text text;
create index learning_event_synced on learning_event (tenant_id, learner_id, position)
  where occurred_text is not null;
comment on column learning_event.occurred_text is 'occurred_at as a device of progress sync wrote it';

-- Whose records were erased, told by nothing but a hash, so that an old device brings nothing back.
create table erased_learner (
  tenant_id text collate "C" not null references tenant,
  learner_key text collate "C" not null,
  erased_at timestamptz not null,
  primary key (tenant_id, learner_key)
);
call isolate('erased_learner');
comment on column erased_learner.learner_key is 'SHA-256 of the sourcedId, hexadecimal';

-- Published by access: a person of the roster who was erased before it was there again.
create view erasure with (security_invoker = true) as
  select u.tenant_id, u.id as learner_id, e.erased_at
  from roster_user u
  join erased_learner e on e.tenant_id = u.tenant_id
    and e.learner_key = encode(sha256(convert_to(u.sourced_id, 'UTF8')), 'hex');

-- What a learner's events of progress sync reduce to: all but its items.
create table progress_state (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  events integer not null check (events >= 0),
  last_position bigint not null,
  latest_at timestamptz not null,
  latest_event_id text collate "C" not null,
  active_path text,
  onboarding_completed_at timestamptz,
  onboarding_path_id text,
  streak_day date,
  streak_length integer not null,
  streak_best integer not null,
  calendar_id text not null,
  last_updated timestamptz not null,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user,
  check (streak_length between 0 and streak_best)
) with (fillfactor = 70);
call isolate('progress_state', 'learner_id');
comment on column progress_state.last_position is 'of the last event in it, in the learner''s log';
comment on column progress_state.latest_at is 'with the id: the greatest of all in the order of reduction';
comment on column progress_state.calendar_id is 'hash of the calendar by which the streak was reckoned';

create table progress_item (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  content_id text collate "C" not null,
  status text not null check (status in ('not_started', 'in_progress', 'completed', 'passed')),
  score double precision check (score between 0 and 100),
  completed_at timestamptz,
  last_attempt_at timestamptz not null,
  interactions text not null,
  primary key (tenant_id, learner_id, content_id),
  foreign key (tenant_id, learner_id) references progress_state
) with (fillfactor = 80);
call isolate('progress_item', 'learner_id');
comment on column progress_item.interactions is 'canonical JSON, as the snapshot tells it';

create table progress_device (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  client_id text collate "C" not null,
  synced_at timestamptz not null,
  clock_skew bigint not null,
  primary key (tenant_id, learner_id, client_id),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('progress_device', 'learner_id');
comment on column progress_device.clock_skew is 'how far its clock ran ahead of ours, in milliseconds';

-- In what a stored state was seen to differ from its events.
create table progress_finding (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  code text collate "C" not null,
  differences integer not null,
  found_at timestamptz not null,
  gone_at timestamptz,
  seen_in uuid not null,
  primary key (tenant_id, learner_id, code),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('progress_finding', 'learner_id');
