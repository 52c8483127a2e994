-- Versions of the rules that a replay has had judge the past again. The latest one that covers a
-- time says by which version what took effect then is judged, also what is recorded later.
create table rule_replayed (
  tenant_id text collate "C" not null references tenant,
  replay_id uuid not null,
  owner_id text collate "C" not null references tenant,
  version integer not null,
  before timestamptz not null,
  applied_at timestamptz not null,
  primary key (tenant_id, replay_id),
  check (owner_id in (tenant_id, 'shared'))
);
call isolate('rule_replayed');
revoke update, delete on rule_replayed from cairn_app;

-- A replay of a version: first a dry run, which may be applied then.
create table rule_replay (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  rule_version text not null,
  state text not null check (state in ('COMPUTING', 'READY', 'APPLYING', 'APPLIED', 'FAILED')),
  before timestamptz not null,
  learners bigint not null default 0,
  judged bigint not null default 0,
  changed bigint not null default 0,
  xp_up bigint not null default 0,
  xp_down bigint not null default 0,
  applied bigint not null default 0,
  requested_by text not null,
  requested_at timestamptz not null,
  ready_at timestamptz,
  apply_requested_by text,
  apply_requested_at timestamptz,
  applied_at timestamptz,
  primary key (tenant_id, id)
);
call isolate('rule_replay');
comment on column rule_replay.before is 'what took effect before this is judged by the version';

-- What a dry run has found for a learner: one row, since a replay may change hundreds of sources.
create table rule_replay_difference (
  tenant_id text collate "C" not null,
  replay_id uuid not null,
  learner_id uuid not null,
  cut bigint not null,
  lifetime_before bigint not null,
  lifetime_after bigint not null,
  balance_before bigint not null,
  balance_after bigint not null check (balance_after >= 0),
  waived bigint not null,
  changed_rows integer not null,
  changes jsonb not null,
  applied_at timestamptz,
  primary key (tenant_id, replay_id, learner_id),
  foreign key (tenant_id, replay_id) references rule_replay,
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('rule_replay_difference', 'learner_id');
comment on column rule_replay_difference.cut is
  'the position in the learner''s log up to which its events were counted';
comment on column rule_replay_difference.changes is 'by how much the XP of each source changes';
