-- What guardians are mailed once a week.

-- Published by gamification: what was earned, by the school day that it counts for.
create view xp_gained with (security_invoker = true) as
  select tenant_id, learner_id, day, occurred_at, amount from xp_earning
  where kind <> 'CORRECTION';

-- Published by achievements: what was unlocked when.
create view achievement_gained with (security_invoker = true) as
  select tenant_id, learner_id, achievement, unlocked_at from achievement_unlocked;

create table digest_settings (
  tenant_id text collate "C" not null references tenant,
  revision integer not null,
  enabled boolean not null,
  weekday integer not null check (weekday between 1 and 7),
  hour integer not null check (hour between 0 and 23),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
call isolate('digest_settings');
comment on column digest_settings.weekday is '1 is Monday';
comment on column digest_settings.hour is 'by the district''s clock';

create table digest_preference (
  tenant_id text collate "C" not null references tenant,
  guardian_id uuid not null,
  wanted boolean not null,
  language text collate "C" not null,
  changed_at timestamptz not null,
  primary key (tenant_id, guardian_id),
  foreign key (tenant_id, guardian_id) references roster_user
);
call isolate('digest_preference');

-- A week whose digests were planned; who gets one is settled then.
create table digest_week (
  tenant_id text collate "C" not null references tenant,
  week date not null,
  told_from timestamptz not null,
  told_until timestamptz not null,
  planned_at timestamptz not null,
  primary key (tenant_id, week)
);
call isolate('digest_week');
comment on column digest_week.week is 'its Monday';

-- At most one mail for a guardian and a week: who has claimed a row may send it, and nobody claims
-- it twice, whatever became of the first one.
create table guardian_digest (
  tenant_id text collate "C" not null,
  week date not null,
  guardian_id uuid not null,
  state text collate "C" not null check (state in
    ('planned', 'claimed', 'sent', 'refused', 'unclear', 'missed', 'no_address', 'nothing')),
  tries integer not null default 0,
  answer text collate "C",
  changed_at timestamptz not null,
  primary key (tenant_id, week, guardian_id),
  foreign key (tenant_id, week) references digest_week on delete cascade,
  foreign key (tenant_id, guardian_id) references roster_user
) with (fillfactor = 70);
call isolate('guardian_digest');
comment on column guardian_digest.state is
  'unclear: its server died, or the line broke, between the sending and the word of it; it may have
  been sent, and is not sent again. missed: the week was over before';
comment on column guardian_digest.answer is 'the mail server''s last code; never its text';
