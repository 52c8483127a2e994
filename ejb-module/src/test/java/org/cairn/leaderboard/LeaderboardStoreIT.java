package org.cairn.leaderboard;

import static org.cairn.leaderboard.TestBoards.NOW;
import static org.cairn.leaderboard.TestBoards.TERM;
import static org.cairn.leaderboard.TestBoards.TODAY;
import static org.cairn.leaderboard.TestBoards.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.Permissions;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.caller.SqlText;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.leaderboard.BoardReading.Shown;
import org.cairn.leaderboard.LeaderboardView.Player;
import org.cairn.leaderboard.LeaderboardView.Trend;
import org.cairn.roster.RosterImportWork.RosterApplied;
import org.cairn.shared.Ids;
import org.junit.jupiter.api.Test;

/** Who is on boards, and in which place, on the real database. */
class LeaderboardStoreIT {

  private static final SqlText NARROW =
      SqlText.of("select set_config('cairn.learner', :learner::text, true)");
  private static final SqlText COUNT =
      SqlText.of("select count(*) from leaderboard_entry where tenant_id = :tenant");

  private final TestBoards boards = new TestBoards();
  private final UUID school = boards.school();

  @Test
  void tiesShareARankAndTheNextOneIsAfterThem() {
    for (long xp : List.of(300, 200, 200, 100)) {
      boards.has(boards.learner(school, "04"), xp);
    }
    Shown shown = boards.read(boards.district(null), Score.XP, 10, 0);
    assertEquals(List.of(1L, 2L, 2L, 4L), ranks(shown.top()));
    assertEquals(4, shown.total());
    assertNull(shown.me());
  }

  @Test
  void aLevelsXpShareARankAndTheLevelIsTheScore() {
    for (long xp : List.of(310, 302, 250, 99)) {
      boards.has(boards.learner(school, "04"), xp);
    }
    Shown shown = boards.read(boards.district(null), Score.LEVEL, 10, 0);
    assertEquals(List.of(1L, 1L, 3L, 4L), ranks(shown.top()));
    assertEquals(List.of(3L, 3L, 2L, 1L), shown.top().stream().map(Player::score).toList());
  }

  @Test
  void theCallerSeesItselfBetweenItsNeighborsFarBelowTheTop() {
    List<UUID> learners =
        java.util.stream.LongStream.rangeClosed(1, 30)
            .mapToObj(
                i -> {
                  UUID learner = boards.learner(school, "04");
                  boards.has(learner, i * 10);
                  return learner;
                })
            .toList();
    UUID me = learners.get(9);
    Shown shown = boards.read(boards.district(me), Score.XP, 3, 2);
    assertEquals(List.of(19L, 20L, 21L, 22L, 23L), ranks(shown.around()));
    assertEquals(
        List.of(false, false, true, false, false),
        shown.around().stream().map(Player::isCurrentUser).toList());
    assertEquals(21, shown.me().rank());
    assertEquals(List.of(1L, 2L, 3L), ranks(shown.top()));
  }

  @Test
  void learnersUpToGradeTwoAndPeopleWithoutAGradeAreOnNoBoard() {
    boards.has(boards.learner(school, "02"), 500);
    boards.has(boards.learner(school, "KG"), 500);
    boards.has(boards.learner(school, null), 500);
    boards.has(boards.learner(school, "03"), 10);
    assertEquals(List.of(10L), scores(Score.XP));
  }

  @Test
  void optingOutRemovesAtOnceAndComingBackBringsAllThatWasEarned() {
    UUID learner = boards.learner(school, "04");
    boards.has(learner, 100);
    boards.optsOut(learner);
    assertEquals(List.of(), scores(Score.XP));
    boards.settle(learner, 150, Map.of(TODAY, 50L), null);
    assertEquals(List.of(), scores(Score.XP));
    boards.optsIn(learner);
    assertEquals(List.of(150L), scores(Score.XP));
  }

  @Test
  void whoOptsOutBeforeEarningAnythingIsOnNoBoardAfterwards() {
    UUID learner = boards.learner(school, "04");
    boards.optsOut(learner);
    boards.has(learner, 100);
    assertEquals(List.of(), scores(Score.XP));
  }

