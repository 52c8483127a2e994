package org.cairn.achievement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.ActingLearner;
import org.cairn.access.Permissions;
import org.cairn.access.Trust;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.events.Consequence;
import org.cairn.events.Consequences;
import org.cairn.events.NewEvent;
import org.cairn.events.TestLog;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.GameBook.Terms;
import org.cairn.gamification.XpSettled;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.journey.Container;
import org.cairn.journey.JourneyAdvanced;
import org.cairn.journey.LessonStanding;
import org.cairn.leaderboard.FollowingBoards;
import org.cairn.shared.Heard;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.jspecify.annotations.Nullable;

/** One learner's feats, in the tables and as plain lists. */
final class TestFeats {

  static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  private static final int EXPECTED = 100;

  private static final SqlText YEAR =
      SqlText.of(
          """
          insert into learning_journey (tenant_id, learner_id, grade, school_year, career,
            companion, journeys_started, skills_of_grade, started_at, last_at)
          values (:tenant, :learner, '04', 2026, 'chef', 'spark', 1, 4, :at, :at)
          on conflict do nothing
          """);
  private static final SqlText JOURNEY =
      SqlText.of(
          """
          insert into journey (tenant_id, learner_id, id, grade, school_year, career, companion,
            started_at)
          values (:tenant, :learner, :id, '04', 2026, :career, 'spark', :at)
          """);
  private static final SqlText LESSON =
      SqlText.of(
          """
          insert into container_session (tenant_id, learner_id, id, journey_id, container, subject,
            skill_id, question_ids, question_versions, question_shared, expected_time, started_at,
            score, perfect, verified, time_spent, completed_at, completed_by)
          select :tenant, :learner, :id, :journey, 'LEARN', 'Math', 'add',
            array['a', 'b', 'c', 'd', 'e'], array[1, 1, 1, 1, 1],
            array[true, true, true, true, true], :expected, :at::timestamptz, :score, :perfect,
            :verified, :time, case when :complete then :at::timestamptz end,
            case when :complete then 'done' end
          """);
  private static final SqlText SKILL =
      SqlText.of(
          """
          insert into skill_authority (tenant_id, learner_id, skill_id, subject, best_score,
            mastered, completed_at, event_id)
          values (:tenant, :learner, :skill, :subject, 80, :mastered, :at, 'done')
          """);
  private static final SqlText CALENDAR =
      SqlText.of(
          """
          insert into game_calendar (tenant_id, id, zone, closed)
          select :tenant, 'c', 'UTC', array[]::date[] on conflict do nothing
          """);
  private static final SqlText DAY =
      SqlText.of(
          """
          insert into game_day (tenant_id, learner_id, day, counts, calendar_id, event_id,
            occurred_at, length, freezes, best)
          values (:tenant, :learner, :day, true, 'c', 'e', :at, 1, 0, :best)
          """);
  private static final SqlText XP =
      SqlText.of(
          """
          insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
          values (:tenant, :learner, :xp, :xp, 0)
          on conflict (tenant_id, learner_id) do update set lifetime_xp = excluded.lifetime_xp
          """);
  private static final SqlText LEDGER =
      SqlText.of(
          """
          select source || ' ' || amount || ' ' || category || ' ' || event_id as line
          from xp_transaction where tenant_id = :tenant and learner_id = :learner order by number
          """);
  private static final SqlText ON_BOARD =
      SqlText.of(
          """
          select achievements from leaderboard_entry
          where tenant_id = :tenant and learner_id = :learner
          """);

  /** A lesson, plainly. */
  record Done(String career, int score, boolean perfect, long time, boolean counts) {}

  /** A skill, plainly. */
  record Learned(String subject, Instant at) {}

  final String tenant = TestDatabase.newTenant();
  final UUID learner = TestPeople.learner(tenant);
  final List<Done> lessons = new ArrayList<>();
  final List<Learned> skills = new ArrayList<>();
  final Map<String, Integer> deeds = new TreeMap<>();
  int best;
  long xp;
  private long statements;

  static int expectedTime() {
    return EXPECTED;
  }

  void lesson(Done done, boolean complete, boolean verified) {
    UUID journey = Ids.next();
    call(YEAR, call -> call.set("at", NOW));
    call(JOURNEY, call -> call.set("id", journey).set("career", done.career()).set("at", NOW));
    call(
        LESSON,
        call ->
            call.set("id", Ids.next())
                .set("journey", journey)
                .set("expected", EXPECTED)
                .set("at", NOW)
                .set("score", done.score())
                .set("perfect", done.perfect())
                .set("verified", verified)
                .set("time", done.time())
                .set("complete", complete));
    if (complete && verified) {
      lessons.add(done);
    }
  }

