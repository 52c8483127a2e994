package org.cairn.analytics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a career, or a companion, fares. Where {@code suppressed}, all but the id is absent: there
 * are too few learners to tell of.
 *
 * @param id of the career or companion
 * @param learners different ones who did anything on its journeys
 * @param started journeys that began in the months
 * @param completed journeys that ended in the months
 * @param meanScore the mean overall score of these, 0 to 100 with two decimals; absent without any
 * @param seconds spent on answers that the server scored
 */
public record ChoiceFigures(
    String id,
    boolean suppressed,
    @Nullable Long learners,
    @Nullable Long started,
    @Nullable Long completed,
    @Nullable BigDecimal meanScore,
    @Nullable Long seconds) {

  static ChoiceFigures suppressed(String id) {
    return new ChoiceFigures(id, true, null, null, null, null, null);
  }
}