  @Test
  void weeksAndTermsCountWhatTheirDaysEarned() {
    UUID learner = boards.learner(school, "04");
    boards.settle(learner, 40, Map.of(TERM.minusDays(1), 40L), null);
    boards.settle(learner, 70, Map.of(TERM, 30L), null);
    boards.settle(learner, 90, Map.of(WEEK.minusDays(1), 20L), null);
    boards.settle(learner, 95, Map.of(WEEK, 5L), null);
    assertEquals(List.of(95L), scores(Score.XP));
    assertEquals(List.of(55L), scores(Score.TERM_XP));
    assertEquals(List.of(5L), scores(Score.WEEK_XP));
  }

  @Test
  void aLateEventOfAnEarlierWeekMovesTheTermAndNotTheWeek() {
    UUID learner = boards.learner(school, "04");
    boards.settle(learner, 5, Map.of(WEEK, 5L), null);
    boards.settle(learner, 25, Map.of(WEEK.minusDays(3), 20L), null);
    boards.settle(learner, 125, Map.of(TERM.minusDays(3), 100L), null);
    assertEquals(List.of(25L), scores(Score.TERM_XP));
    assertEquals(List.of(5L), scores(Score.WEEK_XP));
  }

  @Test
  void whatMovesToAnEarlierDayLeavesTheWeek() {
    UUID learner = boards.learner(school, "04");
    boards.settle(learner, 30, Map.of(TODAY, 30L), null);
    boards.settle(learner, 30, Map.of(TODAY, -10L, WEEK.minusDays(1), 10L), null);
    assertEquals(List.of(20L), scores(Score.WEEK_XP));
    assertEquals(List.of(30L), scores(Score.TERM_XP));
  }

  @Test
  void anEarlierWeekIsOnNoBoardOfThisOne() {
    UUID learner = boards.learner(school, "04");
    boards.settle(learner, 30, Map.of(WEEK.minusDays(1), 30L), null);
    assertEquals(List.of(), scores(Score.WEEK_XP));
    boards.nowIs("2026-03-16T04:59:59Z");
    assertEquals(List.of(30L), scores(Score.WEEK_XP), "Sunday evening at the school");
  }

  @Test
  void aStreakThatHasEndedIsOnNoBoardAndShownAsNothing() {
    UUID learner = boards.learner(school, "04");
    boards.settle(learner, 30, Map.of(TODAY, 30L), new StreakStood(7, NOW.plusSeconds(60), 7, 7));
    assertEquals(List.of(7L), scores(Score.STREAK));
    boards.nowIs(NOW.plusSeconds(60).toString());
    assertEquals(List.of(), scores(Score.STREAK));
    assertEquals(0, boards.read(boards.district(null), Score.XP, 1, 0).top().get(0).streakDays());
  }

  @Test
  void theLatestJourneyLeadsAlsoWhereAnEarlierOneComesInLate() {
    UUID learner = boards.learner(school, "04");
    boards.begins(learner, "chef", NOW);
    boards.begins(learner, "pilot", NOW.minusSeconds(60));
    boards.has(learner, 10);
    Player player = boards.read(boards.district(null), Score.XP, 1, 0).top().get(0);
    assertEquals("chef", player.career());
    assertEquals("spark", player.companion());
  }

  @Test
  void anImportMovesLearnersAndTakesTheYoungOff() {
    UUID moved = boards.learner(school, "04");
    UUID young = boards.learner(school, "03");
    UUID same = boards.learner(school, "04");
    List.of(moved, young, same).forEach(learner -> boards.has(learner, 10));
    UUID other = boards.school();
    UUID by = Ids.next();
    boards.place(moved, other, "05", by);
    boards.place(young, school, "02", by);
    boards.inTenant(
        sql -> {
          boards.wired(RosterFollowing.class, sql).on(new RosterApplied(by));
          return null;
        });
    assertEquals(1, total(Permissions.group(Kind.SCHOOL, school, null, null)));
    assertEquals(1, total(Permissions.group(Kind.SCHOOL, other, "05", null)));
    assertEquals(2, total(boards.district(null)));
  }

  @Test
  void aClassShowsItsStudentsOnly() {
    UUID inClass = boards.learner(school, "04");
    UUID outside = boards.learner(school, "04");
    boards.has(inClass, 10);
    boards.has(outside, 20);
    UUID id = boards.classOf(school, List.of(inClass));
    VisibleGroup group = Permissions.group(Kind.CLASS, id, null, inClass);
    Shown shown = boards.read(group, Score.WEEK_XP, 10, 5);
    assertEquals(List.of(10L), shown.top().stream().map(Player::score).toList());
    assertEquals(1, shown.me().rank());
  }

