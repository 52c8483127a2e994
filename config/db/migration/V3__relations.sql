-- What the roster publishes to the other components, as views that keep row-level security.

create view person with (security_invoker = true) as
  select tenant_id, id, sourced_id, given_name, family_name, preferred_given_name, email, grade,
    primary_org_id
  from roster_user
  where status = 'active' and enabled;

-- Whom a guardian may see: by a live link only.
create view guards with (security_invoker = true) as
  select tenant_id, guardian_id as viewer_id, learner_id
  from guardianship
  where status = 'live';

-- Whom a teacher may see: students of a class in which both are enrolled on the school's today.
create view teaches with (security_invoker = true) as
  select teacher.tenant_id, teacher.user_id as viewer_id, student.user_id as learner_id,
    class.id as class_id
  from enrollment teacher
  join class on class.tenant_id = teacher.tenant_id and class.id = teacher.class_id
  join org school on school.tenant_id = class.tenant_id and school.id = class.school_id
  left join org district
    on district.tenant_id = school.tenant_id and district.id = school.parent_id
  cross join lateral (
    select (now() at time zone coalesce(school.time_zone, district.time_zone, 'UTC'))::date as day
  ) today
  join enrollment student
    on student.tenant_id = teacher.tenant_id and student.class_id = teacher.class_id
  where teacher.role = 'teacher' and teacher.status = 'active'
    and student.role = 'student' and student.status = 'active'
    and class.status = 'active'
    and today.day between coalesce(teacher.begin_date, '-infinity')
      and coalesce(teacher.end_date, 'infinity')
    and today.day between coalesce(student.begin_date, '-infinity')
      and coalesce(student.end_date, 'infinity');

-- Whom a school's administrator may see: who is a student there.
create view administers with (security_invoker = true) as
  select admin.tenant_id, admin.user_id as viewer_id, student.user_id as learner_id
  from user_role admin
  join user_role student
    on student.tenant_id = admin.tenant_id and student.org_id = admin.org_id
  where admin.role in ('principal', 'siteAdministrator') and admin.status = 'active'
    and student.role = 'student' and student.status = 'active';
