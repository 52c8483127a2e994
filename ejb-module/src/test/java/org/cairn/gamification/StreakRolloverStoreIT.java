package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cairn.access.Trust;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.leaderboard.StreakRollover;
import org.cairn.leaderboard.StreakRollover.Shown;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streaks fall at the school's midnight, on boards as on profiles, whatever its calendar does. */
class StreakRolloverStoreIT {

  /** A Friday; clocks go forward on the Sunday after it, in New York and not in Honolulu. */
  private static final LocalDate LAST_ACTIVE = LocalDate.parse("2026-03-06");

  private static final LocalDate GIVEN_OFF = LocalDate.parse("2026-03-11");
  private static final int DAYS = 12;

  private static final SqlText ENTRY =
      SqlText.of(
          "select learner_id, streak, streak_until from leaderboard_entry where tenant_id = :tenant");

  private static final SqlText WITHOUT_SCHOOL =
      SqlText.of("update roster_user set primary_org_id = null where tenant_id = :tenant");

  @BeforeAll
  static void rules() {
    TestGame.align();
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Pacific/Honolulu"})
  void boardsAndProfilesAgreeAroundEveryMidnightThroughDaylightSaving(String zone) {
    TestGame game = activeOnThreeDays(zone);
    assertEquals(told(game, zone), shown(game, zone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Pacific/Honolulu"})
  void aDayThatWasGivenOffLaterMovesTheEndOfAStreakOnBoardsToo(String zone) {
    TestGame game = activeOnThreeDays(zone);
    game.closeSchool(GIVEN_OFF.toString());
    assertNotEquals(told(game, zone), shown(game, zone));
    assertEquals(1, rollOver(game, zone, start(GIVEN_OFF.minusDays(1), zone)));
    assertEquals(told(game, zone), shown(game, zone));
    Shown entry = entry(game);
    rollOver(game, zone, start(GIVEN_OFF, zone));
    assertEquals(entry, entry(game), "again changes nothing");
  }

  @Test
  void aStreakThatHadEndedComesBackWhenTheDayIsGivenOffAfterwards() {
    String zone = "America/New_York";
    TestGame game = activeOnThreeDays(zone);
    Instant ended = entry(game).until().plusSeconds(300);
    rollOver(game, zone, ended);
    assertEquals(0, entry(game).days());
    game.closeSchool(GIVEN_OFF.toString());
    rollOver(game, zone, ended.plusSeconds(300));
    assertEquals(3, entry(game).days());
    assertEquals(told(game, zone), shown(game, zone));
  }

  @Test
  void aZoneIsLookedAtAtItsOwnMidnightAndPeopleWithoutASchoolAtAny() {
    TestGame game = activeOnThreeDays("America/New_York");
    assertEquals(0, rollOver(game, "Pacific/Honolulu", start(GIVEN_OFF, "Pacific/Honolulu")));
    game.inTenant(sql -> sql.with(WITHOUT_SCHOOL).update());
    assertEquals(1, rollOver(game, "Pacific/Honolulu", start(GIVEN_OFF, "Pacific/Honolulu")));
  }

  @Test
  void whatChangedAfterItWasReadStaysAsItIs() {
    String zone = "America/New_York";
    TestGame game = activeOnThreeDays(zone);
    game.closeSchool(GIVEN_OFF.toString());
    Clock clock = Clock.fixed(start(GIVEN_OFF.minusDays(1), zone), ZoneOffset.UTC);
    List<Shown> read =
        game.inTenant(sql -> Wired.of(StreakRollover.class, sql, clock).page(zone, null, 10));
    game.event("later", "2026-03-10T10:00:00-04:00", Trust.SYSTEM);
    Shown after = entry(game);
    game.inTenant(
        sql -> {
          Wired.of(StreakRollover.class, sql, clock).align(read);
          return null;
        });
    assertEquals(after, entry(game));
    assertEquals(4, after.days());
  }

  private static TestGame activeOnThreeDays(String zone) {
    TestGame game = TestGame.ofSchool(zone);
    for (int back = 2; back >= 0; back--) {
      Instant time = start(LAST_ACTIVE.minusDays(back), zone).plusSeconds(36_000);
      game.event("e" + back, time.toString(), Trust.SYSTEM);
    }
    assertEquals(3, entry(game).days());
    return game;
  }

  /** What the profile tells around each midnight. */
  private static List<Long> told(TestGame game, String zone) {
    List<Long> told = new ArrayList<>();
    for (Instant time : midnights(zone)) {
      game.nowIs(time.toString());
      told.add((long) game.profile().streak().current());
    }
    return told;
  }

  /** What boards show at the same times. */
  private static List<Long> shown(TestGame game, String zone) {
    Shown entry = entry(game);
    return midnights(zone).stream()
        .map(time -> entry.until().isAfter(time) ? entry.days() : 0L)
        .toList();
  }

  private static List<Instant> midnights(String zone) {
    List<Instant> times = new ArrayList<>();
    for (int i = 1; i <= DAYS; i++) {
      Instant midnight = start(LAST_ACTIVE.plusDays(i), zone);
      times.addAll(List.of(midnight.minusSeconds(1), midnight, midnight.plusSeconds(1)));
    }
    return times;
  }

  /** How many entries the job has looked at. */
  private static int rollOver(TestGame game, String zone, Instant now) {
    return game.inTenant(
        sql -> {
          StreakRollover rollover =
              Wired.of(StreakRollover.class, sql, Clock.fixed(now, ZoneOffset.UTC));
          List<Shown> page = rollover.page(zone, null, 1_000);
          assertEquals(rollover.total(zone), page.size());
          rollover.align(page);
          return page.size();
        });
  }

  private static Shown entry(TestGame game) {
    return game.inTenant(
        sql ->
            sql.with(ENTRY)
                .first(
                    row ->
                        new Shown(
                            SqlCall.uuid(row, "learner_id"),
                            row.getLong("streak"),
                            SqlCall.instant(row, "streak_until")))
                .orElseThrow());
  }

  private static Instant start(LocalDate day, String zone) {
    return day.atStartOfDay(ZoneId.of(zone)).toInstant();
  }
}