  @Test
  void theNightlyUpkeepIsWhatTrendsAreToldBy() {
    UUID first = boards.learner(school, "04");
    UUID second = boards.learner(school, "04");
    boards.has(first, 100);
    boards.has(second, 50);
    assertEquals(2, boards.upkeep());
    assertEquals(0, boards.upkeep(), "what is remembered is remembered");
    boards.settle(second, 150, Map.of(TODAY, 100L), null);
    boards.has(boards.learner(school, "04"), 120);
    List<Player> top = boards.read(boards.district(null), Score.XP, 10, 0).top();
    assertEquals(
        List.of(Trend.UP, Trend.STABLE, Trend.DOWN), top.stream().map(Player::trend).toList());
    assertEquals(List.of(1L, 0L, -2L), top.stream().map(Player::change).toList());
    assertEquals(2, boards.upkeep(), "only who stands otherwise");
  }

  @Test
  void namesStayInATermAndChangeWithIt() {
    UUID learner = boards.learner(school, "04");
    boards.has(learner, 100);
    String name = name();
    assertEquals(name, name());
    assertFalse(name.contains(learner.toString().substring(0, 8)));
    boards.session("term", "2026-06-01", "2026-08-01");
    assertEquals(name, name());
    boards.nowIs("2026-06-02T12:00:00Z");
    assertFalse(name.equals(name()));
  }

  @Test
  void aLearnersTransactionReadsThoseOnBoardsAndItselfOnly() {
    UUID hidden = boards.learner(school, "02");
    UUID other = boards.learner(school, "04");
    UUID me = boards.learner(school, "01");
    List.of(hidden, other, me).forEach(learner -> boards.has(learner, 10));
    long seen =
        boards.inTenant(
            sql -> {
              sql.with(NARROW).set("learner", me).list(row -> row.getString(1));
              return sql.with(COUNT).first(row -> row.getLong(1)).orElseThrow();
            });
    assertEquals(2, seen);
    long all = boards.inTenant(sql -> sql.with(COUNT).first(row -> row.getLong(1)).orElseThrow());
    assertEquals(3, all);
  }

  @Test
  void aSchoolThatIsTurnedOffTakesItsLearnersOffEveryBoard() {
    UUID there = boards.learner(school, "04");
    UUID elsewhere = boards.learner(boards.school(), "04");
    boards.has(there, 10);
    boards.has(elsewhere, 20);
    boards.inTenant(
        sql -> {
          LeaderboardSettingsView off =
              new LeaderboardSettingsView(0, true, 5, List.of(school), List.of());
          assertTrue(boards.wired(SettingsStore.class, sql).save(off, NOW));
          assertFalse(boards.wired(SettingsStore.class, sql).save(off, NOW), "somebody was faster");
          boards.wired(ListingStore.class, sql).follow(List.of(school));
          assertEquals(1, boards.wired(SettingsStore.class, sql).find().revision());
          return null;
        });
    assertEquals(List.of(20L), scores(Score.XP));
    boards.has(boards.learner(school, "04"), 30);
    assertEquals(List.of(20L), scores(Score.XP));
  }

  @Test
  void withoutATermInTheRosterATermIsAllTime() {
    TestBoards bare = new TestBoards();
    UUID learner = bare.learner(null, "04");
    bare.settle(learner, 70, Map.of(LocalDate.parse("2024-03-01"), 70L), null);
    bare.settle(learner, 90, Map.of(LocalDate.parse("2024-03-02"), 20L), null);
    bare.nowIs("2024-03-02T12:00:00Z");
    Shown shown = bare.read(bare.district(null), Score.TERM_XP, 1, 0);
    assertEquals(90, shown.top().get(0).score());
  }

  private String name() {
    return boards.read(boards.district(null), Score.XP, 1, 0).top().get(0).displayName();
  }

  private long total(VisibleGroup group) {
    return boards.read(group, Score.XP, 10, 0).total();
  }

  private List<Long> scores(Score score) {
    return boards.read(boards.district(null), score, 10, 0).top().stream()
        .map(Player::score)
        .toList();
  }

  private static List<Long> ranks(List<Player> players) {
    return players.stream().map(Player::rank).toList();
  }
}
