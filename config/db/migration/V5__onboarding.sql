-- The tracks as they were aligned; a changed track becomes a new version, so that a learner
-- finishes the version that was started. The reserved tenant's tracks are everybody's to read.
create table onboarding_track (
  tenant_id text collate "C" not null references tenant,
  track_key text collate "C" not null,
  version integer not null check (version > 0),
  spec jsonb not null,
  spec_hash text not null,
  active boolean not null,
  aligned_at timestamptz not null,
  primary key (tenant_id, track_key, version)
);
alter table onboarding_track enable row level security;
alter table onboarding_track force row level security;
create policy reading on onboarding_track for select
  using ((select current_tenant()) is not null
    and tenant_id in ((select current_tenant()), 'shared'));
create policy tenant on onboarding_track for all
  using (tenant_id = (select current_tenant()));

create table onboarding_progress (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  track_key text collate "C" not null,
  track_version integer not null,
  progress integer not null check (progress between 0 and 100),
  xp_earned integer not null check (xp_earned >= 0),
  started_at timestamptz not null,
  completed_at timestamptz,
  completed_by text,
  primary key (tenant_id, learner_id, track_key),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('onboarding_progress', 'learner_id');
comment on column onboarding_progress.completed_by is 'the event that completed the track';

-- The events that a step's condition is judged by: no more of them than can still matter.
create table onboarding_evidence (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  track_key text collate "C" not null,
  step_key text collate "C" not null,
  event_id text collate "C" not null,
  effective_at timestamptz not null,
  verified boolean not null,
  primary key (tenant_id, learner_id, track_key, step_key, event_id)
);
call isolate('onboarding_evidence', 'learner_id');

-- Append-only: a step's latest row, by position, is its state.
create table onboarding_step_completion (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  track_key text collate "C" not null,
  step_key text collate "C" not null,
  position bigint not null,
  status text not null check (status in ('AVAILABLE', 'COMPLETED')),
  xp_earned integer not null,
  completed_at timestamptz,
  event_id text,
  primary key (tenant_id, learner_id, track_key, step_key, position)
);
call isolate('onboarding_step_completion', 'learner_id');
revoke update, delete on onboarding_step_completion from cairn_app;
comment on column onboarding_step_completion.position is
  'of the last event of the request that made the row';
