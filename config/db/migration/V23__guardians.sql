-- Links of guardians and children that people make and end, beside those of the roster.

alter table guardianship add column ended_by text;
comment on column guardianship.ended_by is
  'who ended it by hand: the roster does not bring it back, a new code does';

create table guardian_restriction (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  guardian_id uuid not null,
  learner_id uuid not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  starts_at timestamptz not null,
  ends_at timestamptz,
  reason text not null,
  made_by text not null,
  made_at timestamptz not null,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, guardian_id, learner_id) references guardianship
);
call isolate('guardian_restriction', 'learner_id');
create index guardian_restriction_of_link
  on guardian_restriction (tenant_id, guardian_id, learner_id);
comment on column guardian_restriction.starts_at is
  'the beginning of its first day at the learner''s school';

-- Whom a guardian may see: by a live link only, and not while a restriction holds.
create or replace view guards with (security_invoker = true) as
  select link.tenant_id, link.guardian_id as viewer_id, link.learner_id
  from guardianship link
  where link.status = 'live' and not exists (
    select from guardian_restriction held
    where held.tenant_id = link.tenant_id and held.guardian_id = link.guardian_id
      and held.learner_id = link.learner_id and held.lifted_at is null
      and now() >= held.starts_at and now() < coalesce(held.ends_at, 'infinity'));

create table pairing_code (
  tenant_id text collate "C" not null references tenant,
  code_hash text collate "C" not null,
  learner_id uuid not null,
  issued_by text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, learner_id) references roster_user,
  foreign key (tenant_id, used_by) references roster_user
);
call isolate('pairing_code', 'learner_id');
create index pairing_code_of_learner on pairing_code (tenant_id, learner_id, expires_at);

create table pairing_try (
  tenant_id text collate "C" not null references tenant,
  guardian_id uuid not null,
  wrong integer not null,
  wrong_at timestamptz,
  locked_until timestamptz,
  primary key (tenant_id, guardian_id),
  foreign key (tenant_id, guardian_id) references roster_user
);
call isolate('pairing_try');
