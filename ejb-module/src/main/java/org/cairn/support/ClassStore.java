package org.cairn.support;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.access.VisibleScope;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/** Reads a class: its school's calendar, and how each of its learners stands. */
@Singleton
class ClassStore {

  private static final SqlText CALENDAR =
      SqlText.of(
          """
          select coalesce(c.zone, 'UTC') as zone, array_to_string(c.days, ',') as closed,
            (select min(y.start_date) from school_term y where y.tenant_id = :tenant
              and y.school_year = (select t.school_year from school_term t
                where t.tenant_id = :tenant
                  and t.start_date <= (:now::timestamptz at time zone coalesce(c.zone, 'UTC'))::date
                order by t.end_date >= (:now::timestamptz
                  at time zone coalesce(c.zone, 'UTC'))::date desc, t.school_year desc limit 1)
            ) as year_start
          from class_calendar c
          where c.tenant_id = :tenant and c.class_id = :class
          """);

  /** A day of activity is told by verified events, by progress sync, or by all others. */
  private static final String LEARNERS =
      """
      select learner.id, learner.given_name, learner.family_name, learner.grade,
        journey.journey_id, journey.career, journey.started_at, journey.completed_at,
        coalesce(done.lessons, 0) as lessons, coalesce(done.containers, 0) as containers,
        coalesce(done.score, 0.00) as score, tracks.started as tracks_started,
        tracks.done as tracks_done,
        (select max(d.synced_at) from device_synced d
          where d.tenant_id = :tenant and d.learner_id = learner.id) as synced_at,
        greatest(
          (select a.day from active_day a where a.tenant_id = :tenant
            and a.learner_id = learner.id order by a.day desc limit 1),
          (select (r.latest_at at time zone :zone)::date from progress_reached r
            where r.tenant_id = :tenant and r.learner_id = learner.id),
          (select (e.active_at at time zone :zone)::date from learner_presence e
            where e.tenant_id = :tenant and e.learner_id = learner.id)) as active_on,
        (select min(m.since) from class_member m where m.tenant_id = :tenant
          and m.learner_id = learner.id and m.class_id = :class) as joined_on,
        case when standing.streak_until > :now then standing.streak else 0 end as streak,
        greatest(coalesce(standing.xp, 0), 0) as xp,
        (select count(*) from remediation_item i where i.tenant_id = :tenant
          and i.learner_id = learner.id and i.status in ('pending', 'in_progress')) as open_items
      from (
        select p.id, coalesce(p.preferred_given_name, p.given_name) as given_name,
          p.family_name, p.grade
        from person p where p.tenant_id = :tenant and p.id in (SCOPE)
      ) learner
      left join lateral (
        select j.journey_id, j.career, j.started_at, j.completed_at from journey_begun j
        where j.tenant_id = :tenant and j.learner_id = learner.id
        order by j.started_at desc, j.journey_id desc limit 1
      ) journey on true
      left join lateral (
        select sum(part.lessons) as lessons, count(*) filter (where part.lessons = 4) as containers,
          round(avg(part.mean), 2) as score
        from (
          select count(*) as lessons, avg(l.score) as mean from lesson_done l
          where l.tenant_id = :tenant and l.learner_id = learner.id
            and l.journey_id = journey.journey_id
          group by l.container
        ) part
      ) done on true
      cross join lateral (
        select count(w.started_at) as started, count(w.completed_at) as done from track_walked w
        where w.tenant_id = :tenant and w.learner_id = learner.id
      ) tracks
      left join learner_score standing on standing.tenant_id = :tenant
        and standing.learner_id = learner.id
      """;

  private final TenantSql sql;

  @Inject
  ClassStore(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * When a class's school meets.
   *
   * @param today the school's
   * @param yearStart the first day of the school year; {@code null} where the roster has none
   */
  record Days(SchoolCalendar calendar, LocalDate today, @Nullable LocalDate yearStart) {}

  /**
   * A learner, whose needs are still to be told.
   *
   * @param joinedOn the class; {@code null} where the roster does not tell
   */
  record Member(
      ClassLearnerView view, String givenName, String familyName, @Nullable LocalDate joinedOn) {}

  Days days(VisibleScope scope, UUID classId, Instant now) {
    return sql.with(CALENDAR)
        .set("class", classId)
        .set("now", now)
        .first(
            row -> {
              SchoolCalendar calendar = calendar(row.getString("zone"), row.getString("closed"));
              return new Days(
                  calendar, calendar.dayOf(now), row.getObject("year_start", LocalDate.class));
            })
        .orElseGet(
            () -> {
              SchoolCalendar plain = new SchoolCalendar(ZoneOffset.UTC, Set.of());
              return new Days(plain, plain.dayOf(now), null);
            });
  }

  List<Member> members(VisibleScope scope, UUID classId, Days days, Instant now) {
    return scope
        .bind(sql.with(scope.in(LEARNERS)))
        .set("class", classId)
        .set("zone", days.calendar().zone().getId())
        .set("now", now)
        .list(ClassStore::member);
  }

  private static Member member(ResultSet row) throws SQLException {
    String given = row.getString("given_name");
    String family = row.getString("family_name");
    ClassLearnerView view =
        new ClassLearnerView(
            SqlCall.uuid(row, "id"),
            given + " " + family,
            row.getString("grade"),
            journey(row),
            row.getInt("tracks_started"),
            row.getInt("tracks_done"),
            SqlCall.instantOrNull(row, "synced_at"),
            row.getObject("active_on", LocalDate.class),
            row.getLong("streak"),
            row.getLong("xp"),
            row.getInt("open_items"),
            List.of());
    return new Member(view, given, family, row.getObject("joined_on", LocalDate.class));
  }

  private static ClassLearnerView.@Nullable Journey journey(ResultSet row) throws SQLException {
    UUID id = row.getObject("journey_id", UUID.class);
    return id == null
        ? null
        : new ClassLearnerView.Journey(
            id,
            row.getString("career"),
            row.getInt("lessons"),
            row.getInt("containers"),
            row.getBigDecimal("score"),
            SqlCall.instant(row, "started_at"),
            SqlCall.instantOrNull(row, "completed_at"));
  }

  private static SchoolCalendar calendar(String zone, @Nullable String closed) {
    Set<LocalDate> days =
        closed == null || closed.isEmpty()
            ? Set.of()
            : Stream.of(closed.split(",", -1)).map(LocalDate::parse).collect(Collectors.toSet());
    return new SchoolCalendar(ZoneId.of(zone), days);
  }
}
