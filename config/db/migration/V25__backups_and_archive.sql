-- A backup of game profiles that is being written. The backup itself is what its manifest in the
-- object storage tells; these rows are the work on it, and forgotten when the next one is sealed.
create table profile_backup (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  rule_version text not null,
  cut_at timestamptz not null,
  primary key (tenant_id, id)
);
call isolate('profile_backup');
comment on column profile_backup.id is 'the job run that writes it';

-- Its parts, cut when it begins: learners behind one and up to another, each an object.
create table profile_backup_part (
  tenant_id text collate "C" not null,
  backup_id uuid not null,
  number integer not null check (number >= 0),
  after uuid,
  until uuid,
  profiles bigint not null default 0,
  ledger_rows bigint not null default 0,
  size bigint not null default 0,
  sha256 text collate "C",
  primary key (tenant_id, backup_id, number),
  foreign key (tenant_id, backup_id) references profile_backup on delete cascade
);
call isolate('profile_backup_part');
comment on column profile_backup_part.sha256 is 'null while it is not written';

-- What became of restores of backups.
create table profile_restore (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  backup_id uuid not null,
  dry_run boolean not null,
  state text not null
    check (state in ('VERIFYING', 'RESTORING', 'COMPLETED', 'REFUSED', 'FAILED')),
  damaged_part integer,
  restored bigint not null default 0,
  whole bigint not null default 0,
  kept bigint not null default 0,
  absent bigint not null default 0,
  ledger_rows bigint not null default 0,
  differing bigint not null default 0,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index profile_restore_of_backup on profile_restore (tenant_id, backup_id, id desc);
call isolate('profile_restore');
comment on column profile_restore.id is 'the job run that restores';

-- Journeys of long ago are kept as objects. What stays is a stub: the journey, and its lessons with
-- their numbers, which skills and achievements are counted by; questions and answers are gone.
alter table journey
  add column archived_at timestamptz,
  add column archive_id uuid,
  add column archive_sha256 text collate "C",
  add check ((archived_at is null) = (archive_id is null)),
  add check ((archived_at is null) = (archive_sha256 is null));
create index journey_unarchived on journey (tenant_id, learner_id, school_year, started_at)
  where archived_at is null;
comment on column journey.archive_id is
  'of the object that has it with others of its school year: {learner}/{archive_id}/journeys.zst';

alter table container_session
  drop constraint container_session_check,
  drop constraint container_session_question_ids_check,
  add column asked integer,
  add check (asked is null or cardinality(question_ids) = 0),
  add check (coalesce(asked, cardinality(question_ids)) >= 5),
  add check (correct <= attempted and attempted <= answered
    and answered <= coalesce(asked, cardinality(question_ids)));
comment on column container_session.asked is
  'how many questions it asked; null while they stand in question_ids';

-- Answers are only added, and leave with their journey.
grant delete on question_attempt to cairn_app;
create policy archived on question_attempt as restrictive for delete using (
  exists (
    select from journey j
    where j.tenant_id = question_attempt.tenant_id and j.learner_id = question_attempt.learner_id
      and j.id = question_attempt.journey_id and j.archived_at is not null));
