-- Append-only: entries are never changed, not even to be sealed. A read or a refusal that happens
-- again within its hour or minute has the id of the first, and so makes no second row. No foreign
-- keys: what an entry tells of may go, the entry stays. xact lets the sealing take only what no
-- running transaction can still precede.
create table audit_entry (
  tenant_id text collate "C" not null,
  id uuid not null,
  at timestamptz not null,
  actor text collate "C" not null,
  roles text[] not null,
  action text collate "C" not null check (action ~ '^[A-Z_]{3,40}$'),
  operation text collate "C" not null,
  target_kind text collate "C" not null,
  target_id text collate "C" not null,
  learner_id uuid,
  outcome text collate "C" not null check (outcome in ('ALLOWED', 'REFUSED', 'FAILED')),
  problem text collate "C",
  request_id text collate "C",
  address text collate "C",
  detail jsonb not null,
  xact xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, id)
);
call isolate('audit_entry');
-- A learner's own call may be written down; what is written down is not for learners to read.
create policy staff on audit_entry as restrictive for select
  using ((select current_learner()) is null);
revoke update, delete on audit_entry from cairn_app;
create index audit_entry_time on audit_entry (tenant_id, at, id);
create index audit_entry_actor on audit_entry (tenant_id, actor, at, id);
create index audit_entry_learner on audit_entry (tenant_id, learner_id, at, id)
  where learner_id is not null;
create index audit_entry_unsealed on audit_entry (tenant_id, xact, id);
comment on column audit_entry.operation is 'the operation in the interface, or the job';
comment on column audit_entry.detail is 'Never holds a name or free text of a person';

-- The chain, append-only: an entry's place in it, and the hashes that hold it there.
create table audit_seal (
  tenant_id text collate "C" not null,
  number bigint not null check (number > 0),
  entry_id uuid not null,
  entry_xact xid8 not null,
  content text collate "C" not null check (length(content) = 64),
  hash text collate "C" not null check (length(hash) = 64),
  sealed_at timestamptz not null,
  primary key (tenant_id, number),
  unique (tenant_id, entry_id)
);
call isolate('audit_seal');
revoke update, delete on audit_seal from cairn_app;
comment on column audit_seal.content is 'SHA-256 of the entry in its canonical form';
comment on column audit_seal.hash is 'SHA-256 of the hash before, the number, the content and the time';

-- How far a verification is, and what it found.
create table audit_verification (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  state text not null check (state in ('RUNNING', 'INTACT', 'DIFFERENT', 'BROKEN_OFF')),
  asked_by text not null,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  seals bigint,
  position bigint not null default 0,
  anchor_offset bigint not null default 0,
  anchors bigint not null default 0,
  findings bigint not null default 0,
  primary key (tenant_id, id)
);
call isolate('audit_verification');
create unique index audit_verification_running on audit_verification (tenant_id)
  where state = 'RUNNING';

create table audit_finding (
  tenant_id text collate "C" not null references tenant,
  verification_id uuid not null,
  number bigint not null,
  kind text not null,
  seal_number bigint,
  entry_id uuid,
  detail text not null,
  primary key (tenant_id, verification_id, number),
  foreign key (tenant_id, verification_id) references audit_verification
);
call isolate('audit_finding');
revoke update, delete on audit_finding from cairn_app;
