-- The learner's lock and counter of positions. Nothing references it, so that locking it blocks
-- nobody's foreign key check; the free space keeps its updates on the page and out of the index.
create table learner_log (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  last_position bigint not null,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user
) with (fillfactor = 50);
call isolate('learner_log', 'learner_id');

-- Append-only. No foreign key: every row is written under the lock of its learner_log row, which
-- has one, and a second check for each event would cost the hot path for nothing.
-- xact lets a feed across learners read only what no running transaction can still precede.
create table learning_event (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  position bigint not null,
  event_id text collate "C" not null,
  name text collate "C" not null,
  version integer,
  source_module text,
  project_id text,
  client_id text,
  payload jsonb,
  occurred_at timestamptz not null,
  effective_at timestamptz not null,
  recorded_at timestamptz not null,
  trust text not null check (trust in ('CLIENT', 'SYSTEM', 'SERVER')),
  xact xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, learner_id, position),
  unique (tenant_id, learner_id, event_id)
);
call isolate('learning_event', 'learner_id');
revoke update, delete on learning_event from cairn_app;
comment on column learning_event.effective_at is
  'occurred_at, or recorded_at where a clock ran more than five minutes ahead';
