package org.cairn.gamification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cairn.access.GradeBand;
import org.cairn.gamification.RuleSet.Multipliers;
import org.jspecify.annotations.Nullable;

/**
 * What an earning is worth: ⌊amount × grade × (1 + learning + streak)⌋, exactly (spec: journeys and
 * gamification, "XP").
 */
final class AwardRule {

  private AwardRule() {}

  /**
   * An amount and how it came about.
   *
   * @param base before multiplying
   * @param grade what the grade multiplies it by
   * @param learning what the category adds to 1
   * @param streak what the streak adds to 1
   */
  record Award(int base, BigDecimal grade, BigDecimal learning, BigDecimal streak, int amount) {}

  /**
   * What the rules give for these facts.
   *
   * @param streak the streak's length on the earning's day
   */
  static Award of(RuleSet rules, Earning earning, int streak) {
    return of(rules, earning.kind(), earning.category(), earning.basis(), earning.grade(), streak);
  }

  static Award of(
      RuleSet rules,
      XpKind kind,
      XpCategory category,
      int basis,
      @Nullable String gradeThen,
      int streak) {
    int base = rules.amounts().of(kind, basis);
    if (!kind.isMultiplied()) {
      return new Award(base, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, base);
    }
    Multipliers by = rules.multipliers();
    BigDecimal grade = by.grades().getOrDefault(GradeBand.of(gradeThen), BigDecimal.ONE);
    BigDecimal learning = category == XpCategory.LEARNING ? by.learning() : BigDecimal.ZERO;
    BigDecimal bonus = streak > by.streakOver() ? by.streak() : BigDecimal.ZERO;
    int amount =
        BigDecimal.valueOf(base)
            .multiply(grade)
            .multiply(BigDecimal.ONE.add(learning).add(bonus))
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
    return new Award(base, grade, learning, bonus, amount);
  }
}
