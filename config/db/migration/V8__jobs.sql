-- The runs of jobs, beside the batch repository's own tables: by tenant, in the words of Cairn, and
-- changed in the transaction of each chunk.

-- The servers that are alive; rows of the reserved tenant only.
create table job_node (
  tenant_id text collate "C" not null references tenant,
  node text collate "C" not null,
  seen_at timestamptz not null,
  primary key (tenant_id, node)
);
call isolate('job_node');

-- Until when each job was planned. Who moves the time on makes the run: one server of all.
create table job_plan (
  tenant_id text collate "C" not null references tenant,
  job text collate "C" not null,
  key text collate "C" not null,
  planned_until timestamptz not null,
  primary key (tenant_id, job, key)
);
call isolate('job_plan');

create table job_run (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  job text collate "C" not null,
  key text collate "C" not null,
  state text collate "C" not null check (state in ('STARTING', 'RUNNING', 'STOPPING', 'INTERRUPTED',
    'STOPPED', 'COMPLETED', 'FAILED', 'ABANDONED')),
  cause text not null check (cause in ('SCHEDULE', 'CATCH_UP', 'REQUEST')),
  parameter_names text[] not null,
  parameter_values text[] not null,
  planned_for timestamptz,
  promised_for timestamptz,
  promise_missed boolean not null default false,
  request_key text collate "C",
  requested_by text,
  node text collate "C" not null,
  attempt integer not null,
  deaths integer not null default 0,
  execution_id bigint,
  done bigint not null default 0,
  total bigint,
  requested_at timestamptz not null,
  started_at timestamptz,
  touched_at timestamptz not null,
  ended_at timestamptz,
  detail text,
  primary key (tenant_id, id)
);
call isolate('job_run');
-- A planned time is run once, an asked run is made once, and a job is open once for each key.
create unique index job_run_planned on job_run (tenant_id, job, key, planned_for)
  where planned_for is not null;
create unique index job_run_requested on job_run (tenant_id, job, request_key)
  where request_key is not null;
create unique index job_run_open on job_run (tenant_id, job, key)
  where state in ('STARTING', 'RUNNING', 'STOPPING', 'INTERRUPTED');
create index job_run_of_job on job_run (tenant_id, job, id);
comment on column job_run.id is 'newer runs have greater ids';
comment on column job_run.node is 'the server that works, or worked last, on it';
comment on column job_run.attempt is 'how often it was begun; only the latest may write';
comment on column job_run.deaths is 'how many servers died while they worked on it';
comment on column job_run.execution_id is 'of the attempt, in the batch repository';

create table job_step (
  tenant_id text collate "C" not null,
  run_id uuid not null,
  number integer not null,
  name text not null,
  state text not null check (state in ('RUNNING', 'STOPPED', 'COMPLETED', 'FAILED')),
  read bigint not null default 0,
  written bigint not null default 0,
  filtered bigint not null default 0,
  skipped bigint not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, run_id, number),
  unique (tenant_id, run_id, name),
  foreign key (tenant_id, run_id) references job_run on delete cascade
);
call isolate('job_step');

create table job_skip (
  tenant_id text collate "C" not null,
  run_id uuid not null,
  number bigint not null,
  step text not null,
  record text not null,
  reason text not null,
  skipped_at timestamptz not null,
  primary key (tenant_id, run_id, number),
  foreign key (tenant_id, run_id) references job_run on delete cascade
);
call isolate('job_skip');
comment on column job_skip.record is 'the key of the record, and nothing else of it';

-- What jobs did is technical: the reserved tenant, where operators work, sees and stops the runs of
-- all districts. It holds no personal data.
create policy operation on job_run using ((select current_tenant()) = 'shared');
create policy operation on job_step for select using ((select current_tenant()) = 'shared');
create policy operation on job_skip for select using ((select current_tenant()) = 'shared');

-- In what a profile differed from its ledger, as the nightly reconciliation saw it.
create table ledger_finding (
  tenant_id text collate "C" not null references tenant,
  learner_id uuid not null,
  code text collate "C" not null,
  profile bigint not null,
  ledger bigint not null,
  found_at timestamptz not null,
  seen_in uuid not null,
  gone_at timestamptz,
  primary key (tenant_id, learner_id, code)
);
call isolate('ledger_finding', 'learner_id');
comment on column ledger_finding.seen_in is 'the last run that saw it';
comment on column ledger_finding.gone_at is 'when a run did not see it any more';
