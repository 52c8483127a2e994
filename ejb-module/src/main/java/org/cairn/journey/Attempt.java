package org.cairn.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try at a question, with what it was judged by.
 *
 * @param verified whether the server scored it; nothing else is ever correct
 * @param keyVersion of the question, as the lesson asks it
 * @param grade CEDS code of the learner's grade; {@code null}: ungraded
 * @param schoolDay of the learner's school
 * @param attemptNumber as the device counts, where it does
 * @param timeSpent seconds
 * @param effectiveAt when it counts
 */
record Attempt(
    String eventId,
    UUID journeyId,
    UUID sessionId,
    String questionId,
    int schoolYear,
    String subject,
    String skillId,
    String questionType,
    List<String> answer,
    boolean verified,
    boolean correct,
    int keyVersion,
    @Nullable String grade,
    LocalDate schoolDay,
    @Nullable Integer attemptNumber,
    int timeSpent,
    int hintsUsed,
    Instant effectiveAt) {

  /** The order in which attempts take effect, whatever order they came in. */
  static final Comparator<Attempt> IN_ORDER =
      Comparator.comparing(Attempt::effectiveAt).thenComparing(Attempt::eventId);
}
