package org.cairn.hint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hint, as it was given.
 *
 * @param hintId as the device chose it
 * @param level {@code encouragement}, {@code subtle}, {@code clear}, {@code example} or {@code
 *     answer}
 * @param recommended whether the rules recommended it then, at a lower price
 * @param free whether it was one of the school day's free ones
 * @param paid XP that it cost; absent for a learner up to grade 2
 */
public record HintView(
    UUID hintId,
    UUID sessionId,
    String questionId,
    String level,
    String text,
    boolean recommended,
    boolean free,
    @Nullable Integer paid,
    Instant givenAt) {

  static HintView of(Given given, boolean showsXp) {
    return new HintView(
        given.id(),
        given.sessionId(),
        given.questionId(),
        given.level(),
        given.text(),
        given.recommended(),
        given.free(),
        showsXp ? Integer.valueOf(given.paid()) : null,
        given.givenAt());
  }
}
