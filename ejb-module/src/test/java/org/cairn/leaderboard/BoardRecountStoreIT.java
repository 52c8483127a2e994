package org.cairn.leaderboard;

import static org.cairn.leaderboard.TestBoards.NOW;
import static org.cairn.leaderboard.TestBoards.TERM;
import static org.cairn.leaderboard.TestBoards.TODAY;
import static org.cairn.leaderboard.TestBoards.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import org.cairn.access.Permissions;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.gamification.TestLevels;
import org.cairn.gamification.XpSettled.StreakStood;
import org.cairn.leaderboard.BoardReading.Shown;
import org.cairn.leaderboard.LeaderboardView.Player;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks against a plain recount of what learners have earned. */
class BoardRecountStoreIT {

  private static final int LEARNERS = 40;
  private static final int WRITERS = 8;
  private static final List<String> GRADES = List.of("02", "03", "04", "05");
  private static final List<LocalDate> DAYS =
      List.of(TERM.minusDays(9), TERM, TERM.plusDays(20), WEEK.minusDays(1), WEEK, TODAY);

  private final TestBoards boards = new TestBoards();
  private final List<UUID> schools = List.of(boards.school(), boards.school());
  private final List<Model> models = new ArrayList<>();

  /** What one learner has, as plainly as it can be said. */
  private static final class Model {

    final UUID id;
    final UUID school;
    final String grade;
    final Map<LocalDate, Long> days = new TreeMap<>();
    boolean optedOut;
    int streak;
    int achievements;

    Model(UUID id, UUID school, String grade) {
      this.id = id;
      this.school = school;
      this.grade = grade;
    }

    long since(@Nullable LocalDate first) {
      return days.entrySet().stream()
          .filter(day -> first == null || !day.getKey().isBefore(first))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    long score(Score score) {
      return switch (score) {
        case XP, LEVEL -> since(null);
        case STREAK -> streak;
        case ACHIEVEMENTS -> achievements;
        case TERM_XP -> since(TERM);
        case WEEK_XP -> since(WEEK);
      };
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ranksAreThoseOfARecountAfterAwardsCorrectionsAndOptOuts(long seed) {
    Random random = new Random(seed);
    people(random);
    for (int i = 0; i < 300; i++) {
      change(models.get(random.nextInt(LEARNERS)), random);
    }
    UUID inClass =
        boards.classOf(schools.get(0), models.stream().limit(25).map(m -> m.id).toList());
    for (Score score : Score.values()) {
      compare(score, Permissions.group(Kind.DISTRICT, null, null, null), models);
      compare(
          score,
          Permissions.group(Kind.DISTRICT, null, "04", null),
          models.stream().filter(m -> m.grade.equals("04")).toList());
      compare(
          score,
          Permissions.group(Kind.SCHOOL, schools.get(1), null, null),
          models.stream().filter(m -> m.school.equals(schools.get(1))).toList());
      compare(score, Permissions.group(Kind.CLASS, inClass, null, null), models.subList(0, 25));
    }
  }

  @Test
  void eightWritersAtOnceLeaveNoWrongRank() throws Exception {
    people(new Random(9));
    models.forEach(model -> earn(model, TODAY, 1));
    long listed = listed(models, Score.XP).size();
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      writers.add(pool.submit(writer(w)));
    }
    int looks = 0;
    boolean writing = true;
    while (writing) {
      writing = writers.stream().anyMatch(writer -> !writer.isDone());
      Shown shown = boards.read(boards.district(null), Score.XP, 100, 0);
      assertEquals(listed, shown.total(), "each count is of one moment");
      looks++;
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    pool.shutdown();
    assertTrue(looks > 1, "the board was read while it was written");
    for (Score score : Score.values()) {
      compare(score, boards.district(null), models);
    }
  }

  /** Each learner has one writer at a time, as under its lock. */
  private Callable<Void> writer(int number) {
    Random random = new Random(number);
    return () -> {
      for (int i = 0; i < 100; i++) {
        Model model = models.get(number + WRITERS * random.nextInt(LEARNERS / WRITERS));
        earn(model, DAYS.get(random.nextInt(DAYS.size())), random.nextInt(30));
      }
      return null;
    };
  }

  private void people(Random random) {
    for (int i = 0; i < LEARNERS; i++) {
      UUID school = schools.get(random.nextInt(2));
      String grade = GRADES.get(random.nextInt(GRADES.size()));
      models.add(new Model(boards.learner(school, grade), school, grade));
    }
  }

  private void change(Model model, Random random) {
    switch (random.nextInt(11)) {
      case 0 -> {
        boards.optsOut(model.id);
        model.optedOut = true;
      }
      case 1 -> {
        boards.optsIn(model.id);
        model.optedOut = false;
      }
      case 2 -> {
        model.streak = random.nextInt(6);
        boards.settle(
            model.id,
            model.since(null),
            Map.of(),
            new StreakStood(model.streak, NOW.plusSeconds(3600), 9, 9));
      }
      case 4 -> {
        model.achievements += random.nextInt(3);
        boards.achieve(model.id, model.achievements);
      }
      case 3 -> earn(model, DAYS.get(random.nextInt(DAYS.size())), -random.nextInt(40));
      // Few amounts, so that there are ties.
      default -> earn(model, DAYS.get(random.nextInt(DAYS.size())), 10L * random.nextInt(12));
    }
  }

  private void earn(Model model, LocalDate day, long amount) {
    model.days.merge(day, amount, Long::sum);
    boards.settle(model.id, model.since(null), amount == 0 ? Map.of() : Map.of(day, amount), null);
  }

  private void compare(Score score, VisibleGroup group, List<Model> members) {
    List<Model> listed = listed(members, score);
    Shown shown = boards.read(group, score, 100, 0);
    assertEquals(listed.size(), shown.total(), score + " of " + group.kind());
    LongUnaryOperator next = score == Score.LEVEL ? TestLevels.shipped()::next : value -> value + 1;
    List<String> expected = new ArrayList<>();
    for (Model model : listed) {
      long above = next.applyAsLong(model.score(score));
      long rank = listed.stream().filter(m -> m.score(score) >= above).count() + 1;
      expected.add(rank + " " + Math.max(0, model.since(null)));
    }
    assertEquals(
        expected,
        shown.top().stream().map(p -> p.rank() + " " + p.xp()).toList(),
        score + " of " + group.kind());
    listed.stream()
        .skip(listed.size() / 2)
        .limit(1)
        .forEach(m -> compareOwn(score, group, m, shown));
  }

  /** The same place is told to the one who stands there. */
  private void compareOwn(Score score, VisibleGroup group, Model model, Shown all) {
    Shown own =
        boards.read(
            Permissions.group(group.kind(), group.place(), group.grade(), model.id), score, 1, 3);
    Player me = own.me();
    int at = all.top().stream().map(Player::displayName).toList().indexOf(me.displayName());
    assertEquals(all.top().get(at).rank(), me.rank());
    assertEquals(
        names(all.top().subList(Math.max(0, at - 3), Math.min(all.top().size(), at + 4))),
        names(own.around()));
  }

  private static Map<String, Long> names(List<Player> players) {
    Map<String, Long> names = new HashMap<>();
    players.forEach(player -> names.put(player.displayName(), player.rank()));
    return names;
  }

  private static List<Model> listed(List<Model> members, Score score) {
    return members.stream()
        .filter(model -> !model.optedOut && !model.grade.equals("02") && model.score(score) > 0)
        .sorted(
            Comparator.<Model>comparingLong(model -> -model.score(score))
                .thenComparing(model -> model.id.toString()))
        .toList();
  }
}
