package org.cairn.hint;

import java.util.List;
import java.util.Set;
import org.cairn.access.GradeBand;
import org.cairn.gamification.GameBook.HintPrices;
import org.jspecify.annotations.Nullable;

/** What hints cost, and which are recommended (spec: journeys and gamification, "Hints"). */
final class HintRules {

  /** From the gentlest on. */
  static final List<String> LEVELS =
      List.of("encouragement", "subtle", "clear", "example", "answer");

  private static final Set<String> SIXTH_TO_EIGHTH = Set.of("06", "07", "08");

  private HintRules() {}

  /**
   * A learner's day.
   *
   * @param grade CEDS code; {@code null}: ungraded
   * @param level of the learner
   * @param used hints of the school day
   * @param free those of them that were of the free ones
   * @param recommended those of them that were recommended
   */
  record Day(@Nullable String grade, int level, int used, int free, int recommended) {}

  /**
   * What a hint costs now.
   *
   * @param price what it is worth, the discount taken off
   * @param free whether it is one of the day's free ones
   */
  record Quote(String level, int price, boolean recommended, boolean free) {

    int toPay() {
      return free ? 0 : price;
    }
  }

  /**
   * What a hint costs.
   *
   * @param wrongTries at the question; {@code null} where none is meant, and none recommended
   */
  static Quote quote(String level, HintPrices prices, Day day, @Nullable Integer wrongTries) {
    boolean recommended =
        wrongTries != null
            && day.recommended() < prices.recommendedADay()
            && fits(level, prices, day, wrongTries);
    int full = prices.prices().getOrDefault(level, 0);
    int price = recommended ? full * (100 - prices.discount()) / 100 : full;
    return new Quote(level, price, recommended, price > 0 && isFree(prices, day));
  }

  /** How many free hints are left of the day. */
  static int freeLeft(HintPrices prices, Day day) {
    return Math.max(0, prices.freeADay().getOrDefault(band(day.grade()), 0) - day.free());
  }

  private static boolean fits(String level, HintPrices prices, Day day, int wrongTries) {
    return switch (level) {
      case "subtle" -> day.level() > prices.subtleAbove();
      case "clear" -> wrongTries >= prices.clearAfter();
      case "example" -> wrongTries >= prices.exampleAfter();
      default -> false;
    };
  }

  /** Up to grade 2 nobody ever pays. */
  private static boolean isFree(HintPrices prices, Day day) {
    return GradeBand.of(day.grade()) == GradeBand.K2 || freeLeft(prices, day) > 0;
  }

  private static String band(@Nullable String grade) {
    if (grade != null && SIXTH_TO_EIGHTH.contains(grade)) {
      return "grades6to8";
    }
    return switch (GradeBand.of(grade)) {
      case K2 -> "k2";
      case GRADES_3_TO_5 -> "grades3to5";
      case OTHERS -> "others";
    };
  }
}
