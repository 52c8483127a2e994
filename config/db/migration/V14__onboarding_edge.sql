-- What the roster publishes of classes: who attends one and who teaches it, on the school's today.
create view class_today with (security_invoker = true) as
  select class.tenant_id, class.id,
    (now() at time zone coalesce(school.time_zone, district.time_zone, 'UTC'))::date as day
  from class
  join org school on school.tenant_id = class.tenant_id and school.id = class.school_id
  left join org district
    on district.tenant_id = school.tenant_id and district.id = school.parent_id
  where class.status = 'active';

create view attends with (security_invoker = true) as
  select student.tenant_id, student.class_id, student.user_id as learner_id
  from enrollment student
  join class_today today on today.tenant_id = student.tenant_id and today.id = student.class_id
  where student.role = 'student' and student.status = 'active'
    and today.day between coalesce(student.begin_date, '-infinity')
      and coalesce(student.end_date, 'infinity');

create view leads with (security_invoker = true) as
  select teacher.tenant_id, teacher.class_id, teacher.user_id as viewer_id
  from enrollment teacher
  join class_today today on today.tenant_id = teacher.tenant_id and today.id = teacher.class_id
  where teacher.role = 'teacher' and teacher.status = 'active'
    and today.day between coalesce(teacher.begin_date, '-infinity')
      and coalesce(teacher.end_date, 'infinity');

-- Who is to walk which track by when: a grade, a class, or one person, who is in learner_id.
create table onboarding_assignment (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  level text not null check (level in ('DISTRICT', 'CLASS')),
  track_key text collate "C" not null,
  class_id uuid,
  grade text collate "C",
  learner_id uuid,
  due_at timestamptz not null,
  assigned_at timestamptz not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, track_key, level, class_id, grade, learner_id),
  check (case level
    when 'CLASS' then class_id is not null and grade is null
    else num_nonnulls(class_id, grade, learner_id) = 1 end),
  foreign key (tenant_id, class_id) references class,
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('onboarding_assignment');
-- Beside what is assigned to many, a learner sees what is assigned to itself.
create policy learner on onboarding_assignment as restrictive using (
  (select current_learner()) is null or learner_id is null
  or learner_id = (select current_learner()));
create index onboarding_assignment_of_class on onboarding_assignment (tenant_id, class_id);
create index onboarding_assignment_of_learner on onboarding_assignment (tenant_id, learner_id);
comment on column onboarding_assignment.level is
  'CLASS: by a teacher, for the class or one who attends it, as long as it is so';

-- The coach's tips, so that it stays within its measure. Append-only; number counts a day's.
create table onboarding_tip (
  tenant_id text collate "C" not null,
  learner_id uuid not null,
  day date not null,
  number integer not null check (number > 0),
  given_at timestamptz not null,
  track_key text collate "C" not null,
  step_key text collate "C" not null,
  primary key (tenant_id, learner_id, day, number),
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('onboarding_tip', 'learner_id');
revoke update, delete on onboarding_tip from cairn_app;
comment on column onboarding_tip.day is 'the school''s';
