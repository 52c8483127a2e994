package org.cairn.gamification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What is owed for facts. Where the rules cap a day, its XP goes to what took effect first: the
 * daily login, then by time.
 */
final class DueRules {

  private static final Comparator<Earning> IN_ORDER_OF_EFFECT =
      Comparator.comparing((Earning earning) -> earning.kind() != XpKind.LOGIN)
          .thenComparing(Earning::occurredAt)
          .thenComparing(Earning::source);

  private DueRules() {}

  /**
   * What is owed for each of the earnings.
   *
   * @param earnings where a cap is set, all that count towards it on the days that they are of
   * @param streakOn the streak's length on a day
   * @param rules the versions by their names
   */
  static List<XpDue> dues(
      Collection<Earning> earnings,
      ToIntFunction<LocalDate> streakOn,
      Function<String, RuleSet> rules) {
    Map<LocalDate, Integer> spentOfCap = new HashMap<>();
    List<XpDue> dues = new ArrayList<>();
    earnings.stream()
        .sorted(IN_ORDER_OF_EFFECT)
        .forEach(
            earning -> {
              int streak = earning.kind().isMultiplied() ? streakOn.applyAsInt(earning.day()) : 0;
              RuleSet by = rules.apply(earning.ruleVersion());
              int amount = AwardRule.of(by, earning, streak).amount();
              Integer cap = by.dailyCap();
              if (cap != null && earning.kind().isCapped()) {
                int before = spentOfCap.getOrDefault(earning.day(), 0);
                amount = Math.min(amount, Math.max(0, cap - before));
              }
              if (earning.kind().isCapped()) {
                spentOfCap.merge(earning.day(), amount, Integer::sum);
              }
              dues.add(new XpDue(earning, streak, amount));
            });
    return dues;
  }
}
