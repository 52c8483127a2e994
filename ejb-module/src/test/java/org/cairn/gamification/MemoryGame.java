package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.gamification.Account.Paid;
import org.cairn.gamification.ActiveDay.Judged;
import org.cairn.gamification.ActiveDays.Change;
import org.cairn.gamification.Settlement.Row;
import org.cairn.roster.SchoolCalendar;

/** One learner's books in memory, changed by facts as the reactions change the database. */
final class MemoryGame {

  private static final String GRADE = "04";

  final TreeMap<LocalDate, Judged> days = new TreeMap<>();
  final Map<String, XpDue> dues = new TreeMap<>();
  final List<Row> ledger = new ArrayList<>();
  private final Map<String, List<Attempt>> attempts = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Paid> paid = new HashMap<>();
  private final SchoolCalendar calendar;
  private final RuleBook rules;
  long lifetimeXp;
  long balance;

  MemoryGame(SchoolCalendar calendar, RuleBook rules) {
    this.calendar = calendar;
    this.rules = rules;
  }

  /** An answer that the server has scored, told of once or again. */
  record Attempt(String eventId, String question, Instant at, boolean correct) {}

  /** Several of one request. */
  void record(List<Attempt> request) {
    List<Attempt> fresh = request.stream().filter(a -> known.add(a.eventId())).toList();
    if (!fresh.isEmpty()) {
      activity(fresh);
      List<Standing> standings = new ArrayList<>();
      fresh.forEach(a -> attempts.computeIfAbsent(a.question(), any -> new ArrayList<>()).add(a));
      fresh.stream().map(Attempt::question).distinct().forEach(q -> standings.add(standing(q)));
      advance(standings);
    }
  }

  private void activity(List<Attempt> fresh) {
    Map<LocalDate, ActiveDay> added = new TreeMap<>();
    fresh.forEach(
        attempt -> {
          ActiveDay day = ActiveDay.of(calendar, attempt.eventId(), attempt.at());
          if (!days.containsKey(day.day())) {
            added.putIfAbsent(day.day(), day);
          }
        });
    if (!added.isEmpty()) {
      Change change = new ActiveDays(days.values()).with(added.values(), rules);
      List<Earning> logins = Reckoning.logins(added.values(), game(), rules);
      Map<String, XpDue> touched = new HashMap<>();
      LocalDate end = change.end();
      dues.forEach(
          (source, due) -> {
            LocalDate day = due.earning().day();
            if (!day.isBefore(change.first()) && (end == null || day.isBefore(end))) {
              touched.put(source, due);
            }
          });
      String cause = added.values().iterator().next().eventId();
      keep(Reckoning.ofDays(cause, change, logins, owed(touched), game(), rules));
    }
  }

  void advance(List<Standing> standings) {
    Map<String, XpDue> touched = rules.caps() ? dues : new HashMap<>();
    standings.forEach(
        standing -> {
          XpDue due = dues.get(standing.source());
          if (due != null && !rules.caps()) {
            touched.put(standing.source(), due);
          }
        });
    Owed owed = owed(touched);
    Collection<Earning> earnings = Reckoning.earnings(standings, owed, rules);
    keep(Reckoning.ofStandings(standings, earnings, owed, game(), rules));
  }

  private void keep(Changes changes) {
    changes.days().forEach(day -> days.put(day.day(), day));
    changes.dues().forEach(due -> dues.put(due.source(), due));
    lifetimeXp = changes.settlement().lifetimeXp();
    balance = changes.settlement().balance();
    for (Row row : changes.settlement().rows()) {
      ledger.add(row);
      Paid before = paid.getOrDefault(row.due().source(), Paid.NOTHING);
      paid.put(
          row.due().source(),
          new Paid(
              before.amount() + row.amount() - row.waived(),
              before.waived() + row.waived(),
              before.rows() + 1));
    }
  }

  private Standing standing(String question) {
    List<Attempt> all =
        attempts.get(question).stream()
            .sorted(java.util.Comparator.comparing(Attempt::at).thenComparing(Attempt::eventId))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).correct()) {
        return standing(question, i + 1, all.get(i));
      }
    }
    return standing(question, 0, all.get(all.size() - 1));
  }

  private static Standing standing(String question, int attempt, Attempt by) {
    return new Standing(
        "question/" + question, XpKind.ANSWER, attempt, GRADE, by.eventId(), by.at());
  }

  private Game game() {
    return new Game(calendar, GRADE, account(), new ActiveDays(days.values()), null);
  }

  private Owed owed(Map<String, XpDue> touched) {
    return new Owed(calendar.zone(), GRADE, account(), Map.copyOf(touched));
  }

  private Account account() {
    return new Account(lifetimeXp, balance, ledger.size(), Map.copyOf(paid));
  }

  /** All that has to be the same, whatever way the facts came. */
  Map<String, Object> outcome() {
    Map<String, Integer> sums = new TreeMap<>();
    ledger.forEach(row -> sums.merge(row.due().source(), row.amount(), Integer::sum));
    sums.values().removeIf(sum -> sum == 0);
    List<String> streak = days.values().stream().map(day -> day.after().toString()).toList();
    return Map.of(
        "sums", sums,
        "balance", balance,
        "lifetime", lifetimeXp,
        "level", Levels.of(lifetimeXp, Rules.SHARED.levels()),
        "streak", streak);
  }
}
