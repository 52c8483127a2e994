package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Random;
import org.cairn.access.Trust;
import org.cairn.caller.SqlText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What boards say of a learner, against the books. */
class BoardsFollowGamesStoreIT {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");

  private static final SqlText WRONG =
      SqlText.of(
          """
          select count(*) from leaderboard_entry e
          join game_profile p on p.tenant_id = :tenant and p.learner_id = e.learner_id
          where e.tenant_id = :tenant and (e.xp, e.week_xp, e.term_xp) is distinct from (
            p.lifetime_xp,
            (select coalesce(sum(o.amount), 0) from xp_earning o where o.tenant_id = :tenant
              and o.learner_id = e.learner_id and o.day >= e.week),
            (select coalesce(sum(o.amount), 0) from xp_earning o where o.tenant_id = :tenant
              and o.learner_id = e.learner_id))
          """);

  private static final SqlText ENTRIES =
      SqlText.of("select count(*) from leaderboard_entry where tenant_id = :tenant");

  private static final SqlText STREAK =
      SqlText.of("select streak from leaderboard_entry where tenant_id = :tenant");

  @BeforeAll
  static void rules() {
    TestGame.align();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void xpOfTheWeekAndTheTermAreWhatTheirDaysAreOwedInAnyOrder(long seed) {
    TestGame game = TestGame.ofSchool("America/Chicago");
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      String time = FIRST.plusDays(random.nextInt(19)) + "T1" + random.nextInt(10) + ":00:00-05:00";
      if (random.nextInt(3) == 0) {
        game.event("e" + i, time, Trust.SYSTEM);
      } else {
        game.answer("q" + random.nextInt(12), 1 + random.nextInt(4), "e" + i, time);
      }
      assertEquals(0L, number(game, WRONG), "after step " + i);
    }
    assertEquals(1L, number(game, ENTRIES));
  }

  @Test
  void theStreakIsTheOneAfterTheLatestDayAlsoAfterALateEvent() {
    TestGame game = TestGame.ofSchool("America/Chicago");
    game.event("e1", "2026-03-02T08:00:00-06:00", Trust.SYSTEM);
    game.event("e2", "2026-03-04T08:00:00-06:00", Trust.SYSTEM);
    assertEquals(2L, number(game, STREAK));
    game.event("e3", "2026-03-03T08:00:00-06:00", Trust.SYSTEM);
    assertEquals(3L, number(game, STREAK));
  }

  private static Long number(TestGame game, SqlText text) {
    return game.inTenant(sql -> sql.with(text).first(row -> row.getLong(1)).orElseThrow());
  }
}
