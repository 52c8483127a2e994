-- The tables of JBeret 3.1 (the server's Jakarta Batch), as its own DDL for PostgreSQL makes them.
-- They exist before the server starts, so that its role needs no right to create anything.
create schema batch;

create table batch.job_instance (
  jobinstanceid bigserial not null primary key,
  version integer,
  jobname varchar(512),
  applicationname varchar(512)
);

create table batch.job_execution (
  jobexecutionid bigserial not null primary key,
  jobinstanceid bigint not null,
  version integer,
  createtime timestamptz,
  starttime timestamptz,
  endtime timestamptz,
  lastupdatedtime timestamptz,
  batchstatus varchar(30),
  exitstatus varchar(512),
  jobparameters varchar(3000),
  restartposition varchar(255),
  constraint fk_job_execution_job_instance foreign key (jobinstanceid)
    references batch.job_instance (jobinstanceid) on delete cascade
);
create index on batch.job_execution (jobinstanceid);

create table batch.step_execution (
  stepexecutionid bigserial not null primary key,
  jobexecutionid bigint not null,
  version integer,
  stepname varchar(255),
  starttime timestamptz,
  endtime timestamptz,
  batchstatus varchar(30),
  exitstatus varchar(512),
  executionexception varchar(2048),
  persistentuserdata bytea,
  readcount integer,
  writecount integer,
  commitcount integer,
  rollbackcount integer,
  readskipcount integer,
  processskipcount integer,
  filtercount integer,
  writeskipcount integer,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  constraint fk_step_exe_job_exe foreign key (jobexecutionid)
    references batch.job_execution (jobexecutionid) on delete cascade
);
create index on batch.step_execution (jobexecutionid);

create table batch.partition_execution (
  partitionexecutionid integer not null,
  stepexecutionid bigint not null,
  version integer,
  batchstatus varchar(30),
  exitstatus varchar(512),
  executionexception varchar(2048),
  persistentuserdata bytea,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  primary key (partitionexecutionid, stepexecutionid),
  constraint fk_partition_exe_step_exe foreign key (stepexecutionid)
    references batch.step_execution (stepexecutionid) on delete cascade
);
create index on batch.partition_execution (stepexecutionid);

grant usage on schema batch to cairn_app;
grant select, insert, update, delete on all tables in schema batch to cairn_app;
grant usage on all sequences in schema batch to cairn_app;
