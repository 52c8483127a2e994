package org.cairn.gamification;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cairn.access.Trust;
import org.cairn.events.EventLog;
import org.cairn.events.EventsRecorded;
import org.cairn.events.RecordedEvent;
import org.cairn.gamification.ActiveDays.Change;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.shared.Reaction;

/**
 * Keeps the streak and pays the daily login when verified activity is recorded. On a day that is
 * known already it asks the database for nothing.
 */
@Reaction
@Singleton
class StreakKeeping {

  /** Before whatever pays by the streak. */
  static final int PRIORITY = 100;

  private final DayStore days;
  private final LedgerStore ledger;
  private final Booking book;
  private final RuleCatalog catalog;
  private final EventLog log;
  private final Clock clock;

  @Inject
  StreakKeeping(
      DayStore days,
      LedgerStore ledger,
      Booking book,
      RuleCatalog catalog,
      EventLog log,
      Clock clock) {
    this.days = days;
    this.ledger = ledger;
    this.book = book;
    this.catalog = catalog;
    this.log = log;
    this.clock = clock;
  }

  void on(@Observes @Priority(PRIORITY) EventsRecorded recorded) {
    List<RecordedEvent> events =
        recorded.events().stream()
            .filter(event -> isActivity(event) && !recorded.isOnKnownDay(event))
            .toList();
    if (events.isEmpty()) {
      return;
    }
    LocalDate from =
        events.stream()
            .map(event -> LocalDate.ofInstant(event.effectiveAt(), ZoneOffset.UTC).minusDays(1))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Game game = days.read(recorded.learner(), from);
    Collection<ActiveDay> added = newDays(game, events);
    if (!added.isEmpty()) {
      keep(recorded, game, added);
    }
  }

  /** Decisions, and what a district's administrator does, are no activity of the learner. */
  private static boolean isActivity(RecordedEvent event) {
    return event.trust().atLeast(Trust.SYSTEM)
        && !event.isDecision()
        && !event.name().equals(XpCorrections.EVENT);
  }

  private static Collection<ActiveDay> newDays(Game game, List<RecordedEvent> events) {
    Map<LocalDate, ActiveDay> added = new TreeMap<>();
    events.stream()
        .sorted(Comparator.comparing(RecordedEvent::effectiveAt))
        .map(event -> ActiveDay.of(game.calendar(), event.eventId(), event.effectiveAt()))
        .filter(day -> !game.days().isKnown(day.day()))
        .forEach(day -> added.putIfAbsent(day.day(), day));
    return added.values();
  }

  private void keep(EventsRecorded recorded, Game game, Collection<ActiveDay> added) {
    RuleBook rules = catalog.rules();
    Change change = game.days().with(added, rules);
    List<Earning> logins = Reckoning.logins(added, game, rules);
    Owed owed = owed(recorded, game, change, logins);
    ActiveDay first = added.iterator().next();
    Changes changes = Reckoning.ofDays(first.eventId(), change, logins, owed, game, rules);
    book.write(
        recorded.learner(),
        changes,
        change.stood(game.calendar(), rules, game.days().best()),
        null,
        new Trigger(first.eventId(), first.occurredAt(), recorded.consequences()),
        clock.instant());
    note(recorded, change);
  }

  /** What is owed on the days whose streak changes; most often there is nothing yet. */
  private Owed owed(EventsRecorded recorded, Game game, Change change, List<Earning> logins) {
    LocalDate last = game.lastEarning();
    if (last == null || last.isBefore(change.first())) {
      return new Owed(game.calendar().zone(), game.grade(), game.account(), Map.of());
    }
    LocalDate end = change.end();
    return ledger.owed(
        recorded.learner(),
        logins.stream().map(Earning::source).toList(),
        change.first(),
        end == null ? last : end.minusDays(1),
        false);
  }

  private void note(EventsRecorded recorded, Change change) {
    ActiveDay latest = change.changed().get(change.changed().size() - 1).active();
    if (change.end() == null) {
      log.know(
          recorded.learner(),
          latest.calendar().startOf(latest.day()),
          latest.calendar().startOf(latest.day().plusDays(1)));
    }
  }
}
