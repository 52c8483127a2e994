create table game_profile (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  lifetime_xp bigint not null check (lifetime_xp >= 0),
  balance bigint not null check (balance >= 0),
  transactions bigint not null,
  last_active_at timestamptz not null,
  primary key (tenant_id, learner_id),
  foreign key (tenant_id, learner_id) references roster_user
) with (fillfactor = 70);
call isolate('game_profile', 'learner_id');
comment on column game_profile.transactions is 'how many ledger rows the learner has';

-- The ledger. What a row was paid for is its source; a correction of it has the next revision.
create table xp_transaction (
  tenant_id text collate "C" not null,
  id uuid not null,
  learner_id uuid not null,
  number bigint not null,
  source text collate "C" not null,
  revision integer not null,
  type text not null check (type in ('EARNED', 'SPENT', 'CORRECTION')),
  category text not null check (category in ('LEARNING', 'HINT', 'ACHIEVEMENT', 'STREAK', 'BONUS')),
  reason text not null,
  amount integer not null,
  balance_after bigint not null,
  verified boolean not null,
  rule_version text not null,
  event_id text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, learner_id, source, revision),
  unique (tenant_id, learner_id, number)
);
call isolate('xp_transaction', 'learner_id');
revoke update, delete on xp_transaction from cairn_app;
