-- People and places in the words of OneRoster 1.2. Rows are never deleted by an import: status
-- 'inactive' stands for OneRoster's tobedeleted and for what a bulk file no longer mentions.
-- Only SQL writes these tables (the import and the calendar), never an entity. changed_in is the
-- import that last changed the row. Codes that OneRoster leaves open take 'ext:' values, too.

create table org (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  changed_in uuid,
  name text not null,
  type text not null
    check (type in ('department', 'school', 'district', 'local', 'state', 'national')
      or starts_with(type, 'ext:')),
  identifier text,
  parent_id uuid,
  time_zone text,
  primary key (tenant_id, id),
  unique (tenant_id, sourced_id),
  foreign key (tenant_id, parent_id) references org deferrable initially deferred
);
call isolate('org');
comment on column org.time_zone is 'IANA name; null: the parent''s';

-- Days on which a school, or every school below a district, does not meet.
create table non_school_day (
  tenant_id text collate "C" not null references tenant,
  org_id uuid not null,
  day date not null,
  reason text not null,
  primary key (tenant_id, org_id, day),
  foreign key (tenant_id, org_id) references org
);
call isolate('non_school_day');

create table academic_session (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  changed_in uuid,
  title text not null,
  type text not null
    check (type in ('gradingPeriod', 'semester', 'schoolYear', 'term') or starts_with(type, 'ext:')),
  start_date date not null,
  end_date date not null,
  parent_id uuid,
  school_year integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, sourced_id),
  check (start_date <= end_date),
  foreign key (tenant_id, parent_id) references academic_session deferrable initially deferred
);
call isolate('academic_session');

create table course (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  changed_in uuid,
  title text not null,
  course_code text,
  grades text[] not null,
  subjects text[] not null,
  org_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, sourced_id),
  foreign key (tenant_id, org_id) references org
);
call isolate('course');

create table class (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  changed_in uuid,
  title text not null,
  class_code text,
  class_type text not null
    check (class_type in ('homeroom', 'scheduled') or starts_with(class_type, 'ext:')),
  grades text[] not null,
  subjects text[] not null,
  course_id uuid not null,
  school_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, sourced_id),
  foreign key (tenant_id, course_id) references course,
  foreign key (tenant_id, school_id) references org
);
call isolate('class');

create table class_term (
  tenant_id text collate "C" not null references tenant,
  class_id uuid not null,
  term_id uuid not null,
  primary key (tenant_id, class_id, term_id),
  foreign key (tenant_id, class_id) references class,
  foreign key (tenant_id, term_id) references academic_session
);
call isolate('class_term');

create table roster_user (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  changed_in uuid,
  enabled boolean not null,
  given_name text not null,
  family_name text not null,
  middle_name text,
  preferred_given_name text,
  preferred_family_name text,
  email text,
  grade text,
  primary_org_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, sourced_id),
  foreign key (tenant_id, primary_org_id) references org
);
call isolate('roster_user');
create index roster_user_email on roster_user (tenant_id, lower(email));
comment on column roster_user.grade is 'CEDS code (PK, KG, 01 … 12); null for adults';

create table user_role (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  changed_in uuid,
  user_id uuid not null,
  org_id uuid not null,
  role text not null,
  role_type text not null check (role_type in ('primary', 'secondary')),
  begin_date date,
  end_date date,
  primary key (tenant_id, id),
  unique (tenant_id, sourced_id),
  foreign key (tenant_id, user_id) references roster_user,
  foreign key (tenant_id, org_id) references org
);
call isolate('user_role');
create index user_role_of_org on user_role (tenant_id, org_id, role, user_id);
create index user_role_of_user on user_role (tenant_id, user_id, role);

create table enrollment (
  tenant_id text collate "C" not null references tenant,
  id uuid not null,
  sourced_id text collate "C" not null,
  status text not null check (status in ('active', 'inactive')),
  changed_in uuid,
  class_id uuid not null,
  user_id uuid not null,
  role text not null
    check (role in ('administrator', 'proctor', 'student', 'teacher') or starts_with(role, 'ext:')),
  is_primary boolean not null,
  begin_date date,
  end_date date,
  primary key (tenant_id, id),
  unique (tenant_id, sourced_id),
  foreign key (tenant_id, class_id) references class,
  foreign key (tenant_id, user_id) references roster_user
);
call isolate('enrollment');
create index enrollment_of_user on enrollment (tenant_id, user_id, class_id);
create index enrollment_of_class on enrollment (tenant_id, class_id, user_id);

create table guardianship (
  tenant_id text collate "C" not null references tenant,
  guardian_id uuid not null,
  learner_id uuid not null,
  source text not null check (source in ('roster', 'pairing')),
  status text not null check (status in ('live', 'ended')),
  since timestamptz not null,
  ended_at timestamptz,
  changed_in uuid,
  primary key (tenant_id, guardian_id, learner_id),
  check (guardian_id <> learner_id),
  foreign key (tenant_id, guardian_id) references roster_user,
  foreign key (tenant_id, learner_id) references roster_user
);
call isolate('guardianship');
create index guardianship_of_learner on guardianship (tenant_id, learner_id, guardian_id);