  void lessons(int number) {
    for (int i = 0; i < number; i++) {
      lesson(new Done("chef", 80, false, EXPECTED, true), true, true);
    }
  }

  void skill(String subject, Instant at, boolean mastered) {
    call(
        SKILL,
        call ->
            call.set("skill", "s" + Ids.next())
                .set("subject", subject)
                .set("mastered", mastered)
                .set("at", at));
    if (mastered) {
      skills.add(new Learned(subject, at));
    }
  }

  void streak(int best) {
    call(CALENDAR, call -> call);
    call(
        DAY,
        call ->
            call.set("day", LocalDate.parse("2024-01-01").plusDays(best))
                .set("at", NOW)
                .set("best", best));
    this.best = Math.max(this.best, best);
  }

  void lifetime(long xp) {
    call(XP, call -> call.set("xp", xp));
    this.xp = xp;
  }

  /** Events of a trusted product, or what a device claims. */
  List<Consequence> events(Trust trust, String prefix, int number, String name) {
    Consequences told = new Consequences();
    List<NewEvent> events = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      events.add(new NewEvent(prefix + i, name, null, null, null, null, null, NOW));
    }
    inTenant(
        sql -> {
          DeedCounting counting = wired(DeedCounting.class, sql);
          TestLog.of(sql, clock(), counting::on)
              .append(Permissions.acting(learner, trust), events, told);
          return null;
        });
    if (trust != Trust.CLIENT) {
      deeds.merge(name, number, Integer::sum);
    }
    return TestLog.told(told, prefix + (number - 1));
  }

  /** Has a lesson that is complete looked at. */
  List<Consequence> completes(String event, boolean verified) {
    Consequences told = new Consequences();
    inTenant(
        sql -> {
          wired(AchievementUnlocking.class, new CountingSql(sql))
              .on(
                  new JourneyAdvanced(
                      acting(), List.of(), List.of(standing(event, verified)), List.of(), told));
          return null;
        });
    return TestLog.told(told, event);
  }

  /** The learner's XP or streak is settled. */
  List<Consequence> settles(String event, long before, long after, @Nullable StreakStood streak) {
    Consequences told = new Consequences();
    inTenant(
        sql -> {
          wired(AscentFollowing.class, new CountingSql(sql))
              .on(
                  new XpSettled(
                      acting(),
                      List.of(),
                      after,
                      Map.of(),
                      streak,
                      before,
                      new Trigger(event, NOW, told)));
          return null;
        });
    return TestLog.told(told, event);
  }

  List<Count> counts() {
    return inTenant(
        sql -> {
          Terms terms = wired(GameBook.class, sql).at(NOW);
          return new AchievementStore(sql).all(Permissions.visible(learner), terms);
        });
  }

  List<Count.Unlock> unlocked() {
    return inTenant(sql -> new AchievementStore(sql).unlocked(Permissions.visible(learner)));
  }

  List<String> ledger() {
    return inTenant(
        sql -> sql.with(LEDGER).set("learner", learner).list(row -> row.getString("line")));
  }

  long onBoard() {
    return inTenant(
        sql -> sql.with(ON_BOARD).set("learner", learner).first(row -> row.getLong(1)).orElse(0L));
  }

  long statements() {
    return statements;
  }

  <T> T inTenant(Function<TenantSql, T> work) {
    return TestDatabase.inTenant(tenant, work);
  }

  private ActingLearner acting() {
    return Permissions.actingForSystem(learner);
  }

  private <T> T wired(Class<T> type, TenantSql sql) {
    Object heard =
        Heard.by(
            event -> {
              if (event instanceof XpSettled settled) {
                FollowingBoards.on(sql, settled);
                wired(AscentFollowing.class, sql).on(settled);
              } else if (event instanceof AchievementsUnlocked unlocked) {
                FollowingBoards.on(sql, unlocked);
              }
            });
    return Wired.of(type, sql, clock(), heard);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static LessonStanding standing(String event, boolean verified) {
    return new LessonStanding(
        new UUID(0, 1),
        new UUID(0, 2),
        Container.LEARN,
        "Math",
        "add",
        "chef",
        true,
        100,
        false,
        verified,
        60,
        EXPECTED,
        "04",
        event,
        NOW.minus(Duration.ofMinutes(1)));
  }

  private void call(SqlText text, Function<SqlCall, SqlCall> set) {
    inTenant(sql -> set.apply(sql.with(text).set("learner", learner)).update());
  }

  private final class CountingSql extends TenantSql {

    CountingSql(TenantSql sql) {
      super(sql.entities());
    }

    @Override
    public SqlCall with(SqlText text) {
      statements++;
      return super.with(text);
    }
  }
}
