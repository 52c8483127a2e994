package org.cairn.gamification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.gamification.ActiveDays.Change;
import org.cairn.gamification.Settlement.Cause;

/** What new facts mean for what is owed, for the ledger and for the streak: purely. */
final class Reckoning {

  private Reckoning() {}

  /** The daily logins of new days on which the school met. */
  static List<Earning> logins(Collection<ActiveDay> added, Game game, RuleBook rules) {
    return added.stream()
        .filter(ActiveDay::counts)
        .map(
            day ->
                new Earning(
                    "day/" + day.day() + "/login",
                    XpKind.LOGIN,
                    XpKind.LOGIN.category(),
                    XpKind.LOGIN.reason(),
                    1,
                    game.grade(),
                    day.day(),
                    day.occurredAt(),
                    day.eventId(),
                    true,
                    rules.at(day.calendar().startOf(day.day())).version()))
        .toList();
  }

  /**
   * New days: their logins are paid, and what was earned since is worth what the streak is now.
   *
   * @param cause the event of the first new day
   * @param owed for all of the days that change
   */
  static Changes ofDays(
      String cause, Change change, List<Earning> logins, Owed owed, Game game, RuleBook rules) {
    List<Earning> earnings = new ArrayList<>(logins);
    owed.dues().values().forEach(due -> earnings.add(due.earning()));
    List<XpDue> dues =
        DueRules.dues(
            earnings, day -> change.after().lengthOn(day, game.calendar(), rules), rules::version);
    Set<String> decided = logins.stream().map(Earning::source).collect(Collectors.toSet());
    return changes(change, dues, owed, new Cause(cause, "STREAK_CHANGED", decided));
  }

  /** The facts of standings and of all that is looked at beside them. */
  static Collection<Earning> earnings(List<Standing> standings, Owed owed, RuleBook rules) {
    Map<String, Earning> earnings = new TreeMap<>();
    owed.dues().forEach((source, due) -> earnings.put(source, due.earning()));
    standings.forEach(
        standing ->
            earnings.merge(
                standing.source(),
                standing.earning(owed.zone(), rules),
                (before, now) ->
                    now.eventId().equals(before.eventId()) ? now.judgedLike(before) : now));
    return earnings.values();
  }

  /** New standings: each is paid, as far as the day's cap lets it. */
  static Changes ofStandings(
      List<Standing> standings,
      Collection<Earning> earnings,
      Owed owed,
      Game game,
      RuleBook rules) {
    List<XpDue> dues =
        DueRules.dues(
            earnings, day -> game.days().lengthOn(day, game.calendar(), rules), rules::version);
    Set<String> decided = standings.stream().map(Standing::source).collect(Collectors.toSet());
    Cause cause = new Cause(standings.get(0).eventId(), "DAILY_CAP", decided);
    return changes(null, dues, owed, cause);
  }

  private static Changes changes(
      @org.jspecify.annotations.Nullable Change change, List<XpDue> dues, Owed owed, Cause cause) {
    return Changes.of(
        change == null ? List.of() : change.changed(),
        dues,
        owed.dues(),
        Settlement.of(owed.account(), dues, cause));
  }
}
