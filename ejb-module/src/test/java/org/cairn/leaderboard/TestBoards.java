package org.cairn.leaderboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.achievement.AchievementsUnlocked;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.events.Consequences;
import org.cairn.gamification.TestLevels;
import org.cairn.gamification.XpSettled;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.journey.JourneyStarted;
import org.cairn.leaderboard.BoardReading.Shown;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.jspecify.annotations.Nullable;

/** A district with learners and boards, on the real database. */
final class TestBoards {

  static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-03-18");
  static final LocalDate TERM = LocalDate.parse("2026-01-12");
  static final LocalDate WEEK = LocalDate.parse("2026-03-16");

  private static final SqlText SCHOOL =
      SqlText.of(
          """
          insert into org (tenant_id, id, sourced_id, status, name, type, time_zone)
          values (:tenant, :id, :id::text, 'active', 'A place', 'school', 'America/Chicago')
          """);
  private static final SqlText ATTEND =
      SqlText.of(
          """
          update roster_user set primary_org_id = :school, grade = :grade, changed_in = :import
          where tenant_id = :tenant and id = :id
          """);
  private static final SqlText SESSION =
      SqlText.of(
          """
          insert into academic_session (tenant_id, id, sourced_id, status, title, type, start_date,
            end_date, school_year)
          values (:tenant, :id, :id::text, 'active', 'A term', :type, :from, :until, 2026)
          """);
  private static final SqlText COURSE =
      SqlText.of(
          """
          insert into course (tenant_id, id, sourced_id, status, title, grades, subjects, org_id)
          values (:tenant, :id, :id::text, 'active', 'A course', '{}', '{}', :school)
          """);
  private static final SqlText CLASS =
      SqlText.of(
          """
          insert into class (tenant_id, id, sourced_id, status, title, class_type, grades, subjects,
            course_id, school_id)
          values (:tenant, :id, :id::text, 'active', 'A class', 'scheduled', '{}', '{}', :course,
            :school)
          """);
  private static final SqlText ENROLL =
      SqlText.of(
          """
          insert into enrollment (tenant_id, id, sourced_id, status, class_id, user_id, role,
            is_primary)
          values (:tenant, :id, :id::text, 'active', :class, :learner, 'student', false)
          """);

  final String tenant = TestDatabase.newTenant();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  TestBoards() {
    session("schoolYear", "2025-08-01", "2026-07-31");
    session("term", TERM.toString(), "2026-05-29");
  }

  void nowIs(String time) {
    clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }

  void session(String type, String from, String until) {
    inTenant(
        sql ->
            sql.with(SESSION)
                .set("id", Ids.next())
                .set("type", type)
                .set("from", LocalDate.parse(from))
                .set("until", LocalDate.parse(until))
                .update());
  }

  UUID school() {
    UUID id = Ids.next();
    inTenant(sql -> sql.with(SCHOOL).set("id", id).update());
    return id;
  }

  UUID classOf(UUID school, List<UUID> learners) {
    UUID course = Ids.next();
    UUID id = Ids.next();
    inTenant(sql -> sql.with(COURSE).set("id", course).set("school", school).update());
    inTenant(
        sql -> sql.with(CLASS).set("id", id).set("course", course).set("school", school).update());
    for (UUID learner : learners) {
      inTenant(
          sql ->
              sql.with(ENROLL)
                  .set("id", Ids.next())
                  .set("class", id)
                  .set("learner", learner)
                  .update());
    }
    return id;
  }

  UUID learner(@Nullable UUID school, @Nullable String grade) {
    UUID id = TestPeople.learner(tenant);
    place(id, school, grade, null);
    return id;
  }

  /** As an import leaves it. */
  void place(UUID learner, @Nullable UUID school, @Nullable String grade, @Nullable UUID by) {
    inTenant(
        sql ->
            sql.with(ATTEND)
                .set("id", learner)
                .set("school", school)
                .set("grade", grade)
                .set("import", by)
                .update());
  }

  /** The learner has this much now, and this was earned on those days. */
  void settle(UUID learner, long xp, Map<LocalDate, Long> earned, @Nullable StreakStood streak) {
    inTenant(
        sql -> {
          wired(BoardKeeping.class, sql)
              .on(
                  new XpSettled(
                      Permissions.acting(learner),
                      List.of(),
                      xp,
                      earned,
                      streak,
                      xp,
                      new Trigger("event", NOW, new Consequences())));
          return null;
        });
  }

  /** The learner has so many achievements now. */
  void achieve(UUID learner, long total) {
    inTenant(
        sql -> {
          wired(AchievementFollowing.class, sql)
              .on(new AchievementsUnlocked(Permissions.acting(learner), List.of("first"), total));
          return null;
        });
  }

  void has(UUID learner, long xp) {
    settle(learner, xp, Map.of(TODAY, xp), null);
  }

  void begins(UUID learner, String career, Instant at) {
    inTenant(
        sql -> {
          wired(CareerFollowing.class, sql)
              .on(new JourneyStarted(Permissions.acting(learner), career, "spark", at));
          return null;
        });
  }

  void optsOut(UUID learner) {
    inTenant(
        sql -> {
          wired(OptOutStore.class, sql).put(Permissions.self(learner, "04"), NOW);
          wired(ListingStore.class, sql).follow(Permissions.self(learner, "04"));
          return null;
        });
  }

  void optsIn(UUID learner) {
    inTenant(
        sql -> {
          wired(OptOutStore.class, sql).remove(Permissions.self(learner, "04"));
          wired(ListingStore.class, sql).follow(Permissions.self(learner, "04"));
          return null;
        });
  }

  /** The nightly job. */
  int upkeep() {
    return inTenant(
        sql -> {
          LeaderboardUpkeep upkeep = wired(LeaderboardUpkeep.class, sql);
          upkeep.align();
          List<UUID> page = upkeep.page(null, 10_000);
          upkeep.remember(page);
          return page.size();
        });
  }

  VisibleGroup district(@Nullable UUID self) {
    return Permissions.group(Kind.DISTRICT, null, null, self);
  }

  Shown read(VisibleGroup group, Score score, int limit, int neighbors) {
    return inTenant(sql -> read(sql, group, score, limit, neighbors));
  }

  Shown read(TenantSql sql, VisibleGroup group, Score score, int limit, int neighbors) {
    return wired(BoardReading.class, sql)
        .read(group, board(sql, group, score), TestLevels.shipped(), limit, neighbors);
  }

  Board board(TenantSql sql, VisibleGroup group, Score score) {
    Surroundings around = wired(SurroundingsStore.class, sql).read(group, clock.instant());
    return new Board(score, null, clock.instant(), around.term(), Board.mondayOf(around.today()));
  }

  <T> T inTenant(Function<TenantSql, T> work) {
    return TestDatabase.inTenant(tenant, work);
  }

  <T> T wired(Class<T> type, TenantSql sql) {
    return Wired.of(type, sql, clock);
  }
}
