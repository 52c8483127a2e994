package org.cairn.gamification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.gamification.MemoryGame.Attempt;
import org.cairn.gamification.Settlement.Row;
import org.cairn.roster.SchoolCalendar;
import org.junit.jupiter.api.Test;

/** The same facts end in the same books, whatever way they came. */
class ReckoningTest {

  private static final Instant MONDAY = Instant.parse("2026-02-23T15:00:00Z");
  private static final SchoolCalendar SCHOOL =
      new SchoolCalendar(
          ZoneId.of("America/Chicago"),
          Set.of(LocalDate.parse("2026-03-12"), LocalDate.parse("2026-03-13")));

  private static final RuleBook CAPPED = Rules.withDailyCap(23);

  @Property(tries = 10_000)
  void anyOrderRepetitionAndSplitEndsAlike(
      @ForAll("facts") List<Attempt> facts, @ForAll Random random) {
    assertEndsAlike(facts, random, Rules.BOOK);
  }

  @Property(tries = 10_000)
  void alsoWhereTheDayIsCapped(@ForAll("facts") List<Attempt> facts, @ForAll Random random) {
    MemoryGame game = assertEndsAlike(facts, random, CAPPED);
    game.days
        .keySet()
        .forEach(
            day ->
                assertEquals(
                    Math.min(23, uncapped(game, day)),
                    game.dues.values().stream()
                        .filter(due -> due.earning().day().equals(day))
                        .mapToInt(XpDue::amount)
                        .sum()));
  }

  @Test
  void aLateEventRepairsAStreakAndTheDaysSinceAreCorrected() {
    MemoryGame game = new MemoryGame(SCHOOL, Rules.BOOK);
    for (int day : new int[] {0, 1, 2, 3, 7, 8, 9}) {
      game.record(List.of(answer(day)));
    }
    assertEquals(List.of(16, 16, 16, 16, 16, 19, 19), paidForAnswers(game));
    MemoryGame broken = new MemoryGame(SCHOOL, Rules.BOOK);
    for (int day : new int[] {0, 1, 7, 8, 9, 10, 11}) {
      broken.record(List.of(answer(day)));
    }
    // Three days were missed with two freezes: the streak restarted on day 7.
    assertEquals(List.of(16, 16, 16, 16, 16, 16, 16), paidForAnswers(broken));
    broken.record(List.of(new Attempt("late", "late", at(2), false)));
    List<Row> corrections =
        broken.ledger.stream().filter(row -> row.reason().equals("STREAK_CHANGED")).toList();
    assertEquals(List.of(3, 3, 3), corrections.stream().map(Row::amount).toList());
    assertEquals(List.of("late", "late", "late"), corrections.stream().map(Row::eventId).toList());
    assertEquals(List.of(16, 16, 16, 16, 19, 19, 19), paidForAnswers(broken));
  }

  @Test
  void anImprovedAttemptPaysTheDifference() {
    MemoryGame game = new MemoryGame(SCHOOL, Rules.BOOK);
    game.record(List.of(new Attempt("b", "q", at(0).plusSeconds(60), false)));
    game.record(List.of(new Attempt("c", "q", at(0).plusSeconds(120), true)));
    assertEquals(List.of(5, 8), game.ledger.stream().map(Row::amount).toList());
    game.record(List.of(new Attempt("a", "q", at(0), true)));
    assertEquals(List.of(5, 8, 8), game.ledger.stream().map(Row::amount).toList());
  }

  @Test
  void aThousandRedeliveriesAreOneAward() {
    MemoryGame game = new MemoryGame(SCHOOL, Rules.BOOK);
    for (int i = 0; i < 1000; i++) {
      game.record(List.of(answer(0)));
    }
    assertEquals(List.of(5, 16), game.ledger.stream().map(Row::amount).toList());
  }

  @Provide
  Arbitrary<List<Attempt>> facts() {
    Arbitrary<Attempt> attempt =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_000_000),
                Arbitraries.integers().between(0, 6),
                Arbitraries.integers().between(0, 21 * 24),
                Arbitraries.of(true, false))
            .as(
                (id, question, hour, correct) ->
                    new Attempt(
                        "e" + id, "q" + question, MONDAY.plus(hour, ChronoUnit.HOURS), correct));
    return attempt.list().ofMaxSize(25).uniqueElements(Attempt::eventId);
  }

  private static MemoryGame assertEndsAlike(List<Attempt> facts, Random random, RuleBook rules) {
    MemoryGame inOrder = new MemoryGame(SCHOOL, rules);
    facts.stream()
        .sorted(java.util.Comparator.comparing(Attempt::at))
        .forEach(fact -> inOrder.record(List.of(fact)));
    MemoryGame other = new MemoryGame(SCHOOL, rules);
    List<Attempt> shuffled = new ArrayList<>(facts);
    shuffled.addAll(facts.subList(0, facts.size() / 2));
    Collections.shuffle(shuffled, random);
    for (int from = 0; from < shuffled.size(); ) {
      int to = Math.min(shuffled.size(), from + 1 + random.nextInt(4));
      other.record(shuffled.subList(from, to));
      from = to;
    }
    assertEquals(inOrder.outcome(), other.outcome());
    assertEquals(other.dues.values().stream().mapToLong(XpDue::amount).sum(), other.lifetimeXp);
    assertEquals(other.ledger.stream().mapToLong(Row::amount).sum(), other.balance);
    return other;
  }

  private static int uncapped(MemoryGame game, LocalDate day) {
    return game.dues.values().stream()
        .map(XpDue::earning)
        .filter(earning -> earning.day().equals(day))
        .mapToInt(
            earning ->
                AwardRule.of(Rules.SHARED, earning, game.days.get(day).after().length()).amount())
        .sum();
  }

  private static List<Integer> paidForAnswers(MemoryGame game) {
    return game.dues.values().stream()
        .filter(due -> due.earning().kind() == XpKind.ANSWER && due.amount() > 0)
        .map(XpDue::amount)
        .toList();
  }

  private static Attempt answer(int day) {
    return new Attempt("d" + day, "day-%02d".formatted(day), at(day), true);
  }

  private static Instant at(int day) {
    return MONDAY.plus(day, ChronoUnit.DAYS);
  }
}
