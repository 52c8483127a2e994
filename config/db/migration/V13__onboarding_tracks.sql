-- Steps that a newer version of the definition no longer has: nobody waits for them any more. An
-- object of instants by the steps' keys.
alter table onboarding_track
  add column retired_steps jsonb not null default '{}',
  add column changed_by text;
comment on column onboarding_track.changed_by is 'the subject of whoever made, closed or opened it last';

-- A track can be dismissed, or a step of it waived, before it has begun.
alter table onboarding_progress
  alter column started_at drop not null,
  add column own boolean not null default false,
  add column dismissed_at timestamptz,
  add column since_position bigint not null default 0,
  add column retired_steps integer not null default 0;
comment on column onboarding_progress.own is 'whether the version is one of the tenant''s own tracks';
comment on column onboarding_progress.since_position is
  'of the first event that was looked at: earlier ones are not, when the log is read again';
comment on column onboarding_progress.retired_steps is
  'how many steps of the version were retired when the track was judged last';

-- What counted, and nothing else: a row that counts no longer is deleted.
alter table onboarding_evidence
  add column kind text not null default 'MATCH' check (kind in
    ('MATCH', 'STARTED', 'SKIPPED', 'WAIVED', 'DISMISSED', 'UNDISMISSED')),
  add column skill text,
  add column branch text;
comment on column onboarding_evidence.branch is
  'that the step takes if this event completes it';

alter table onboarding_step_completion
  drop constraint onboarding_step_completion_status_check,
  add constraint onboarding_step_completion_status_check
    check (status in ('AVAILABLE', 'COMPLETED', 'SKIPPED', 'BLOCKED'));
