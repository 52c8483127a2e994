package org.cairn.gamification;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.journey.JourneyAdvanced;
import org.cairn.shared.Reaction;

/** Pays what answers, lessons, scores and mastered skills are worth, as they stand now. */
@Reaction
@Singleton
class JourneyAwarding {

  private final LedgerStore ledger;
  private final DayStore days;
  private final Booking book;
  private final RuleCatalog catalog;
  private final Clock clock;

  @Inject
  JourneyAwarding(
      LedgerStore ledger, DayStore days, Booking book, RuleCatalog catalog, Clock clock) {
    this.ledger = ledger;
    this.days = days;
    this.book = book;
    this.catalog = catalog;
    this.clock = clock;
  }

  void on(@Observes @Priority(XpAwarding.PRIORITY) JourneyAdvanced advanced) {
    List<Standing> standings = Standing.of(advanced);
    if (standings.isEmpty()) {
      return;
    }
    RuleBook rules = catalog.rules();
    Owed owed = owed(advanced, standings, rules);
    Collection<Earning> earnings = Reckoning.earnings(standings, owed, rules);
    LocalDate from =
        earnings.stream().map(Earning::day).min(Comparator.naturalOrder()).orElseThrow();
    Game game = days.read(advanced.learner(), from);
    Changes changes = Reckoning.ofStandings(standings, earnings, owed, game, rules);
    if (!changes.isEmpty()) {
      Standing by = standings.get(0);
      book.write(
          advanced.learner(),
          changes,
          null,
          null,
          new Trigger(by.eventId(), by.effectiveAt(), advanced.consequences()),
          clock.instant());
    }
  }

  /** Where a cap is set, all of the days too: what one thing earns is another's loss. */
  private Owed owed(JourneyAdvanced advanced, List<Standing> standings, RuleBook rules) {
    List<LocalDate> days =
        standings.stream().map(Standing::dayInUtc).sorted(Comparator.naturalOrder()).toList();
    return ledger.owed(
        advanced.learner(),
        standings.stream().map(Standing::source).toList(),
        rules.caps() ? days.get(0).minusDays(1) : null,
        rules.caps() ? days.get(days.size() - 1).plusDays(1) : null,
        rules.caps());
  }
}
