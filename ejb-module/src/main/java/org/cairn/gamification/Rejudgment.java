package org.cairn.gamification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.gamification.ActiveDays.Change;
import org.cairn.gamification.Rejudging.Difference;
import org.cairn.gamification.Rejudging.Terms;
import org.cairn.gamification.Settlement.Cause;
import org.cairn.gamification.Settlement.Row;
import org.cairn.gamification.XpSettled.StreakStood;
import org.jspecify.annotations.Nullable;

/**
 * A learner's books judged by other rules: purely.
 *
 * @param owed for everything, as it stands
 * @param game with all days
 * @param days what the rules make of them
 * @param rules with the replay in them
 */
record Rejudgment(Owed owed, Game game, Change days, RuleBook rules, Terms terms) {

  static final String REASON = "RULES_REPLAYED";

  static Rejudgment of(Owed owed, Game game, RuleBook book, Terms terms) {
    RuleBook rules = book.replayed(terms.version(), terms.before());
    return new Rejudgment(owed, game, game.days().judgedBy(rules), rules, terms);
  }

  /** What the rules would change. */
  Difference difference(UUID learner, long cut) {
    Map<String, Integer> changes = new TreeMap<>();
    for (XpDue due :
        DueRules.dues(
            owed.dues().values().stream().map(due -> judged(due.earning())).toList(),
            day -> days.after().lengthOn(day, game.calendar(), rules),
            rules::version)) {
      int change = due.amount() - paid(due.source());
      if (change != 0) {
        changes.put(due.source(), change);
      }
    }
    Settlement settlement = settlement(dues(changes));
    return new Difference(
        learner,
        cut,
        owed.account().lifetimeXp(),
        settlement.lifetimeXp(),
        owed.account().balance(),
        settlement.balance(),
        settlement.rows().stream().mapToLong(Row::waived).sum(),
        changes);
  }

  /**
   * What is written to make it so. The sources change by what was found when the rules were tried,
   * whatever has come in since; what they are owed later is reckoned by the rules again.
   */
  Changes changes(Map<String, Integer> found) {
    List<XpDue> dues = dues(found);
    return Changes.of(days.changed(), dues, owed.dues(), settlement(dues));
  }

  /** The streak where it is another now. */
  @Nullable StreakStood stood() {
    return days.stood(game.calendar(), rules, game.days().best());
  }

  private Settlement settlement(List<XpDue> dues) {
    return Settlement.of(owed.account(), dues, new Cause(terms.cause(), REASON, Set.of()));
  }

  private List<XpDue> dues(Map<String, Integer> changes) {
    List<XpDue> dues = new ArrayList<>();
    new TreeMap<>(owed.dues())
        .forEach(
            (source, due) -> {
              Earning earning = judged(due.earning());
              int streak =
                  earning.kind().isMultiplied()
                      ? days.after().lengthOn(earning.day(), game.calendar(), rules)
                      : 0;
              int amount = paid(source) + changes.getOrDefault(source, 0);
              dues.add(new XpDue(earning, streak, amount));
            });
    return dues;
  }

  private int paid(String source) {
    return owed.account().paidFor(source).amount();
  }

  private Earning judged(Earning earning) {
    return earning.occurredAt().isBefore(terms.before())
        ? earning.judgedBy(terms.version())
        : earning;
  }
}
