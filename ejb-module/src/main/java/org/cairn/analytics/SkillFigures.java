package org.cairn.analytics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a skill fares. Where {@code suppressed}, all but id and subject is absent: there are too few
 * learners to tell of.
 *
 * @param learners different ones who answered or completed anything
 * @param attempted answers that the server scored
 * @param firstTryAccuracy right ones of first tries, 0 to 1 with four decimals; absent without any
 * @param lessons completed ones of which the server scored an answer
 * @param meanScore of these, 0 to 100 with two decimals; absent without any
 * @param mastered learners with a lesson of a verified score of 70 or more
 * @param seconds spent on answers
 */
public record SkillFigures(
    String id,
    String subject,
    boolean suppressed,
    @Nullable Long learners,
    @Nullable Long attempted,
    @Nullable BigDecimal firstTryAccuracy,
    @Nullable Long lessons,
    @Nullable BigDecimal meanScore,
    @Nullable Long mastered,
    @Nullable Long seconds) {

  static SkillFigures suppressed(String id, String subject) {
    return new SkillFigures(id, subject, true, null, null, null, null, null, null, null);
  }
}
