package org.cairn.analytics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the journeys that began in a month have fared since. Where {@code suppressed}, all but the
 * month is absent: there are too few learners to tell of.
 *
 * @param month such as {@code 2026-03}
 * @param learners different ones on these journeys
 * @param started journeys that began
 * @param learnCompleted of these, those whose container LEARN was completed
 * @param experienceCompleted those whose container EXPERIENCE was completed
 * @param discoverCompleted those whose container DISCOVER was completed
 * @param completed those that were completed
 * @param completionRate their share, 0 to 1 with four decimals; absent where none began
 * @param medianDuration seconds from start to completion; absent where none was completed
 * @param meanDuration seconds from start to completion; absent where none was completed
 */
public record MonthFigures(
    String month,
    boolean suppressed,
    @Nullable Long learners,
    @Nullable Long started,
    @Nullable Long learnCompleted,
    @Nullable Long experienceCompleted,
    @Nullable Long discoverCompleted,
    @Nullable Long completed,
    @Nullable BigDecimal completionRate,
    @Nullable Long medianDuration,
    @Nullable Long meanDuration) {

  static MonthFigures suppressed(String month) {
    return new MonthFigures(month, true, null, null, null, null, null, null, null, null, null);
  }
}
